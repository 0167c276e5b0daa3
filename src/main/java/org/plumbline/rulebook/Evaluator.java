package org.plumbline.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds records against one rulebook. A pure function of rulebook, record and date, safe for use by many threads; no clock, no
 * locale, no order of anything but the rulebook's.
 */
public final class Evaluator {
    private final Rulebook rulebook;
    private final Map<String, Derivation> derivations = new LinkedHashMap<>();
    private final Preparation preparation;
    private final Totals.Places places;
    private final ClassRules[] rules;
    private final ClauseResult[] otherClass;

    /** Prepares to hold records against {@code rulebook}. */
    public Evaluator(Rulebook rulebook) {
        this.rulebook = rulebook;
        for (Derivation derivation : rulebook.derivations()) {
            derivations.put(derivation.fact().name(), derivation);
        }
        preparation = new Preparation(rulebook, derivations);
        places = new Totals.Places(rulebook);
        otherClass = new ClauseResult[rulebook.clauses().size()];
        for (int i = 0; i < otherClass.length; i++) {
            otherClass[i] = Ruling.inapplicable(i, Reason.OTHER_CLASS);
        }
        rules = new ClassRules[rulebook.classes().size()];
        for (int siteClass = 0; siteClass < rules.length; siteClass++) {
            rules[siteClass] = rules(siteClass);
        }
    }

    private ClassRules rules(int siteClass) {
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < rulebook.clauses().size(); i++) {
            Clause clause = rulebook.clauses().get(i);
            if (clause.concerns(siteClass)) {
                rulings.add(new Ruling(i, clause, siteClass));
            }
        }
        return new ClassRules(List.copyOf(rulings));
    }

    /** The rulebook in use. */
    public Rulebook rulebook() {
        return rulebook;
    }

    Totals.Places places() {
        return places;
    }

    /**
     * Assesses one site.
     *
     * @param record what is known of the site, arranged for this rulebook; not changed
     * @param onDay the assessment date, days since 1970-01-01
     */
    public Assessment assess(SiteRecord record, int onDay) {
        Subject facts = preparation.prepare(record, onDay, false);
        ClauseResult[] results = otherClass.clone();
        rules[record.siteClass()].decide(record, facts, results);
        if (facts.disputed()) {
            markDisputes(record, facts, results);
        }
        if (facts.expired()) {
            addLastKnown(record, preparation.prepare(record, onDay, true), results);
        }
        return new Assessment(this, record, onDay, facts, results);
    }

    private void markDisputes(SiteRecord record, Subject facts, ClauseResult[] results) {
        for (Ruling ruling : rules[record.siteClass()].rulings()) {
            int clause = ruling.clause();
            if (results[clause].outcome().open()
                    && unknowns(rulebook.clauses().get(clause), record.siteClass(), facts)
                            .onlyDisputed()) {
                results[clause] = ruling.disputed();
            }
        }
    }

    private void addLastKnown(SiteRecord record, Subject lastKnown, ClauseResult[] results) {
        for (Ruling ruling : rules[record.siteClass()].rulings()) {
            int clause = ruling.clause();
            if (results[clause].outcome().open()) {
                Outcome before = ruling.on(record, lastKnown).outcome();
                results[clause] = before.open() ? results[clause] : results[clause].withLastKnown(before);
            }
        }
    }

    /** What {@code clause} needs to know of a site with these prepared facts. */
    Unknowns unknowns(Clause clause, int siteClass, Subject facts) {
        Unknowns unknowns = new Unknowns(derivations);
        Condition appliesWhen = clause.appliesWhen();
        if (appliesWhen != null && appliesWhen.test(facts) == Truth.UNKNOWN) {
            appliesWhen.unknowns(facts, unknowns);
        }
        for (Clause.Case one : clause.cases()) {
            Condition when = one.when();
            Truth guard = when == null ? Truth.TRUE : when.test(facts);
            if (!one.isFor(siteClass) || guard == Truth.FALSE) {
                continue;
            }
            if (when != null && guard == Truth.UNKNOWN) {
                when.unknowns(facts, unknowns);
            }
            Condition check = one.check();
            if (check != null && check.test(facts) == Truth.UNKNOWN) {
                check.unknowns(facts, unknowns);
            }
            if (guard == Truth.TRUE) {
                break;
            }
        }
        return unknowns;
    }

    /** The base facts that {@code clause} rests on for sites of {@code siteClass}, derived facts resolved. */
    public List<Fact> baseFacts(Clause clause, int siteClass) {
        Resolution resolution = new Resolution(derivations);
        clause.facts(siteClass, resolution::add);
        return resolution.base();
    }
}
