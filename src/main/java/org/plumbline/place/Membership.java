package org.plumbline.place;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place or site stands in a place for a time. Derived from the ledger, changed only from there. */
@Entity
@IdClass(Membership.Key.class)
public class Membership extends PanacheEntityBase {
    /** Code of the place or site that stands in another. */
    @Id
    public String child;

    /** Code of the place it stands in. */
    @Id
    public String parent;

    /** First day. */
    @Id
    @Column(name = "valid_from")
    public LocalDate validFrom;

    /** The kind of the parent. */
    @Enumerated(EnumType.STRING)
    public PlaceKind kind;

    /** First day no longer; null while it lasts. */
    @Column(name = "valid_to")
    public @Nullable LocalDate validTo;

    /** Position of the ledger entry that says it began. */
    public long position;

    /** Position of the ledger entry that says it ended; null while none does. */
    public @Nullable Long ended;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Membership() {}

    Membership(String child, String parent, PlaceKind kind, LocalDate validFrom, long position) {
        this.position = position;
        this.child = child;
        this.parent = parent;
        this.kind = kind;
        this.validFrom = validFrom;
    }

    /** Whether it holds on a day, as far as the ledger said so at a position. */
    public boolean holds(LocalDate on, long known) {
        if (position > known || validFrom.isAfter(on)) {
            return false;
        }
        // That it ended may have been said only later.
        LocalDate end = ended == null || ended <= known ? validTo : null;
        return end == null || end.isAfter(on);
    }

    /** What names a membership. */
    public record Key(String child, String parent, LocalDate validFrom) implements Serializable {}

    /** What these places and sites have ever stood in, in the order of children, then dates. */
    public static List<Membership> ofChildren(Collection<String> children) {
        return list("child in ?1 order by child, validFrom, parent", children);
    }

    /** Everything that stands in a place now, in the order of codes. */
    public static List<Membership> openIn(String parent) {
        return list("parent = ?1 and validTo is null order by child", parent);
    }

    /** Where the open sites stand now, in the order of sites. */
    public static List<Membership> openOfSites() {
        return list("select m from Membership m join Site s on s.code = m.child"
                + " where m.validTo is null and s.closed is null order by m.child, m.parent");
    }

    /** What has ever stood in these places directly, in the order of parents, then children. */
    public static List<Membership> ofParents(Collection<String> parents) {
        return list("parent in ?1 order by parent, child", parents);
    }
}
