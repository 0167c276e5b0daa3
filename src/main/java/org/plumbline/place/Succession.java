package org.plumbline.place;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place or site that ended is continued by another: merged into it, split into it and others, or given its code. What was found
 * of the one belongs to the other's line of descent. Derived from the ledger.
 */
@Entity
@IdClass(Succession.Key.class)
public class Succession extends PanacheEntityBase {
    /** Code of what ended. */
    @Id
    public String code;

    /** Code of what continues it. */
    @Id
    public String successor;

    /** First day on which the successor stands in its place. */
    public LocalDate since;

    /** The reason, if given. */
    public @Nullable String why;

    /** Whether both are sites; else both are places. */
    @Column(name = "of_site")
    public boolean ofSite;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Succession() {}

    Succession(RegisterChange.Closed closed, String successor) {
        this.code = closed.code();
        this.successor = successor;
        this.since = closed.from();
        this.why = closed.why();
        this.ofSite = closed.site();
    }

    /** What names a succession. */
    public record Key(String code, String successor) implements Serializable {}

    /** All successions of sites, or of places, in the order of codes. */
    public static List<Succession> ofSites(boolean sites) {
        return list("ofSite = ?1 order by code, successor", sites);
    }

    /** What continues these, in the order of codes. */
    public static List<Succession> of(Collection<String> codes) {
        return list("code in ?1 order by code, successor", codes);
    }

    /** What these continue, in the order of codes. */
    public static List<Succession> before(Collection<String> codes) {
        return list("successor in ?1 order by code, successor", codes);
    }

    /** Codes of all that a place or site continues, however far back, the nearest first. */
    public static Set<String> line(String code) {
        Set<String> line = new LinkedHashSet<>();
        for (List<String> level = List.of(code); !level.isEmpty(); ) {
            List<String> next = new ArrayList<>();
            for (Succession one : before(level)) {
                if (line.add(one.code)) {
                    next.add(one.code);
                }
            }
            level = next;
        }
        return line;
    }

    static void forget(String code) {
        delete("code", code);
    }
}
