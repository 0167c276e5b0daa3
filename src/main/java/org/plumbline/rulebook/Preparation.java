package org.plumbline.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Makes a record ready for a date: ages facts out, then derives the derived ones that a clause for its class asks for. */
final class Preparation {
    private final Rulebook rulebook;
    private final Fact[] oldest;
    private final Fact[] recordFacts;
    private final Reach[] reaches;
    private final List<Fact> ageing;
    private final int[][] ageingSlots;
    private final Ages ageless;
    private volatile Ages ages;

    /**
     * What the clauses for one class reach.
     *
     * @param derivations by kind (the site's first), those of its facts in order
     * @param bars by slot of the site, {@link Subject#NO_DAY} where no clause asks for the fact, else the least of all days
     */
    private record Reach(Derivation[][] derivations, int[] bars) {}

    /** The earliest day of observation that counts on a day, by kind (the site's first) for each fact that ages, and their latest. */
    private record Ages(int onDay, int[][] earliest, int[] latest) {
        Ages(int onDay, int[][] earliest) {
            this(
                    onDay,
                    earliest,
                    Arrays.stream(earliest)
                            .mapToInt(kind -> Arrays.stream(kind).max().orElse(Integer.MIN_VALUE))
                            .toArray());
        }
    }

    Preparation(Rulebook rulebook, Map<String, Derivation> derivations) {
        this.rulebook = rulebook;
        oldest = rulebook.facts().stream()
                .filter(fact -> fact.role() == Fact.Role.OLDEST_FACT_AGE)
                .toArray(Fact[]::new);
        recordFacts = rulebook.facts().stream()
                .filter(fact -> fact.type() == Datatype.RECORDS)
                .toArray(Fact[]::new);
        ageing = rulebook.facts().stream()
                .filter(fact -> !fact.validFor().equals(Validity.FOREVER))
                .toList();
        ageingSlots = byKind(Fact::slot);
        ageless = new Ages(Integer.MIN_VALUE, byKind(fact -> Integer.MIN_VALUE));
        ages = ageless;
        reaches = new Reach[rulebook.classes().size()];
        for (int siteClass = 0; siteClass < reaches.length; siteClass++) {
            reaches[siteClass] = reach(siteClass, derivations);
        }
    }

    private Reach reach(int siteClass, Map<String, Derivation> byName) {
        Resolution resolution = new Resolution(byName);
        for (Clause clause : rulebook.clauses()) {
            if (clause.concerns(siteClass)) {
                clause.facts(siteClass, resolution::add);
            }
        }
        int[] bars = new int[rulebook.siteSlots()];
        Arrays.fill(bars, Subject.NO_DAY);
        for (Fact fact : resolution.base()) {
            if (fact.kind() == Fact.SITE) {
                bars[fact.slot()] = Integer.MIN_VALUE;
            }
        }
        Derivation[][] derivations = new Derivation[rulebook.kinds().size() + 1][];
        for (int i = 0; i < derivations.length; i++) {
            derivations[i] = resolution.derivations(i - 1);
        }
        return new Reach(derivations, bars);
    }

    /** A working copy of the record's facts on {@code onDay}; with {@code keepExpired} aged facts still count. */
    Subject prepare(SiteRecord record, int onDay, boolean keepExpired) {
        Reach reach = reaches[record.siteClass()];
        Ages limits = keepExpired ? ageless : ages(onDay);
        Computation computation = new Computation(onDay, rulebook.calendar());
        Subject site = record.facts().copy();
        for (Fact fact : oldest) {
            putOldestAge(fact, site, reach.bars, onDay);
        }
        if (site.olderThan(limits.latest[0])) {
            expire(Fact.SITE, site, limits);
        }
        for (Fact fact : recordFacts) {
            if (site.records(fact.slot()).length > 0) {
                prepare(fact, site, reach.derivations[fact.recordKind() + 1], limits, computation);
            }
        }
        derive(site, reach.derivations[0], computation);
        return site;
    }

    /** Prepares the records of {@code fact}: copies of them where something there can differ on the day. */
    private void prepare(Fact fact, Subject site, Derivation[] derivations, Ages limits, Computation computation) {
        int kind = fact.recordKind();
        int latest = limits.latest[kind + 1];
        Subject[] records = site.records(fact.slot());
        if (derivations.length > 0 || Subject.anyOlderThan(latest, records)) {
            records = Subject.copies(records);
            site.replace(fact.slot(), records);
            for (Subject record : records) {
                if (record.olderThan(latest)) {
                    expire(kind, record, limits);
                }
                derive(record, derivations, computation);
            }
        }
        for (Subject record : records) {
            site.include(record);
        }
    }

    private static void derive(Subject subject, Derivation[] derivations, Computation computation) {
        for (Derivation derivation : derivations) {
            derivation.derive(subject, computation);
        }
    }

    private Ages ages(int onDay) {
        Ages known = ages;
        if (known.onDay != onDay) {
            known = new Ages(onDay, byKind(fact -> fact.validFor().earliest(onDay)));
            ages = known;
        }
        return known;
    }

    /** A number of each fact that ages, by kind, the site's first. */
    private int[][] byKind(ToIntFunction<Fact> number) {
        int[][] numbers = new int[rulebook.kinds().size() + 1][];
        for (int i = 0; i < numbers.length; i++) {
            int kind = i - 1;
            numbers[i] = ageing.stream()
                    .filter(fact -> fact.kind() == kind)
                    .mapToInt(number)
                    .toArray();
        }
        return numbers;
    }

    private void expire(int kind, Subject subject, Ages limits) {
        int[] slots = ageingSlots[kind + 1];
        int[] earliest = limits.earliest[kind + 1];
        for (int i = 0; i < slots.length; i++) {
            if (subject.observed(slots[i]) < earliest[i]) {
                subject.expire(slots[i]);
            }
        }
    }

    private static void putOldestAge(Fact fact, Subject site, int[] bars, int onDay) {
        if (site.state(fact.slot()) != Subject.UNMEASURED) {
            return;
        }
        int oldestDay = site.oldest(bars);
        if (oldestDay != Subject.NO_DAY) {
            site.derive(fact.slot(), Subject.VALUE, (long) (onDay - oldestDay) * Micros.ONE);
        }
    }
}
