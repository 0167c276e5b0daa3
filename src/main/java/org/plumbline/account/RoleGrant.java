package org.plumbline.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** A role that a person holds at a place, as kept. */
@Entity
@Table(name = "role_grant")
@IdClass(RoleGrant.Key.class)
class RoleGrant extends PanacheEntityBase {
    @Id
    long person;

    @Id
    String role;

    @Id
    String area;

    @Column(name = "granted_at")
    Instant grantedAt;

    @Column(name = "granted_by")
    String grantedBy;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected RoleGrant() {}

    RoleGrant(long person, Grant grant, Instant at, String by) {
        this.person = person;
        this.role = grant.role().code();
        this.area = grant.area();
        this.grantedAt = at;
        this.grantedBy = by;
    }

    /** What names a grant. */
    record Key(long person, String role, String area) implements Serializable {}

    /** What a person holds, in the order of roles; a role that this version does not know gives no right. */
    static List<Grant> of(long person) {
        return RoleGrant.<RoleGrant>list("person = ?1 order by role, area", person).stream()
                .flatMap(row -> Role.of(row.role).map(role -> new Grant(role, row.area)).stream())
                .toList();
    }

    static boolean end(long person, Grant grant) {
        return deleteById(new Key(person, grant.role().code(), grant.area()));
    }
}
