package org.plumbline.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.plumbline.rulebook.Totals.View;

/**
 * Finds the fewest facts whose measuring settles the band, whatever they turn out to be: with the clauses that they decide
 * passed or failed in any combination, the clauses still open no longer matter. Exact up to three facts; beyond that facts are
 * added greedily, those of the clauses with most weight first.
 */
public final class Settler {
    private static final int EXACT = 3;
    private static final int CANDIDATES = 24;
    private static final int MOST_CLAUSES = 10;

    private final Assessment assessment;
    private final ClauseResult[] results;
    private final List<Integer> open = new ArrayList<>();
    private final List<List<String>> needs = new ArrayList<>();

    private Settler(Assessment assessment) {
        this.assessment = assessment;
        results = assessment.results().toArray(ClauseResult[]::new);
        for (ClauseResult result : results) {
            if (result.outcome().open()) {
                Clause clause = assessment.rulebook().clauses().get(result.clause());
                List<String> names = new ArrayList<>();
                if (result.reason() == Reason.NOT_JUDGED) {
                    names.add(clause.number());
                }
                for (Unknowns.Need need : assessment.needs(result.clause()).needs()) {
                    if (!names.contains(need.fact().name())) {
                        names.add(need.fact().name());
                    }
                }
                if (!names.isEmpty()) {
                    open.add(result.clause());
                    needs.add(names);
                }
            }
        }
        sortByWeight();
    }

    /**
     * The names of the facts to measure (a judged clause stands by its number); empty when the band is settled already or when
     * nothing that can be measured would settle it.
     */
    public static List<String> settle(Assessment assessment) {
        return assessment.settled() ? List.of() : new Settler(assessment).search();
    }

    private void sortByWeight() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> Long.compare(weight(open.get(b)), weight(open.get(a))));
        List<Integer> clauses = order.stream().map(open::get).toList();
        List<List<String>> sorted = order.stream().map(needs::get).toList();
        open.clear();
        open.addAll(clauses);
        needs.clear();
        needs.addAll(sorted);
    }

    private long weight(int clause) {
        return results[clause].possible()
                + (assessment.rulebook().clauses().get(clause).veto() ? 1_000_000_000L : 0);
    }

    private List<String> search() {
        List<String> candidates = new ArrayList<>();
        needs.forEach(names ->
                names.stream().filter(name -> !candidates.contains(name)).forEach(candidates::add));
        List<String> few = candidates.subList(0, Math.min(CANDIDATES, candidates.size()));
        for (int size = 1; size <= EXACT; size++) {
            List<String> found = choose(few, size, 0, new ArrayList<>());
            if (!found.isEmpty()) {
                return found;
            }
        }
        List<String> greedy = new ArrayList<>();
        for (List<String> names : needs) {
            names.stream().filter(name -> !greedy.contains(name)).forEach(greedy::add);
            if (settles(greedy)) {
                return List.copyOf(new TreeSet<>(greedy));
            }
        }
        return List.of();
    }

    private List<String> choose(List<String> candidates, int size, int from, List<String> chosen) {
        if (size == 0) {
            return settles(chosen) ? List.copyOf(new TreeSet<>(chosen)) : List.of();
        }
        for (int i = from; i <= candidates.size() - size; i++) {
            if (!couldSettle(chosen, candidates.subList(i, candidates.size()))) {
                return List.of();
            }
            chosen.add(candidates.get(i));
            List<String> found = choose(candidates, size - 1, i + 1, chosen);
            chosen.removeLast();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Whether all of these facts together could: if not, no part of them can, since measuring more never unsettles. */
    private boolean couldSettle(List<String> chosen, List<String> rest) {
        List<String> names = new ArrayList<>(chosen);
        names.addAll(rest);
        List<Integer> decided = decided(names);
        return all(decided) || !decided.isEmpty() && sameBand(decided, 0) && sameBand(decided, -1L);
    }

    private List<Integer> decided(List<String> names) {
        List<Integer> decided = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (names.containsAll(needs.get(i))) {
                decided.add(open.get(i));
            }
        }
        return decided;
    }

    /** Whether the clauses still open do not matter when those decided passed as the bits say. */
    private boolean sameBand(List<Integer> decided, long passed) {
        ClauseResult[] assumed = results.clone();
        for (int i = 0; i < decided.size(); i++) {
            assumed[decided.get(i)] = results[decided.get(i)].decided((passed >> i & 1) == 1);
        }
        Band low = assessment.totals(assumed, View.LOW).band();
        Band high = assessment.totals(assumed, View.HIGH).band();
        return Objects.equals(low, high);
    }

    private boolean settles(List<String> names) {
        List<Integer> decided = decided(names);
        if (all(decided)) {
            return true;
        }
        if (decided.isEmpty() || decided.size() > MOST_CLAUSES) {
            return false;
        }
        // From all passed down to all failed, since one of the ends tells most often.
        for (long passed = (1L << decided.size()) - 1; passed >= 0; passed--) {
            if (!sameBand(decided, passed)) {
                return false;
            }
        }
        return true;
    }

    private boolean all(List<Integer> decided) {
        return decided.size() == open.size() && open.size() == openClauses();
    }

    private long openClauses() {
        long count = 0;
        for (ClauseResult result : results) {
            count += result.outcome().open() ? 1 : 0;
        }
        return count;
    }
}
