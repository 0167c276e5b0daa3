package org.plumbline.place;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A service centre as the register has it now (党群服务中心、站). Derived from the ledger, changed only from there. */
@Entity
public class Site extends PanacheEntityBase {
    /** What stands between the addresses of a site's buildings. */
    public static final String BETWEEN = "；";

    /** Its own code, which stays when the place it stands in is renumbered: 310112001001-RS01. */
    @Id
    public String code;

    /** Local name of its class in the fact vocabulary: RS, VS, AC, TC. */
    @Column(name = "site_class")
    public String siteClass;

    @Column(name = "name_zh")
    public String nameZh;

    @Column(name = "name_en")
    public @Nullable String nameEn;

    /** Other Chinese names, in order. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> aliases = List.of();

    /** Where its buildings are: their addresses with {@value #BETWEEN} between them. */
    public @Nullable String address;

    /** First day in the register. */
    public LocalDate opened;

    /** First day no longer in the register; null while it is. */
    public @Nullable LocalDate closed;

    /** Position of the ledger entry that last changed it. */
    public long position;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Site() {}

    Site(String code, String siteClass, String nameZh, LocalDate opened) {
        this.code = code;
        this.siteClass = siteClass;
        this.nameZh = nameZh;
        this.opened = opened;
    }

    /** The site with a code, closed ones too. */
    public static Optional<Site> byCode(String code) {
        return findByIdOptional(code);
    }

    /** The sites with these codes, in the order of codes. */
    public static List<Site> byCodes(Collection<String> codes) {
        return list("code in ?1 order by code", codes);
    }

    /** All open sites, in the order of codes. */
    public static List<Site> open() {
        return list("closed is null order by code");
    }

    /** The open sites that stand directly in a place: of a committee, an area, or a street itself. */
    public static List<Site> in(String place) {
        return list(
                "select s from Site s join Membership m on m.child = s.code"
                        + " where m.parent = ?1 and m.validTo is null and s.closed is null order by s.code",
                place);
    }

    /** The open sites of a street: its own, and those of its committees. */
    public static List<Site> ofStreet(String street) {
        return list(
                "select s from Site s where s.closed is null and (exists (select 1 from Membership m where m.child = s.code"
                        + " and m.parent = ?1 and m.validTo is null) or exists (select 1 from Membership m join Membership c"
                        + " on c.child = m.parent where m.child = s.code and c.parent = ?1 and m.kind = COMMITTEE"
                        + " and m.validTo is null and c.validTo is null)) order by s.code",
                street);
    }
}
