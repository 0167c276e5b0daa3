package org.plumbline.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Follows derived facts to what they rest on: the facts that somebody observes, and the derivations on the way. */
final class Resolution {
    private final Map<String, Derivation> derivations;
    private final Map<String, Fact> base = new LinkedHashMap<>();
    private final Set<String> derived = new TreeSet<>();

    /** Follows {@code derivations}, by the name of the fact derived, each after those it reads. */
    Resolution(Map<String, Derivation> derivations) {
        this.derivations = derivations;
    }

    /** Adds {@code fact} and all that it rests on. */
    void add(Fact fact) {
        switch (fact.role()) {
            case OBSERVED -> base.putIfAbsent(fact.name(), fact);
            case OLDEST_FACT_AGE -> {}
            case DERIVED -> {
                Derivation derivation = derivations.get(fact.name());
                if (derivation != null && derived.add(fact.name())) {
                    derivation.facts(this::add);
                }
            }
        }
    }

    /** The observed facts, in the order met. */
    List<Fact> base() {
        return List.copyOf(base.values());
    }

    /** The derivations met for facts of {@code kind}, each after those it reads. */
    Derivation[] derivations(int kind) {
        return derivations.values().stream()
                .filter(one ->
                        one.fact().kind() == kind && derived.contains(one.fact().name()))
                .toArray(Derivation[]::new);
    }
}
