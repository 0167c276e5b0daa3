package org.plumbline.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.Subject;

/**
 * Measures how far three-valued logic falls short: tries each clause over the cells that its thresholds cut the facts into,
 * with up to four facts unknown at once, and finds where the clause stays open although every value of them decides it alike.
 *
 * <p>A derived fact counts as a fact of its own here, so that what two of them have in common is not seen; clauses over nested
 * records, patterns and pairs of facts have no finite cells and are not tried.
 */
final class Completeness {
    private static final int MOST_UNKNOWN = 4;
    private static final int MOST_ASSIGNMENTS = 1_500;
    private static final int MOST_CODES = 8;

    private final Rulebook rulebook;
    private final FactBook book;
    private int tried;
    private int clauses;

    Completeness(Rulebook rulebook, FactBook book) {
        this.rulebook = rulebook;
        this.book = book;
    }

    /** A clause that stays open needlessly. */
    record Hole(Clause clause, List<String> unknown, Outcome outcome) {}

    /** How many clauses could be tried. */
    int clauses() {
        return clauses;
    }

    /** How many records with something unknown were tried. */
    int tried() {
        return tried;
    }

    /** The first hole of each clause that has one. */
    List<Hole> holes() {
        List<Hole> holes = new ArrayList<>();
        for (Clause clause : rulebook.clauses()) {
            Hole hole = clause.automatic() ? hole(clause) : null;
            if (hole != null) {
                holes.add(hole);
            }
        }
        return holes;
    }

    private @Nullable Hole hole(Clause clause) {
        Thresholds thresholds = new Thresholds();
        thresholds.add(clause);
        if (thresholds.open) {
            return null;
        }
        Hole hole = null;
        for (int siteClass = 0; siteClass < rulebook.classes().size() && hole == null; siteClass++) {
            if (clause.concerns(siteClass)) {
                Trial trial = new Trial(clause, siteClass, thresholds);
                if (trial.assignments() <= MOST_ASSIGNMENTS) {
                    clauses += siteClass == 0 ? 1 : 0;
                    hole = trial.hole();
                }
            }
        }
        return hole;
    }

    /** One value of a fact that stands for all between two thresholds; a null value is "there is none". */
    private record Cell(@Nullable Long value, @Nullable String text) {}

    /** One clause for sites of one class. */
    private final class Trial {
        private final Clause clause;
        private final List<Fact> facts = new ArrayList<>();
        private final List<List<Cell>> cells = new ArrayList<>();
        private final Evaluator evaluator;
        private final SiteRecord record;

        Trial(Clause clause, int siteClass, Thresholds thresholds) {
            this.clause = clause;
            // The clause alone, and derived facts stated like others.
            evaluator = new Evaluator(Mutations.with(rulebook, List.of(clause), List.of()));
            record = evaluator.rulebook().emptyRecord("", siteClass);
            clause.facts(siteClass, fact -> {
                if (!facts.contains(fact)) {
                    facts.add(fact);
                    cells.add(cells(fact, thresholds));
                }
            });
        }

        /** How many records there are to try; beyond bounds when a fact has no finite cells. */
        long assignments() {
            long product = cells.stream().anyMatch(List::isEmpty) ? Integer.MAX_VALUE : 1;
            for (List<Cell> one : cells) {
                product = Math.min(product * (one.size() + 1), Integer.MAX_VALUE);
            }
            return product;
        }

        @Nullable
        Hole hole() {
            return assign(0, new ArrayList<>());
        }

        /** Gives the facts from {@code index} on every cell and "unknown"; looks for a hole where any is unknown. */
        private @Nullable Hole assign(int index, List<Fact> unknown) {
            if (index == facts.size()) {
                return unknown.isEmpty() ? null : needless(unknown);
            }
            Fact fact = facts.get(index);
            Hole hole = null;
            for (int i = 0; i < cells.get(index).size() && hole == null; i++) {
                put(fact, cells.get(index).get(i));
                hole = assign(index + 1, unknown);
            }
            record.facts().forget(fact.slot());
            if (hole == null && unknown.size() < MOST_UNKNOWN) {
                unknown.add(fact);
                hole = assign(index + 1, unknown);
                unknown.removeLast();
            }
            return hole;
        }

        private @Nullable Hole needless(List<Fact> unknown) {
            tried++;
            if (!result().outcome().open()) {
                return null;
            }
            ClauseResult decided = complete(unknown, 0, null);
            unknown.forEach(fact -> record.facts().forget(fact.slot()));
            // Whether a permission does not apply or is not used is all one, but an unknown pl:appliesWhen is untested
            // by rule.
            return decided == null || decided.outcome() == Outcome.INAPPLICABLE
                    ? null
                    : new Hole(clause, unknown.stream().map(Fact::name).toList(), decided.outcome());
        }

        /** The result that all completions share, or null. */
        private @Nullable ClauseResult complete(List<Fact> unknown, int index, @Nullable ClauseResult before) {
            if (index == unknown.size()) {
                ClauseResult result = result();
                boolean alike = before == null
                        || before.outcome() == result.outcome()
                                && before.possible() == result.possible()
                                && before.earned() == result.earned()
                                && before.obligation() == result.obligation();
                return alike && !result.outcome().open() ? result : null;
            }
            ClauseResult shared = before;
            for (Cell cell : cells.get(facts.indexOf(unknown.get(index)))) {
                put(unknown.get(index), cell);
                shared = complete(unknown, index + 1, shared);
                if (shared == null) {
                    return null;
                }
            }
            return shared;
        }

        private ClauseResult result() {
            return evaluator.assess(record, 0).results().getFirst();
        }

        private void put(Fact fact, Cell cell) {
            if (cell.text != null) {
                record.facts().put(fact.slot(), cell.text, Subject.NO_DAY);
            } else if (cell.value == null) {
                record.facts().mark(fact.slot(), Subject.NONE, Subject.NO_DAY);
            } else {
                record.facts().put(fact.slot(), cell.value, Subject.NO_DAY);
            }
        }
    }

    private List<Cell> cells(Fact fact, Thresholds thresholds) {
        TreeSet<Long> near = thresholds.values.getOrDefault(fact.name(), new TreeSet<>());
        List<Cell> cells = new ArrayList<>();
        FactDefinition definition = book.facts().get(fact.name());
        if (definition == null || definition.derived() || definition.mayBeNone()) {
            cells.add(new Cell(null, null));
        }
        switch (fact.type()) {
            case BOOLEAN -> {
                cells.add(new Cell(0L, null));
                cells.add(new Cell(1L, null));
            }
            case TEXT -> {
                thresholds
                        .texts
                        .getOrDefault(fact.name(), new TreeSet<>())
                        .forEach(text -> cells.add(new Cell(0L, text)));
                cells.add(new Cell(0L, "\u0000"));
            }
            case CODE -> codes(fact, near).forEach(code -> cells.add(new Cell(code, null)));
            case CODES -> {
                List<Long> sets = sets(codes(fact, near));
                sets.forEach(set -> cells.add(new Cell(set, null)));
                if (sets.isEmpty()) {
                    cells.clear();
                }
            }
            default -> numbers(fact, near).forEach(number -> cells.add(new Cell(number, null)));
        }
        return cells;
    }

    /** The codes that the clause names and one that it does not. */
    private static TreeSet<Long> codes(Fact fact, TreeSet<Long> named) {
        TreeSet<Long> codes = new TreeSet<>(named);
        CodeList list = fact.codes();
        for (long i = 0; list != null && i < list.codes().size(); i++) {
            if (codes.add(i) && codes.size() > named.size()) {
                break;
            }
        }
        return codes;
    }

    /** All sets of the codes but the empty one; nothing when they are too many. */
    private static List<Long> sets(TreeSet<Long> codes) {
        List<Long> sets = new ArrayList<>();
        List<Long> members = List.copyOf(codes);
        for (long chosen = 1; members.size() <= MOST_CODES && chosen < 1L << members.size(); chosen++) {
            long bits = 0;
            for (int i = 0; i < members.size(); i++) {
                bits |= (chosen >> i & 1) << members.get(i);
            }
            sets.add(bits);
        }
        return sets;
    }

    /** Each threshold, what lies between two, and what lies beyond them. */
    private static TreeSet<Long> numbers(Fact fact, TreeSet<Long> thresholds) {
        long unit = fact.type() == Datatype.INTEGER ? Micros.ONE : 1;
        TreeSet<Long> numbers = new TreeSet<>();
        for (long threshold : thresholds) {
            numbers.addAll(List.of(threshold - unit, threshold, threshold + unit));
        }
        numbers.add(0L);
        numbers.removeIf(number -> number < fact.least() || number > fact.most());
        if (numbers.isEmpty()) {
            numbers.add(fact.least());
        }
        return numbers;
    }
}
