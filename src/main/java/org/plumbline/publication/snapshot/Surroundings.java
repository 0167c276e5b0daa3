package org.plumbline.publication.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.place.Membership;
import org.plumbline.place.Place;
import org.plumbline.place.PlaceKind;
import org.plumbline.place.Site;
import org.plumbline.web.Text;

/**
 * The register as it stands while publishing: which street, committee and areas each site lies in. Read from the sites upwards and from
 * their district down, for the register may hold a whole country.
 */
final class Surroundings {
    private static final int PAGE = 10_000;

    private final Map<String, String> street = new HashMap<>();
    private final Map<String, String> committee = new HashMap<>();
    private final Map<String, String> district = new HashMap<>();
    private final Map<String, List<String>> areas = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final TreeSet<String> inhabited = new TreeSet<>();
    private String wanted = "";

    private Surroundings() {}

    /** How many committees of a street there are, and in how many of them a site stands. */
    record Covered(String code, long covered, long all) {}

    /** Where a site lies. */
    record Whereabouts(String street, @Nullable String committee, List<String> areas) {}

    /**
     * Reads the register; call it within a transaction.
     *
     * @param wanted code of the district to take; empty for the first by code in which sites stand
     */
    static Surroundings read(Optional<String> wanted) {
        Surroundings read = new Surroundings();
        Set<String> seen = new HashSet<>();
        for (List<Membership> level = Membership.openOfSites(); !level.isEmpty(); ) {
            Set<String> parents = new TreeSet<>();
            level.forEach(one -> {
                read.put(one);
                if (seen.add(one.parent)) {
                    parents.add(one.parent);
                }
            });
            level = open(parents, Membership::ofChildren);
        }
        read.inhabited.addAll(read.district.values());
        read.wanted = wanted.or(() -> read.inhabited.stream().findFirst()).orElse("");
        if (!read.wanted.isEmpty()) {
            read.fill(read.wanted);
        }
        return read;
    }

    /** Takes in all that stands in a district. */
    private void fill(String code) {
        Set<String> level = new TreeSet<>(Set.of(code));
        Set<String> seen = new HashSet<>();
        while (!level.isEmpty()) {
            seen.addAll(level);
            paged(level, Place::byCodes).stream()
                    .filter(place -> place.validTo == null)
                    .forEach(places::add);
            Set<String> next = new TreeSet<>();
            for (Membership one : open(level, Membership::ofParents)) {
                put(one);
                if (!seen.contains(one.child)) {
                    next.add(one.child);
                }
            }
            level = next;
        }
        places.sort(Comparator.comparing((Place place) -> place.kind).thenComparing(place -> place.code));
    }

    private static List<Membership> open(Collection<String> codes, Function<Collection<String>, List<Membership>> of) {
        return paged(codes, of).stream().filter(one -> one.validTo == null).toList();
    }

    /** Asks for some at a time: a statement takes at most 65,535 values. */
    private static <T> List<T> paged(Collection<String> codes, Function<Collection<String>, List<T>> of) {
        List<String> all = List.copyOf(codes);
        List<T> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PAGE) {
            found.addAll(of.apply(all.subList(from, Math.min(all.size(), from + PAGE))));
        }
        return found;
    }

    private void put(Membership one) {
        switch (one.kind) {
            case STREET -> street.putIfAbsent(one.child, one.parent);
            case COMMITTEE -> committee.putIfAbsent(one.child, one.parent);
            case DISTRICT -> district.putIfAbsent(one.child, one.parent);
            case AREA, GRID -> {
                List<String> those = areas.computeIfAbsent(one.child, child -> new ArrayList<>());
                if (!those.contains(one.parent)) {
                    those.add(one.parent);
                }
            }
            case PROVINCE, CITY -> {
                // Above the district nothing is published.
            }
        }
    }

    /** All open places of the district, itself first. */
    List<Place> places() {
        return places;
    }

    /**
     * The district.
     *
     * @throws Publisher.NothingToPublish when no site stands in one, or the wanted one is not an open district of the register
     */
    Place district() {
        if (wanted.isEmpty()) {
            throw new Publisher.NothingToPublish(
                    new Text(
                            "登记册里没有站点位于任何一个区，没有可公布的内容。请先导入带站点的登记册。",
                            "No site stands in a district of the register, so there is nothing to publish: import a register with sites first"));
        }
        return places.stream()
                .filter(place -> place.kind == PlaceKind.DISTRICT && place.code.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Publisher.NothingToPublish(new Text(
                        "设置 plumbline.publication.district 写的是 " + wanted
                                + "，而登记册里没有这个现行的区，所以没有公布。请改正设置，或者先导入这个区。"
                                + (inhabited.isEmpty() ? "没有站点位于任何一个区。" : "有站点的区：" + String.join("、", inhabited) + "。"),
                        "plumbline.publication.district names " + wanted
                                + ", which is no district of the register that is open, so nothing is published: correct the setting, or"
                                + " import the district first. "
                                + (inhabited.isEmpty()
                                        ? "No site stands in any district."
                                        : "Sites stand in " + String.join(", ", inhabited) + "."))));
    }

    /** The district of a street; null for a street that stands in none. */
    @Nullable
    String districtOf(String streetCode) {
        return district.get(streetCode);
    }

    /** The place above a place, as far as pages show it: of a committee or area the street, of a street the district. */
    @Nullable
    String parent(Place place) {
        return switch (place.kind) {
            case PROVINCE, CITY, DISTRICT -> null;
            case STREET -> district.get(place.code);
            case COMMITTEE, AREA, GRID -> street.get(place.code);
        };
    }

    /** The streets of the district that have committees, and how many of these have a site. */
    List<Covered> coverage(Collection<Whereabouts> sites) {
        Set<String> inhabitedCommittees = new HashSet<>();
        sites.forEach(site -> {
            if (site.committee() != null) {
                inhabitedCommittees.add(site.committee());
            }
        });
        Map<String, List<String>> committees = new TreeMap<>();
        for (Place place : places) {
            String in = place.kind == PlaceKind.COMMITTEE ? street.get(place.code) : null;
            if (in != null) {
                committees.computeIfAbsent(in, key -> new ArrayList<>()).add(place.code);
            }
        }
        return committees.entrySet().stream()
                .map(entry -> new Covered(
                        entry.getKey(),
                        entry.getValue().stream()
                                .filter(inhabitedCommittees::contains)
                                .count(),
                        entry.getValue().size()))
                .toList();
    }

    /** Where a site lies; empty for one that stands in no street. */
    Optional<Whereabouts> of(Site site) {
        String itsCommittee = committee.get(site.code);
        TreeSet<String> within = new TreeSet<>(areas.getOrDefault(site.code, List.of()));
        String itsStreet = street.get(site.code);
        if (itsCommittee != null) {
            within.addAll(areas.getOrDefault(itsCommittee, List.of()));
            itsStreet = itsStreet == null ? street.get(itsCommittee) : itsStreet;
        }
        for (String area : within) {
            itsStreet = itsStreet == null ? street.get(area) : itsStreet;
        }
        return itsStreet == null
                ? Optional.empty()
                : Optional.of(new Whereabouts(itsStreet, itsCommittee, List.copyOf(within)));
    }
}
