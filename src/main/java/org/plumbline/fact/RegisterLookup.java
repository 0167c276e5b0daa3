package org.plumbline.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.fact.SiteLookup.Known;
import org.plumbline.place.Membership;
import org.plumbline.place.Place;
import org.plumbline.place.Site;
import org.plumbline.rdf.F;

/** Part of the register as it stands: sites and the places around them. */
final class RegisterLookup {
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, LocalDate> closed = new HashMap<>();
    private final Map<String, List<Membership>> memberships = new HashMap<>();
    /** What was looked up with what it stands in. */
    private final Set<String> seen = new HashSet<>();

    private final long upTo;

    private RegisterLookup(long upTo) {
        this.upTo = upTo;
    }

    /** Nothing yet; all that the ledger says counts. */
    static RegisterLookup empty() {
        return new RegisterLookup(CurrentRecords.NOW);
    }

    /** These sites and the places around them, as the ledger said it up to a position. */
    static RegisterLookup of(Collection<String> sites, long upTo) {
        RegisterLookup lookup = new RegisterLookup(upTo);
        lookup.add(sites);
        return lookup;
    }

    /** Adds sites and places, and the places around them. */
    void add(Collection<String> codes) {
        Set<String> wanted = new TreeSet<>(codes);
        wanted.removeAll(seen);
        if (wanted.isEmpty()) {
            return;
        }
        Site.byCodes(wanted).forEach(site -> {
            known.put(site.code, new Known(site.code, false, site.siteClass));
            if (site.closed != null) {
                closed.put(site.code, site.closed);
            }
        });
        Set<String> places = new TreeSet<>();
        while (!wanted.isEmpty()) {
            seen.addAll(wanted);
            places.addAll(wanted);
            Set<String> above = new TreeSet<>();
            for (Membership one : Membership.ofChildren(wanted)) {
                memberships
                        .computeIfAbsent(one.child, child -> new ArrayList<>())
                        .add(one);
                if (!seen.contains(one.parent)) {
                    above.add(one.parent);
                }
            }
            wanted = above;
        }
        Place.byCodes(places)
                .forEach(place -> known.put(
                        place.code,
                        new Known(place.code, true, place.kind.iri().getURI().substring(F.NS.length()))));
    }

    /** Codes of everything that ever stood in a place, directly or through another. */
    static Set<String> everIn(String place) {
        Set<String> all = new TreeSet<>();
        Set<String> level = Set.of(place);
        while (!level.isEmpty()) {
            Set<String> below = new TreeSet<>();
            for (Membership one : Membership.ofParents(level)) {
                if (all.add(one.child)) {
                    below.add(one.child);
                }
            }
            level = below;
        }
        return all;
    }

    /** The site or place with a code, if it was added. */
    Optional<Known> find(String code) {
        return Optional.ofNullable(known.get(code));
    }

    /** Whether a site is not closed on a day. */
    boolean open(String site, LocalDate on) {
        LocalDate end = closed.get(site);
        return end == null || end.isAfter(on);
    }

    /** Codes of the places of a kind that a site stands in on a day. */
    List<String> holders(String site, String kind, LocalDate on) {
        return around(site, on).stream()
                .filter(code -> {
                    Known place = known.get(code);
                    return place != null && kind.equals(place.kind());
                })
                .toList();
    }

    /**
     * Every place that a site stands in on a day, directly or through another, in the order of codes. Before the first day that
     * the register knows of, what it says of that first day.
     */
    Set<String> around(String site, LocalDate on) {
        Set<String> around = new TreeSet<>();
        collect(site, on, around);
        return around;
    }

    private void collect(String child, LocalDate on, Set<String> around) {
        List<Membership> all = memberships.getOrDefault(child, List.of());
        LocalDate first = all.stream()
                .filter(one -> one.position <= upTo)
                .map(one -> one.validFrom)
                .min(LocalDate::compareTo)
                .orElse(on);
        LocalDate day = first.isAfter(on) ? first : on;
        for (Membership one : all) {
            if (one.holds(day, upTo) && around.add(one.parent)) {
                collect(one.parent, on, around);
            }
        }
    }

    /** How many sites and places it holds. */
    int size() {
        return known.size();
    }
}
