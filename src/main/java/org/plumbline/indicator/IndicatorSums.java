package org.plumbline.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Assessment;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;

/** Adds up the measures of one edition over the sites of a district while they pass, so that no page ever has to. */
public final class IndicatorSums {
    private static final String ALL = "";
    private static final String COMMITTEE = "Committee";

    private final List<Measure> measures;
    private final Contributions contributions;
    private final Map<String, Holder> holders = new LinkedHashMap<>();
    private final String district;
    private final Map<String, Map<Group, Sum>> sums = new LinkedHashMap<>();

    /** Whose sites are added up: those of a place, and of one class or of all. */
    record Group(String place, String siteClass) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int places = place.compareTo(other.place);
            return places != 0 ? places : siteClass.compareTo(other.siteClass);
        }
    }

    /**
     * Where a site lies.
     *
     * @param code the site's code
     * @param siteClass its class
     * @param street code of its street
     * @param committee code of its committee; null when it stands in none
     * @param areas codes of its areas
     */
    public record Standing(
            String code,
            String siteClass,
            String street,
            @Nullable String committee,
            List<String> areas) {}

    /**
     * The kind of place that holds what a measure divides by.
     *
     * @param both whether it holds the numerator too
     */
    private record Holder(String kind, boolean both) {
        static @Nullable Holder of(Computation computation, FactBook book) {
            return switch (computation) {
                case Computation.Quotient(String over, String under, var where) -> of(book, over, under);
                case Computation.Gini(String over, String under) -> of(book, over, under);
                default -> null;
            };
        }

        private static @Nullable Holder of(FactBook book, String over, String under) {
            String kind = kind(book, under);
            return kind == null ? null : new Holder(kind, kind.equals(kind(book, over)));
        }

        private static @Nullable String kind(FactBook book, String name) {
            FactDefinition fact = book.facts().get(name);
            return fact == null ? null : fact.heldBy();
        }

        /** The place in which a site stands; null when it stands in none. */
        @Nullable
        String of(Standing site) {
            if (kind.equals(COMMITTEE)) {
                return site.committee();
            }
            return site.areas().isEmpty() ? null : String.join(" ", site.areas());
        }
    }

    /**
     * Nothing yet.
     *
     * @param edition its facts are those that the verdict used; a measure of a fact that it does not read is left out
     * @param district code of the place that is the sum of all streets
     */
    public IndicatorSums(List<Indicator> indicators, Edition edition, String district) {
        this.district = district;
        contributions = new Contributions(edition.rulebook());
        measures = indicators.stream()
                .flatMap(one -> one.measures().stream())
                .filter(measure -> contributions.gives(measure.computation()))
                .toList();
        measures.forEach(measure -> {
            Holder holder = Holder.of(measure.computation(), edition.book());
            if (holder != null) {
                holders.put(measure.id(), holder);
            }
        });
    }

    /** Takes in the assessment of a site. */
    public void site(Standing site, Assessment assessment) {
        for (Measure measure : measures) {
            if (!measure.covers(site.siteClass()) || measure.computation() instanceof Computation.Coverage) {
                continue;
            }
            Contribution given = contributions.of(measure.computation(), assessment);
            Holder holder = holders.get(measure.id());
            String held = holder == null ? null : holder.of(site);
            if (holder != null && held != null) {
                given = given.heldIn(held, holder.both());
            }
            for (String place : List.of(district, site.street())) {
                sum(measure, place, ALL).add(site.code(), given);
                sum(measure, place, site.siteClass()).add(site.code(), given);
            }
        }
    }

    /**
     * Takes in the committees of a street, which the register knows.
     *
     * @param covered how many of them have a site
     * @param all how many there are
     */
    public void committees(String street, long covered, long all) {
        for (Measure measure : measures) {
            if (measure.computation() instanceof Computation.Coverage) {
                sum(measure, district, ALL).count(covered, all);
                sum(measure, street, ALL).count(covered, all);
            }
        }
    }

    private Sum sum(Measure measure, String place, String siteClass) {
        return sums.computeIfAbsent(measure.id(), key -> new TreeMap<>())
                .computeIfAbsent(new Group(place, siteClass), key -> new Sum(measure));
    }

    /** The figures of every measure that something was taken in for; those that would show a few persons are held back. */
    public List<IndicatorValue> values() {
        List<IndicatorValue> all = new ArrayList<>();
        for (Measure measure : measures) {
            Map<Group, IndicatorValue> values = new LinkedHashMap<>();
            sums.getOrDefault(measure.id(), Map.of())
                    .forEach((group, sum) -> values.put(group, sum.value(group.place(), group.siteClass())));
            all.addAll(shown(measure, values).values());
        }
        return all;
    }

    private Map<Group, IndicatorValue> shown(Measure measure, Map<Group, IndicatorValue> values) {
        if (!(measure.computation() instanceof Computation.Quotient(String over, String under, var where))
                || !contributions.persons(over)) {
            return values;
        }
        return Suppression.apply(values, district, contributions.persons(under));
    }
}
