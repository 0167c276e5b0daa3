package org.plumbline.publication.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.place.Membership;
import org.plumbline.place.Place;
import org.plumbline.place.PlaceKind;
import org.plumbline.place.Site;

/** The register as it stands while publishing: which street, committee and areas each site lies in. */
final class Surroundings {
    private final Map<String, String> street = new HashMap<>();
    private final Map<String, String> committee = new HashMap<>();
    private final Map<String, String> district = new HashMap<>();
    private final Map<String, List<String>> areas = new HashMap<>();
    private final List<Place> places = new ArrayList<>();

    private Surroundings() {}

    /** Where a site lies. */
    record Whereabouts(String street, @Nullable String committee, List<String> areas) {}

    /** Reads the register; call it within a transaction. */
    static Surroundings read() {
        Surroundings read = new Surroundings();
        put(read.street, PlaceKind.STREET);
        put(read.committee, PlaceKind.COMMITTEE);
        put(read.district, PlaceKind.DISTRICT);
        Membership.openOfKind(PlaceKind.AREA)
                .forEach(one -> read.areas
                        .computeIfAbsent(one.child, child -> new ArrayList<>())
                        .add(one.parent));
        for (PlaceKind kind : PlaceKind.values()) {
            read.places.addAll(Place.ofKind(kind));
        }
        return read;
    }

    private static void put(Map<String, String> parents, PlaceKind kind) {
        Membership.openOfKind(kind).forEach(one -> parents.putIfAbsent(one.child, one.parent));
    }

    /** All open places, districts first. */
    List<Place> places() {
        return places;
    }

    /** The district; empty while the register has none. */
    Optional<Place> district() {
        return places.stream().filter(place -> place.kind == PlaceKind.DISTRICT).findFirst();
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
            case DISTRICT -> null;
            case STREET -> district.get(place.code);
            case COMMITTEE, AREA -> street.get(place.code);
        };
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
