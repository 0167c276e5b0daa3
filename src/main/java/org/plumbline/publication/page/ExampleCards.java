package org.plumbline.publication.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.view.ExampleCard;
import org.plumbline.publication.view.ExampleCard.ExampleFact;
import org.plumbline.publication.view.Kind;
import org.plumbline.publication.view.Value;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteClass;
import org.plumbline.rulebook.Subject;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Example;
import org.plumbline.web.Text;

/** The examples of a clause as cards. */
final class ExampleCards {
    private static final Text ENTRIES = new Text("项", "entries");

    private ExampleCards() {}

    /** All examples of a clause: first one that passes and one that fails, then the rest in their order. */
    static List<ExampleCard> of(Edition edition, int clause) {
        List<ExampleCard> cards = new ArrayList<>();
        for (Example example : edition.examples()) {
            example.expectations().stream()
                    .filter(expected -> expected.clause() == clause)
                    .findFirst()
                    .ifPresent(expected -> cards.add(card(edition.rulebook(), example, expected)));
        }
        List<ExampleCard> first = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.PASSED, Outcome.FAILED)) {
            cards.stream().filter(card -> card.outcome() == outcome).findFirst().ifPresent(first::add);
        }
        cards.sort(Comparator.comparingInt(card -> first.contains(card) ? first.indexOf(card) : first.size()));
        return cards;
    }

    private static ExampleCard card(Rulebook rulebook, Example example, Example.Expectation expected) {
        SiteClass siteClass = rulebook.classes().get(example.record().siteClass());
        List<ExampleFact> facts = new ArrayList<>();
        for (Fact fact : rulebook.facts()) {
            if (fact.kind() == Fact.SITE) {
                Value value = value(fact, example.record().facts());
                if (value != null) {
                    facts.add(new ExampleFact(Standards.text(fact.label()), value));
                }
            }
        }
        Long earned = expected.earned();
        return new ExampleCard(
                Standards.text(example.label()),
                new Kind(siteClass.name(), Standards.text(siteClass.label())),
                LocalDate.ofEpochDay(example.onDay()),
                facts,
                expected.outcome(),
                earned == null ? null : Standards.points(earned));
    }

    private static @Nullable Value value(Fact fact, Subject subject) {
        return switch (subject.state(fact.slot())) {
            case Subject.NONE -> Value.none();
            case Subject.VALUE -> typed(fact, subject.value(fact.slot()), subject.text(fact.slot()));
            default -> null;
        };
    }

    private static Value typed(Fact fact, long value, @Nullable String text) {
        return switch (fact.type()) {
            case BOOLEAN -> Value.truth(value == 1);
            case INTEGER, DECIMAL -> Value.number(new BigDecimal(Micros.format(value)), FactValues.unit(fact.unit()));
            case DATE -> Value.date(LocalDate.ofEpochDay(value));
            case CODE -> codes(fact, 1L << value);
            case CODES -> codes(fact, value);
            case TEXT -> Value.words(text == null ? "" : text);
            case RECORDS -> Value.number(BigDecimal.valueOf(value), ENTRIES);
        };
    }

    private static Value codes(Fact fact, long bits) {
        List<Text> labels = new ArrayList<>();
        CodeList codes = fact.codes();
        for (int i = 0; codes != null && i < codes.codes().size(); i++) {
            if ((bits >> i & 1) == 1) {
                labels.add(Standards.text(codes.labels().get(i)));
            }
        }
        return Value.codes(labels);
    }
}
