package org.plumbline.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a record ready for a date: ages facts out, then derives the derived ones. */
final class Preparation {
    private final Rulebook rulebook;
    private final List<Fact> ageing = new ArrayList<>();
    private final List<Fact> recordFacts = new ArrayList<>();
    private final List<Fact> oldest = new ArrayList<>();
    private final List<List<Fact>> reached = new ArrayList<>();

    Preparation(Rulebook rulebook) {
        this.rulebook = rulebook;
        for (Fact fact : rulebook.facts()) {
            if (!fact.validFor().equals(Validity.FOREVER)) {
                ageing.add(fact);
            }
            if (fact.type() == Datatype.RECORDS) {
                recordFacts.add(fact);
            }
            if (fact.role() == Fact.Role.OLDEST_FACT_AGE) {
                oldest.add(fact);
            }
        }
        Map<String, Derivation> byName = new java.util.HashMap<>();
        rulebook.derivations()
                .forEach(derivation -> byName.put(derivation.fact().name(), derivation));
        for (int siteClass = 0; siteClass < rulebook.classes().size(); siteClass++) {
            List<Fact> facts = new ArrayList<>();
            for (Clause clause : rulebook.clauses()) {
                if (clause.concerns(siteClass)) {
                    baseFacts(clause, siteClass, byName).stream()
                            .filter(fact -> fact.kind() == Fact.SITE && !facts.contains(fact))
                            .forEach(facts::add);
                }
            }
            reached.add(facts);
        }
    }

    /** A working copy of the record's facts on {@code onDay}; with {@code keepExpired} aged facts still count. */
    Subject prepare(SiteRecord record, int onDay, boolean keepExpired) {
        Subject site = record.facts().copy();
        for (Fact fact : oldest) {
            putOldestAge(fact, site, record.siteClass(), onDay);
        }
        if (!keepExpired) {
            expire(Fact.SITE, site, onDay);
        }
        for (Fact fact : recordFacts) {
            Subject[] records = site.records[fact.slot()];
            if (records.length > 0) {
                Subject[] copies = new Subject[records.length];
                for (int i = 0; i < records.length; i++) {
                    copies[i] = records[i].copy();
                    if (!keepExpired) {
                        expire(fact.recordKind(), copies[i], onDay);
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
        for (Derivation derivation : rulebook.derivations()) {
            if (derivation.fact().kind() == Fact.SITE) {
                derivation.derive(site, context, cell);
                continue;
            }
            for (Fact fact : recordFacts) {
                if (fact.recordKind() == derivation.fact().kind()) {
                    for (Subject one : site.records[fact.slot()]) {
                        derivation.derive(one, context, cell);
                    }
                }
            }
        }
    }

    private void expire(int kind, Subject subject, int onDay) {
        for (int i = 0; i < ageing.size(); i++) {
            Fact fact = ageing.get(i);
            int slot = fact.slot();
            if (fact.kind() == kind
                    && subject.known(slot)
                    && subject.observed[slot] != Subject.NO_DAY
                    && fact.validFor().expired(subject.observed[slot], onDay)) {
                subject.state[slot] = Subject.EXPIRED;
            }
        }
    }

    private void putOldestAge(Fact fact, Subject site, int siteClass, int onDay) {
        if (site.state[fact.slot()] != Subject.UNMEASURED) {
            return;
        }
        int oldestDay = Integer.MAX_VALUE;
        for (Fact base : reached.get(siteClass)) {
            if (site.state[base.slot()] != Subject.UNMEASURED && site.observed[base.slot()] != Subject.NO_DAY) {
                oldestDay = Math.min(oldestDay, site.observed[base.slot()]);
            }
        }
        if (oldestDay != Integer.MAX_VALUE) {
            site.state[fact.slot()] = Subject.VALUE;
            site.value[fact.slot()] = (long) (onDay - oldestDay) * Micros.ONE;
        }
    }

    /** Whether any fact of the prepared site or its records is in {@code state}. */
    boolean holds(Subject site, byte state) {
        if (contains(site, state)) {
            return true;
        }
        for (Fact fact : recordFacts) {
            for (Subject record : site.records[fact.slot()]) {
                if (contains(record, state)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean contains(Subject subject, byte state) {
        for (byte one : subject.state) {
            if (one == state) {
                return true;
            }
        }
        return false;
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
