package org.plumbline.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Makes a record ready for a date: ages facts out, then derives the derived ones. */
final class Preparation {
    private final Rulebook rulebook;
    private final List<Fact> ageing = new ArrayList<>();
    private final int[][] ageingSlots;
    private volatile Ages ages = new Ages(Integer.MIN_VALUE, new int[0][], new int[0]);
    private final Fact[] records;
    private final Derivation[] derivations;
    private final List<Fact> oldest = new ArrayList<>();
    private final int[][] reached;
    private final boolean[] derived;

    /** The earliest day of observation that counts on a day, by kind (the site's first) for each fact that ages, and their latest. */
    private record Ages(int onDay, int[][] earliest, int[] latest) {}

    Preparation(Rulebook rulebook) {
        this.rulebook = rulebook;
        for (Fact fact : rulebook.facts()) {
            if (!fact.validFor().equals(Validity.FOREVER)) {
                ageing.add(fact);
            }
            if (fact.role() == Fact.Role.OLDEST_FACT_AGE) {
                oldest.add(fact);
            }
        }
        records = rulebook.facts().stream()
                .filter(fact -> fact.type() == Datatype.RECORDS)
                .toArray(Fact[]::new);
        derivations = rulebook.derivations().toArray(Derivation[]::new);
        ageingSlots = byKind(Fact::slot);
        Map<String, Derivation> byName = new java.util.HashMap<>();
        rulebook.derivations()
                .forEach(derivation -> byName.put(derivation.fact().name(), derivation));
        derived = new boolean[rulebook.kinds().size() + 1];
        rulebook.derivations().forEach(derivation -> derived[derivation.fact().kind() + 1] = true);
        reached = new int[rulebook.classes().size()][];
        for (int siteClass = 0; siteClass < reached.length; siteClass++) {
            List<Fact> facts = new ArrayList<>();
            for (Clause clause : rulebook.clauses()) {
                if (clause.concerns(siteClass)) {
                    baseFacts(clause, siteClass, byName).stream()
                            .filter(fact -> fact.kind() == Fact.SITE && !facts.contains(fact))
                            .forEach(facts::add);
                }
            }
            reached[siteClass] = facts.stream().mapToInt(Fact::slot).toArray();
        }
    }

    /** A working copy of the record's facts on {@code onDay}; with {@code keepExpired} aged facts still count. */
    Subject prepare(SiteRecord record, int onDay, boolean keepExpired) {
        Subject site = record.facts().copy();
        for (Fact fact : oldest) {
            putOldestAge(fact, site, record.siteClass(), onDay);
        }
        Ages limits = ages(onDay);
        int[] latest = limits.latest;
        if (!keepExpired && site.olderThan(latest[0])) {
            expire(Fact.SITE, site, limits.earliest);
        }
        for (Fact fact : records) {
            Subject[] stated = site.records[fact.slot()];
            if (stated.length > 0) {
                Subject[] copies = new Subject[stated.length];
                for (int i = 0; i < copies.length; i++) {
                    boolean changes =
                            derived[fact.recordKind() + 1] || stated[i].olderThan(latest[fact.recordKind() + 1]);
                    copies[i] = changes ? stated[i].copy() : stated[i];
                    if (changes && !keepExpired) {
                        expire(fact.recordKind(), copies[i], limits.earliest);
                    }
                }
                site.records[fact.slot()] = copies;
            }
        }
        derive(site, new Expression.Context(onDay, rulebook.calendar()));
        return site;
    }

    private void derive(Subject site, Expression.Context context) {
        Cell cell = new Cell();
        for (Derivation derivation : derivations) {
            if (derivation.fact().kind() == Fact.SITE) {
                derivation.derive(site, context, cell);
                continue;
            }
            for (Fact fact : records) {
                if (fact.recordKind() == derivation.fact().kind()) {
                    for (Subject one : site.records[fact.slot()]) {
                        derivation.derive(one, context, cell);
                    }
                }
            }
        }
    }

    private Ages ages(int onDay) {
        Ages known = ages;
        if (known.onDay != onDay) {
            int[][] earliest = byKind(fact -> fact.validFor().earliest(onDay));
            int[] latest = Arrays.stream(earliest)
                    .mapToInt(kind -> Arrays.stream(kind).max().orElse(Integer.MIN_VALUE))
                    .toArray();
            known = new Ages(onDay, earliest, latest);
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

    private void expire(int kind, Subject subject, int[][] earliest) {
        int[] slots = ageingSlots[kind + 1];
        int[] limits = earliest[kind + 1];
        for (int i = 0; i < slots.length; i++) {
            int slot = slots[i];
            int day = subject.observed[slot];
            if (day < limits[i] && day != Subject.NO_DAY && subject.known(slot)) {
                subject.state[slot] = Subject.EXPIRED;
            }
        }
    }

    private void putOldestAge(Fact fact, Subject site, int siteClass, int onDay) {
        if (site.state[fact.slot()] != Subject.UNMEASURED) {
            return;
        }
        int oldestDay = Integer.MAX_VALUE;
        for (int slot : reached[siteClass]) {
            int day = site.observed[slot];
            if (day < oldestDay && day != Subject.NO_DAY && site.state[slot] != Subject.UNMEASURED) {
                oldestDay = day;
            }
        }
        if (oldestDay != Integer.MAX_VALUE) {
            site.state[fact.slot()] = Subject.VALUE;
            site.value[fact.slot()] = (long) (onDay - oldestDay) * Micros.ONE;
        }
    }

    /** The states that facts of the prepared site and its records are in, as bits. */
    int states(Subject site) {
        int states = states(0, site);
        for (Fact fact : records) {
            for (Subject record : site.records[fact.slot()]) {
                states = states(states, record);
            }
        }
        return states;
    }

    private static int states(int before, Subject subject) {
        int states = before;
        for (byte state : subject.state) {
            states |= 1 << state;
        }
        return states;
    }

    List<Fact> baseFacts(Clause clause, int siteClass, Map<String, Derivation> derivations) {
        List<Fact> base = new ArrayList<>();
        clause.facts(siteClass, fact -> resolve(fact, derivations, base));
        return base;
    }

    private static void resolve(Fact fact, Map<String, Derivation> derivations, List<Fact> base) {
        Derivation derivation = derivations.get(fact.name());
        if (derivation != null) {
            derivation.facts(operand -> resolve(operand, derivations, base));
        } else if (fact.role() == Fact.Role.OBSERVED && !base.contains(fact)) {
            base.add(fact);
        }
    }
}
