package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.indicator.Indicator;
import org.plumbline.indicator.IndicatorBook;
import org.plumbline.indicator.IndicatorValue;
import org.plumbline.indicator.Measure;
import org.plumbline.publication.page.Listing.Head;
import org.plumbline.publication.snapshot.IndicatorTable;
import org.plumbline.report.Words;

/** Figures of indicators as lists: a row for each measure, place and class. */
@ApplicationScoped
class IndicatorLists {
    /** Stands for all indicators where one is named. */
    static final String ALL = "all";

    private final IndicatorBook book;
    private final IndicatorTable table;

    IndicatorLists(IndicatorBook book, IndicatorTable table) {
        this.book = book;
        this.table = table;
    }

    /**
     * The figures of one indicator or of {@link #ALL}, in every place; one that is held back or cannot be said is empty, never a zero.
     *
     * @throws NotFoundException when there is no such indicator
     */
    Listing of(Shot shot, String notation, String siteClass) {
        boolean all = notation.equals(ALL);
        List<Indicator> some =
                all ? book.indicators() : List.of(book.find(notation).orElseThrow(NotFoundException::new));
        Map<String, List<IndicatorValue>> byMeasure = table.all(shot.id(), shot.key()).stream()
                .filter(value -> siteClass.isEmpty() || value.siteClass().equals(siteClass))
                .collect(Collectors.groupingBy(IndicatorValue::measure));
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (Indicator indicator : some) {
            for (Measure measure : indicator.measures()) {
                byMeasure
                        .getOrDefault(measure.id(), List.of())
                        .forEach(value -> rows.add(row(indicator, measure, value)));
            }
        }
        Words title = all
                ? PaperWords.say("data.tables.indicators")
                : PaperWords.words(Standards.text(some.getFirst().name()));
        List<Words> narrowed = siteClass.isEmpty()
                ? List.of()
                : List.of(PaperWords.words(
                        Standards.kind(shot.edition(), siteClass).label()));
        String path = StreetPages.with(all ? "/indicators" : "/indicators/" + notation, "class", siteClass);
        return Listing.of(shot, new Listing.About(title, path, narrowed), heads(), rows);
    }

    private static List<Head> heads() {
        return List.of(
                Head.of("indicator", "list.indicator", 60),
                Head.of("measure", "list.measure", 60),
                Head.of("name_zh", "list.measureName", 160),
                Head.of("name_en", "list.english", 160),
                Head.of("place", "list.place", 80),
                Head.of("class", "paper.class", 50),
                Head.of("value", "col.value", 60),
                Head.of("form", "list.form", 50),
                Head.words("unit", "col.unit", 80),
                Head.of("numerator", "list.numerator", 60),
                Head.of("denominator", "list.denominator", 60),
                Head.of("counted", "list.counted", 50),
                Head.of("missing", "list.missing", 50),
                Head.of("inapplicable", "outcome.inapplicable", 50),
                Head.of("note", "list.note", 60));
    }

    private static List<@Nullable Object> row(Indicator indicator, Measure measure, IndicatorValue value) {
        List<@Nullable Object> cells = new ArrayList<>(List.of(
                IndicatorBook.NS + indicator.notation(),
                IndicatorBook.NS + measure.id(),
                measure.name().zh(),
                measure.name().en(),
                value.place(),
                value.siteClass()));
        cells.add(plain(value.value()));
        cells.add(measure.form().name().toLowerCase(Locale.ROOT));
        cells.add(PaperWords.words(Standards.text(measure.unit())));
        cells.add(plain(value.numerator()));
        cells.add(plain(value.denominator()));
        cells.add(value.counted());
        cells.add(value.missing());
        cells.add(value.inapplicable());
        cells.add(value.note().name().toLowerCase(Locale.ROOT));
        return cells;
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
