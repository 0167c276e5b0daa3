package org.plumbline.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.plumbline.indicator.IndicatorSums.Group;

/**
 * Holds back figures behind which fewer than five persons stand, and as many others as are needed so that nobody can subtract: the
 * streets of a district add up to it, and the classes of a place to all of its sites, so that one figure held back alone could be
 * found from the rest.
 */
final class Suppression {
    private static final BigDecimal FEWEST = BigDecimal.valueOf(5);

    private final Map<Group, IndicatorValue> values;
    private final String district;
    private final Set<Group> held = new HashSet<>();

    private Suppression(Map<Group, IndicatorValue> values, String district) {
        this.values = values;
        this.district = district;
    }

    /**
     * The figures of one measure that counts persons, with those held back that must be.
     *
     * @param values by place and class; a class of "" is the sum of all
     * @param district the place that is the sum of all others
     * @param both whether numerator and denominator count persons, so that their difference does too
     */
    static Map<Group, IndicatorValue> apply(Map<Group, IndicatorValue> values, String district, boolean both) {
        Suppression one = new Suppression(values, district);
        values.forEach((group, value) -> {
            if (small(value, both)) {
                one.held.add(group);
            }
        });
        one.spread();
        Map<Group, IndicatorValue> shown = new LinkedHashMap<>();
        values.forEach((group, value) -> shown.put(group, one.held.contains(group) ? value.suppressed() : value));
        return shown;
    }

    private static boolean small(IndicatorValue value, boolean both) {
        BigDecimal over = value.numerator();
        BigDecimal under = value.denominator();
        return over != null && under != null && (few(over) || both && (few(under) || few(under.subtract(over))));
    }

    private static boolean few(BigDecimal persons) {
        return persons.signum() > 0 && persons.compareTo(FEWEST) < 0;
    }

    /** Until nothing held back stands alone beside a sum that is shown. */
    private void spread() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (List<Group> family : families()) {
                changed |= widen(family.getFirst(), family.subList(1, family.size()));
            }
        }
    }

    /** A sum, followed by what it is the sum of. */
    private List<List<Group>> families() {
        Set<String> places = new HashSet<>();
        Set<String> classes = new HashSet<>();
        values.keySet().forEach(group -> {
            places.add(group.place());
            classes.add(group.siteClass());
        });
        List<List<Group>> families = new ArrayList<>();
        classes.forEach(one -> families.add(family(
                new Group(district, one),
                group -> group.siteClass().equals(one) && !group.place().equals(district))));
        places.forEach(place -> families.add(family(
                new Group(place, ""),
                group -> group.place().equals(place) && !group.siteClass().isEmpty())));
        return families;
    }

    private List<Group> family(Group sum, Predicate<Group> member) {
        List<Group> family = new ArrayList<>(List.of(sum));
        values.entrySet().stream()
                .filter(entry -> member.test(entry.getKey()) && entry.getValue().numerator() != null)
                .sorted(Comparator.comparing((Map.Entry<Group, IndicatorValue> entry) -> numerator(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .forEach(family::add);
        return family;
    }

    private static BigDecimal numerator(IndicatorValue value) {
        BigDecimal numerator = value.numerator();
        return numerator == null ? BigDecimal.ZERO : numerator;
    }

    /** Holds back the smallest other member beside a single one; the sum itself when there is no other. */
    private boolean widen(Group sum, List<Group> members) {
        List<Group> hidden = members.stream().filter(held::contains).toList();
        if (held.contains(sum) || hidden.size() != 1 || !values.containsKey(sum)) {
            return false;
        }
        return held.add(members.stream()
                .filter(group -> !held.contains(group))
                .findFirst()
                .orElse(sum));
    }
}
