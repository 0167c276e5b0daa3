package org.plumbline.publication.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.plumbline.publication.view.SubmissionView.ClauseLink;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Derivation;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Editions.Known;

/** Which clauses read a fact, directly or through what is derived from it. */
final class ClauseReaders {
    private final Map<String, LinkedHashMap<String, ClauseLink>> byFact = new HashMap<>();

    ClauseReaders(List<Known> editions) {
        for (Known known : editions) {
            Edition edition = known.edition();
            Map<String, Derivation> derivations = new HashMap<>();
            edition.rulebook()
                    .derivations()
                    .forEach(one -> derivations.put(one.fact().name(), one));
            for (Clause clause : edition.rulebook().clauses()) {
                ClauseLink link =
                        new ClauseLink(clause.number(), Standards.head(edition).clause(clause.number()));
                for (String fact : facts(edition.rulebook(), clause, derivations)) {
                    byFact.computeIfAbsent(fact, name -> new LinkedHashMap<>()).put(link.path(), link);
                }
            }
        }
    }

    /** The clauses that read a fact. */
    List<ClauseLink> of(String fact) {
        return List.copyOf(byFact.getOrDefault(fact, new LinkedHashMap<>()).values());
    }

    private static TreeSet<String> facts(Rulebook rulebook, Clause clause, Map<String, Derivation> derivations) {
        TreeSet<String> names = new TreeSet<>();
        for (int i = 0; i < rulebook.classes().size(); i++) {
            if (clause.concerns(i)) {
                clause.facts(i, fact -> add(fact, derivations, names));
            }
        }
        return names;
    }

    private static void add(Fact fact, Map<String, Derivation> derivations, TreeSet<String> names) {
        Derivation derivation = derivations.get(fact.name());
        if (names.add(fact.name()) && derivation != null) {
            derivation.facts(operand -> add(operand, derivations, names));
        }
    }
}
