package org.plumbline.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.place.Membership;
import org.plumbline.place.Place;
import org.plumbline.place.Site;
import org.plumbline.rdf.F;

/** The register as it stands, held in memory while one file is read or one page of records is made. */
final class RegisterLookup implements SiteLookup {
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, List<Membership>> memberships = new HashMap<>();
    private final RegisterNames names = new RegisterNames();
    private final long upTo;

    private RegisterLookup(long upTo) {
        this.upTo = upTo;
    }

    /** All sites and places, closed ones too: what was observed before may arrive after. */
    static RegisterLookup all() {
        RegisterLookup lookup = new RegisterLookup(CurrentRecords.NOW);
        List<Site> sites = Site.listAll();
        List<Place> places = Place.listAll();
        List<Membership> all = Membership.listAll();
        lookup.load(sites, places, all);
        return lookup;
    }

    /** These sites and the places around them. */
    static RegisterLookup of(Collection<String> sites) {
        return of(sites, CurrentRecords.NOW);
    }

    /** The same as the ledger said it up to a position. */
    static RegisterLookup of(Collection<String> sites, long upTo) {
        RegisterLookup lookup = new RegisterLookup(upTo);
        Set<String> wanted = new TreeSet<>(sites);
        Set<String> seen = new HashSet<>();
        lookup.load(Site.byCodes(wanted), List.of(), List.of());
        while (!wanted.isEmpty()) {
            List<Membership> found = Membership.ofChildren(wanted);
            seen.addAll(wanted);
            lookup.load(List.of(), List.of(), found);
            wanted = new TreeSet<>();
            for (Membership membership : found) {
                if (!seen.contains(membership.parent)) {
                    wanted.add(membership.parent);
                }
            }
        }
        seen.removeAll(sites);
        if (!seen.isEmpty()) {
            lookup.load(List.of(), Place.byCodes(seen), List.of());
        }
        return lookup;
    }

    private void load(List<Site> sites, List<Place> places, List<Membership> all) {
        sites.forEach(site -> known.put(site.code, new Known(site.code, false, site.siteClass)));
        places.forEach(place -> known.put(
                place.code,
                new Known(place.code, true, place.kind.iri().getURI().substring(F.NS.length()))));
        sites.forEach(names::add);
        places.forEach(names::add);
        all.forEach(one -> memberships
                .computeIfAbsent(one.child, child -> new ArrayList<>())
                .add(one));
    }

    @Override
    public Optional<Known> find(String code) {
        return Optional.ofNullable(known.get(code));
    }

    @Override
    public List<String> holders(String site, String kind, LocalDate on) {
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

    @Override
    public List<String> named(String name) {
        return names.find(name);
    }

    @Override
    public List<String> sitesIn(String place, LocalDate on) {
        return names.sitesIn(place, on, this::around);
    }

    @Override
    public Set<String> codes() {
        return Collections.unmodifiableSet(known.keySet());
    }

    @Override
    public boolean standalone() {
        return false;
    }
}
