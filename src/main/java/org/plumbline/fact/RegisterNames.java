package org.plumbline.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.plumbline.place.Place;
import org.plumbline.place.Site;

/** The register by its names, and what stands in a place: how a row that gives no code finds its site. */
final class RegisterNames {
    private static final int MOST_DAYS = 50;

    /** Names of what stands in the register now, and of what once did. */
    private final NameIndex present = new NameIndex();

    private final NameIndex former = new NameIndex();
    private final Map<String, Site> sites = new TreeMap<>();
    /** Sites by the place that they stand in, for each day that was asked for. */
    private final Map<LocalDate, Map<String, List<String>>> within = new HashMap<>();

    void add(Site site) {
        sites.put(site.code, site);
        NameIndex index = site.closed == null ? present : former;
        index.add(site.code, site.nameZh, site.nameEn);
        index.add(site.code, site.aliases.toArray(String[]::new));
    }

    void add(Place place) {
        NameIndex index = place.validTo == null ? present : former;
        index.add(place.code, place.nameZh, place.nameEn);
        index.add(place.code, place.aliases.toArray(String[]::new));
    }

    /** Codes of the sites and places that go by a name; of those that are closed only when no other does. */
    List<String> find(String name) {
        List<String> now = present.find(name);
        return now.isEmpty() ? former.find(name) : now;
    }

    /**
     * Codes of the sites that stand in a place on a day, directly or through another.
     *
     * @param around the places that a site stands in on a day
     */
    List<String> sitesIn(String place, LocalDate on, BiFunction<String, LocalDate, Set<String>> around) {
        // A file has few days; one with many shall not fill the memory.
        if (within.size() > MOST_DAYS) {
            within.clear();
        }
        return within.computeIfAbsent(on, day -> byPlace(day, around)).getOrDefault(place, List.of());
    }

    private Map<String, List<String>> byPlace(LocalDate on, BiFunction<String, LocalDate, Set<String>> around) {
        Map<String, List<String>> byPlace = new HashMap<>();
        sites.forEach((code, site) -> {
            LocalDate closed = site.closed;
            if (closed == null || closed.isAfter(on)) {
                around.apply(code, on)
                        .forEach(place -> byPlace.computeIfAbsent(place, made -> new ArrayList<>())
                                .add(code));
            }
        });
        return byPlace;
    }
}
