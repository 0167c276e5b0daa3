package org.plumbline.place;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A place as the register has it now: a division from province to committee, or an area or grid. Derived from the ledger, changed only from there. */
@Entity
public class Place extends PanacheEntityBase {
    /** Its division code, or the district's own code for an area. */
    @Id
    public String code;

    @Enumerated(EnumType.STRING)
    public PlaceKind kind;

    @Column(name = "name_zh")
    public String nameZh;

    /** Official English or pinyin name, where there is one. */
    @Column(name = "name_en")
    public @Nullable String nameEn;

    /** Other Chinese names, in order. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> aliases = List.of();

    /** Edition of the division codes that its code is of; null when not stated. */
    @Column(name = "code_edition")
    public @Nullable String codeEdition;

    /** First day in the register. */
    @Column(name = "valid_from")
    public LocalDate validFrom;

    /** First day no longer in the register; null while it is. */
    @Column(name = "valid_to")
    public @Nullable LocalDate validTo;

    /** Position of the ledger entry that last changed it. */
    public long position;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Place() {}

    Place(String code, PlaceKind kind, String nameZh, LocalDate validFrom) {
        this.code = code;
        this.kind = kind;
        this.nameZh = nameZh;
        this.validFrom = validFrom;
    }

    /** The place with a code, closed ones too. */
    public static Optional<Place> byCode(String code) {
        return findByIdOptional(code);
    }

    /** The places with these codes, in the order of codes. */
    public static List<Place> byCodes(Collection<String> codes) {
        return list("code in ?1 order by code", codes);
    }

    /** The first open places of a kind, in the order of codes. */
    public static List<Place> open(PlaceKind kind, int most) {
        return Place.<Place>find("kind = ?1 and validTo is null order by code", kind)
                .page(0, most)
                .list();
    }

    /** The open places of a kind that stand directly in another, in the order of codes. */
    public static List<Place> in(String parent, PlaceKind kind) {
        return list(
                "select p from Place p join Membership m on m.child = p.code"
                        + " where m.parent = ?1 and p.kind = ?2 and m.validTo is null and p.validTo is null order by p.code",
                parent,
                kind);
    }

    /** The places that a place or site stands in directly on a date: committee, area, street. */
    public static List<Place> around(String child, LocalDate on) {
        return list(
                "select p from Place p join Membership m on m.parent = p.code where m.child = ?1"
                        + " and m.validFrom <= ?2 and (m.validTo is null or m.validTo > ?2) order by p.code",
                child,
                on);
    }
}
