package org.plumbline.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clauses for one class of sites, made ready to be decided for many of them. */
final class ClassRules {
    private static final Truth[] TRUTHS = Truth.values();

    private final List<Ruling> rulings;
    private final int[] clauses;
    private final Ranges applicability;
    private final Ranges checks;
    /** By ruling, whether it applies and whether it is met: the result, where that is all it takes. */
    private final @Nullable ClauseResult[] ready;

    ClassRules(List<Ruling> rulings) {
        this.rulings = rulings;
        clauses = rulings.stream().mapToInt(Ruling::clause).toArray();
        applicability = new Ranges(rulings.stream().map(Ruling::appliesWhen).toList());
        checks = new Ranges(rulings.stream().map(Ruling::check).toList());
        ready = rulings.stream().flatMap(ClassRules::ready).toArray(ClauseResult[]::new);
    }

    private static Stream<@Nullable ClauseResult> ready(Ruling ruling) {
        return Arrays.stream(TRUTHS).flatMap(applies -> Arrays.stream(TRUTHS).map(met -> ruling.ready(applies, met)));
    }

    /** Puts the result of each of the clauses in its place among {@code results}. */
    void decide(SiteRecord record, Subject facts, ClauseResult[] results) {
        byte[] applies = applicability.test(facts);
        byte[] met = checks.test(facts);
        for (int i = 0; i < applies.length; i++) {
            ClauseResult result = ready[(i * TRUTHS.length + applies[i]) * TRUTHS.length + met[i]];
            results[clauses[i]] = result != null ? result : rulings.get(i).unready(record, facts);
        }
    }

    /** The clauses. */
    List<Ruling> rulings() {
        return rulings;
    }
}
