package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.indicator.Indicator;
import org.plumbline.indicator.IndicatorValue;
import org.plumbline.indicator.IndicatorValue.Note;
import org.plumbline.indicator.Measure;
import org.plumbline.ledger.LedgerConfig;
import org.plumbline.publication.snapshot.IndicatorTable;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publications;
import org.plumbline.publication.view.IndicatorFigure;
import org.plumbline.publication.view.IndicatorView.Dated;
import org.plumbline.publication.view.IndicatorView.Street;
import org.plumbline.publication.view.IndicatorsView.Row;
import org.plumbline.standard.FactDefinition;
import org.plumbline.web.Paging;
import org.plumbline.web.Text;

/** The published figures of indicators as pages show them: of a place, of the streets beside it, and of the rounds before. */
@ApplicationScoped
class IndicatorFigures {
    private final IndicatorTable table;
    private final PlaceTable places;
    private final PlaceFigures rounds;
    private final Publications publications;
    private final LedgerConfig config;

    IndicatorFigures(
            IndicatorTable table,
            PlaceTable places,
            PlaceFigures rounds,
            Publications publications,
            LedgerConfig config) {
        this.table = table;
        this.places = places;
        this.rounds = rounds;
        this.publications = publications;
        this.config = config;
    }

    /** What is asked for: sites of a class (empty for all) in a place. */
    record Wanted(Shot shot, String place, String siteClass) {}

    /** The figures of a place, by measure. */
    Map<String, IndicatorValue> place(Wanted wanted) {
        return table.place(wanted.shot().id(), wanted.shot().key(), wanted.place(), wanted.siteClass());
    }

    /** An indicator with its figures, as a list shows it. */
    static Row row(Wanted wanted, Indicator one, Map<String, IndicatorValue> values) {
        String path = at(wanted, "/indicators/" + one.notation());
        List<IndicatorFigure> figures = new ArrayList<>();
        for (Measure measure : one.measures()) {
            IndicatorValue value = values.get(measure.id());
            if (value != null) {
                figures.add(figure(measure, value));
            }
        }
        return new Row(
                one.notation(),
                Standards.text(one.name()),
                Standards.text(one.definition()),
                text(one.anchor()),
                text(one.lacks()),
                path,
                figures);
    }

    /** The figures of a place in one of an edition's rounds, all classes together, by measure. */
    Map<String, IndicatorFigure> in(Publication round, Shot shot, String place, List<Indicator> indicators) {
        Map<String, IndicatorValue> values = table.place(round.id(), shot.key(), place, "");
        Map<String, IndicatorFigure> figures = new LinkedHashMap<>();
        indicators.stream().flatMap(one -> one.measures().stream()).forEach(measure -> {
            IndicatorValue value = values.get(measure.id());
            if (value != null) {
                figures.put(measure.id(), figure(measure, value));
            }
        });
        return figures;
    }

    /** The streets' figures of a measure, greatest first; those that cannot be compared last. */
    List<Street> streets(Wanted wanted, Measure measure) {
        Shot shot = wanted.shot();
        Map<String, IndicatorValue> values = table.measure(shot.id(), shot.key(), measure.id(), wanted.siteClass());
        List<Street> streets = new ArrayList<>();
        places.streets(shot.id()).forEach(street -> {
            IndicatorValue value = values.get(street.code());
            if (value != null) {
                streets.add(new Street(shot.place(street), figure(measure, value)));
            }
        });
        streets.sort(Comparator.comparing((Street street) -> comparable(street.figure()))
                .reversed());
        return streets;
    }

    private static BigDecimal comparable(IndicatorFigure figure) {
        BigDecimal value = figure.few() ? null : figure.value();
        return value == null ? BigDecimal.valueOf(-1_000_000) : value;
    }

    /** The figures of the published rounds, oldest first. */
    List<Dated> rounds(Wanted wanted, Measure measure) {
        return dated(wanted, measure, rounds.rounds(wanted.shot()));
    }

    /** What was published for the same date before the publication shown and is still public record, oldest first. */
    List<Dated> revisions(Wanted wanted, Measure measure) {
        Publication shown = wanted.shot().publication();
        return dated(wanted, measure, publications.ofDate(shown.onDate(), shown.id()));
    }

    private List<Dated> dated(Wanted wanted, Measure measure, List<Publication> some) {
        Map<Long, IndicatorValue> values = table.rounds(
                some.stream().map(Publication::id).toList(),
                wanted.shot().key(),
                measure.id(),
                wanted.place(),
                wanted.siteClass());
        List<Dated> dated = new ArrayList<>();
        for (Publication one : some) {
            IndicatorValue value = values.get(one.id());
            if (value != null) {
                LocalDate day = one.publishedAt().atZone(config.zone()).toLocalDate();
                dated.add(new Dated(one.round(), one.onDate(), day, figure(measure, value)));
            }
        }
        return dated;
    }

    /** The facts that a measure is computed from, in words. */
    static List<Text> facts(Shot shot, Measure measure) {
        List<Text> facts = new ArrayList<>();
        for (String name : measure.computation().facts()) {
            FactDefinition fact = shot.edition().book().facts().get(name);
            if (fact != null && !facts.contains(Standards.text(fact.label()))) {
                facts.add(Standards.text(fact.label()));
            }
        }
        return facts;
    }

    /** Address of the list of places' figures. */
    static String data(Shot shot, String path, String form, String siteClass) {
        return StreetPages.with(shot.kept(path + "." + form), "class", siteClass);
    }

    /** A street's choice in the switch between places. */
    static String at(Wanted wanted, String path) {
        Shot shot = wanted.shot();
        String bare = StreetPages.with(shot.kept(path), "class", wanted.siteClass());
        return wanted.place().equals(shot.district().code()) ? bare : Paging.with(bare, "place", wanted.place());
    }

    private static IndicatorFigure figure(Measure measure, IndicatorValue value) {
        return new IndicatorFigure(
                measure.id(),
                Standards.text(measure.name()),
                measure.form(),
                Standards.text(measure.unit()),
                measure.decimals(),
                value.value(),
                value.numerator(),
                value.denominator(),
                value.counted(),
                value.missing(),
                value.inapplicable(),
                value.note() == Note.SUPPRESSED,
                value.note() == Note.FEW,
                measure.anchor());
    }

    private static @Nullable Text text(org.plumbline.rulebook.@Nullable Text text) {
        return text == null ? null : Standards.text(text);
    }
}
