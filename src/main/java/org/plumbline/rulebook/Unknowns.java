package org.plumbline.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what an undecided condition still needs to know, down to the facts that somebody can observe. */
public final class Unknowns {
    /** One fact of the site or of one of its records that is not known, and in what way ({@link Subject} states). */
    public record Need(Fact fact, String record, byte state) {}

    private final Map<String, Derivation> derivations;
    private final List<Need> needs = new ArrayList<>();
    private boolean undefined;

    Unknowns(Map<String, Derivation> derivations) {
        this.derivations = derivations;
    }

    /** Adds a fact of {@code subject} if it is unknown there; for a derived fact, its unknown operands. */
    void add(Fact fact, Subject subject) {
        byte state = subject.state(fact.slot());
        if (state == Subject.VALUE || state == Subject.NONE) {
            return;
        }
        Derivation derivation = derivations.get(fact.name());
        if (state == Subject.UNDEFINED) {
            undefined = true;
        } else if (derivation != null) {
            derivation.unknowns(subject, this);
        } else {
            Need need = new Need(fact, subject.id, state);
            if (!needs.contains(need)) {
                needs.add(need);
            }
        }
    }

    /** The facts needed, in the order met. */
    public List<Need> needs() {
        return needs;
    }

    /** Whether a derived fact without a value is among the reasons, which no further observation of the same facts cures. */
    public boolean undefined() {
        return undefined;
    }

    /** Whether equally good sources differ on everything that is missing. */
    boolean onlyDisputed() {
        return !undefined && !needs.isEmpty() && needs.stream().allMatch(need -> need.state == Subject.DISPUTED);
    }
}
