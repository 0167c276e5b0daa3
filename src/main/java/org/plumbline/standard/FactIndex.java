package org.plumbline.standard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.RecordKind;
import org.plumbline.rulebook.Validity;

/**
 * Numbers the facts that an edition reaches, so that the numbers do not depend on the files: facts by name; their slots with
 * records and texts first, since a {@link org.plumbline.rulebook.Subject} keeps room for those up to the last one.
 */
final class FactIndex {
    private final Map<String, Fact> facts = new TreeMap<>();
    private final List<RecordKind> kinds = new ArrayList<>();
    private int siteSlots;

    FactIndex(FactBook book, TreeSet<String> names) {
        List<String> kindNames = names.stream()
                .map(name -> book.facts().get(name))
                .map(fact -> fact == null ? null : fact.record())
                .filter(kind -> kind != null)
                .distinct()
                .toList();
        Map<String, Integer> slots = new HashMap<>();
        List<FactDefinition> definitions = names.stream()
                .map(name -> book.facts().get(name))
                .filter(Objects::nonNull)
                .toList();
        definitions.stream().sorted(Comparator.comparingInt(FactIndex::room)).forEach(definition -> {
            String of = definition.of() == null ? "" : definition.of();
            int slot = slots.merge(of, 1, Integer::sum) - 1;
            int kind = of.isEmpty() ? Fact.SITE : kindNames.indexOf(of);
            facts.put(definition.name(), fact(definition, kind, slot, kindNames));
        });
        siteSlots = slots.getOrDefault("", 0);
        for (String kind : kindNames) {
            kinds.add(book.kind(kind, slots.getOrDefault(kind, 0)));
        }
    }

    private static int room(FactDefinition definition) {
        return switch (definition.type()) {
            case RECORDS -> 0;
            case TEXT -> 1;
            default -> 2;
        };
    }

    private static Fact fact(FactDefinition definition, int kind, int slot, List<String> kindNames) {
        Fact.Role role = definition.derived()
                ? Fact.Role.DERIVED
                : definition.system() && definition.name().equals("oldestFactAge")
                        ? Fact.Role.OLDEST_FACT_AGE
                        : Fact.Role.OBSERVED;
        FactDefinition.Span limit = definition.limit();
        return new Fact(
                definition.name(),
                kind,
                slot,
                definition.type(),
                definition.record() == null ? -1 : kindNames.indexOf(definition.record()),
                definition.key(),
                definition.codes(),
                definition.unit(),
                definition.label(),
                limit == null ? Long.MIN_VALUE : limit.from(),
                limit == null ? Long.MAX_VALUE : limit.to(),
                definition.derived() ? Validity.FOREVER : definition.validFor(),
                role);
    }

    @Nullable
    Fact fact(String name) {
        return facts.get(name);
    }

    Set<String> names() {
        return facts.keySet();
    }

    List<Fact> facts() {
        return List.copyOf(facts.values());
    }

    List<RecordKind> kinds() {
        return List.copyOf(kinds);
    }

    int siteSlots() {
        return siteSlots;
    }
}
