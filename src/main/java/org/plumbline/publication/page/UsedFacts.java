package org.plumbline.publication.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.view.FactUsed;
import org.plumbline.publication.view.FactUsed.State;
import org.plumbline.publication.view.Source;
import org.plumbline.publication.view.Value;
import org.plumbline.rulebook.Fact;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactDefinition;
import org.plumbline.web.Labels;
import org.plumbline.web.Text;

/** The facts behind the clauses of one published assessment. */
final class UsedFacts {
    private final Edition edition;
    private final Verdict verdict;
    private final LocalDate on;
    private final FactValues values;

    UsedFacts(Edition edition, Verdict verdict, LocalDate on) {
        this.edition = edition;
        this.verdict = verdict;
        this.on = on;
        this.values = new FactValues(edition.book());
    }

    /** The facts that a clause reads for sites of a class, each once. */
    List<FactUsed> of(int clause, int siteClass) {
        List<FactUsed> used = new ArrayList<>();
        Map<?, ?> judgement =
                verdict.judgement(edition.rulebook().clauses().get(clause).number());
        if (!judgement.isEmpty()) {
            used.add(judgement(judgement));
        }
        for (Fact fact : edition.rulebook().clauses().get(clause).factList(siteClass)) {
            if (fact.kind() == Fact.SITE) {
                used.add(fact(fact.name()));
            }
        }
        return used;
    }

    /** What a person judged, with who and when. */
    private static FactUsed judgement(Map<?, ?> entry) {
        return new FactUsed(
                "judgement",
                Labels.text("check.judged"),
                new Value(Labels.text("outcome." + entry.get("outcome")), Text.same("")),
                source(entry.get("source")),
                entry.get("on") instanceof String day ? LocalDate.parse(day) : null,
                submission(entry.get("submission")),
                State.VALID,
                List.of());
    }

    /** One fact as it stood on the date. */
    FactUsed fact(String name) {
        FactDefinition definition = edition.book().facts().get(name);
        boolean computed = !verdict.derived(name).isEmpty();
        if (computed || definition != null && definition.derived()) {
            return derived(name);
        }
        Map<?, ?> entry = verdict.fact(name);
        if (entry.isEmpty()) {
            return new FactUsed(name, values.label(name), null, null, null, null, State.UNMEASURED, List.of());
        }
        List<?> disputed = Verdict.list(entry.get("disputed"));
        if (!disputed.isEmpty()) {
            List<FactUsed> sides = disputed.stream()
                    .map(side -> observed(name, Verdict.map(side), State.VALID))
                    .toList();
            return new FactUsed(name, values.label(name), null, null, null, null, State.DISPUTED, sides);
        }
        return observed(name, entry, expired(definition, entry) ? State.EXPIRED : State.VALID);
    }

    private FactUsed derived(String name) {
        Map<?, ?> entry = verdict.derived(name);
        List<FactUsed> operands = operands(name, entry);
        return new FactUsed(
                name,
                values.label(name),
                entry.isEmpty() ? null : values.of(name, entry),
                null,
                null,
                null,
                entry.isEmpty() ? State.UNDEFINED : State.DERIVED,
                operands);
    }

    private List<FactUsed> operands(String name, Map<?, ?> entry) {
        List<String> names = new ArrayList<>();
        if (entry.isEmpty()) {
            edition.rulebook().derivations().stream()
                    .filter(derivation -> derivation.fact().name().equals(name))
                    .forEach(derivation -> derivation.facts(fact -> {
                        if (fact.kind() == Fact.SITE && !names.contains(fact.name())) {
                            names.add(fact.name());
                        }
                    }));
        } else {
            Verdict.list(entry.get("from")).forEach(one -> names.add(String.valueOf(one)));
        }
        return names.stream().map(this::fact).toList();
    }

    private FactUsed observed(String name, Map<?, ?> entry, State state) {
        List<FactUsed> parts = Verdict.list(entry.get("parts")).stream()
                .map(part -> observed(name, Verdict.map(part), State.VALID))
                .toList();
        Object day = entry.get("on");
        return new FactUsed(
                name,
                values.label(name),
                values.of(name, entry),
                source(entry.get("source")),
                day == null ? null : LocalDate.parse(String.valueOf(day)),
                parts.isEmpty() ? submission(entry.get("submission")) : null,
                state,
                parts);
    }

    private boolean expired(@Nullable FactDefinition fact, Map<?, ?> entry) {
        Object day = entry.get("on");
        return fact != null
                && day != null
                && fact.validFor()
                        .expired((int) LocalDate.parse(String.valueOf(day)).toEpochDay(), (int) on.toEpochDay());
    }

    private static @Nullable String submission(@Nullable Object iri) {
        return iri instanceof String text ? text.substring(text.lastIndexOf('/') + 1) : null;
    }

    /** A source by its local name; null when there is none of that name. */
    static @Nullable Source source(@Nullable Object name) {
        for (Source source : Source.values()) {
            if (name instanceof String text && source.name().equals(text.toUpperCase(Locale.ROOT))) {
                return source;
            }
        }
        return null;
    }
}
