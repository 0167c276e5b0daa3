package org.plumbline.publication.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.view.Figure;
import org.plumbline.publication.view.Tally;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Column;
import org.plumbline.report.Paper.Kind;
import org.plumbline.report.Paper.Table;
import org.plumbline.report.Words;
import org.plumbline.standard.Edition;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;
import org.plumbline.web.Text;

/** The words of papers, in both languages at once. */
final class PaperWords {
    /** What stands where nothing is known. */
    static final String NONE = "–";

    private PaperWords() {}

    /** The columns of a table, from left to right. */
    static final class Layout {
        private final List<Column> columns = new ArrayList<>();

        Layout text(String head, int width) {
            return column(head, width, Kind.TEXT);
        }

        Layout number(String head, int width) {
            return column(head, width, Kind.NUMBER);
        }

        Layout bar(String head, int width) {
            return column(head, width, Kind.BAR);
        }

        Layout number(Words head, int width) {
            return column(head, width, Kind.NUMBER);
        }

        private Layout column(String head, int width, Kind kind) {
            return column(say(head), width, kind);
        }

        private Layout column(Words head, int width, Kind kind) {
            columns.add(new Column(head, width, kind));
            return this;
        }

        Table table(Words title, @Nullable Words lead, List<List<Cell>> rows) {
            return new Table(title, lead, List.copyOf(columns), rows);
        }
    }

    /** The portal's own words; {@code {0}} and so on stand for the values, {@link Words} give their own language. */
    static Words say(String key, Object... values) {
        Object[] chinese = Stream.of(values)
                .map(value -> value instanceof Words words ? words.zh() : value)
                .toArray();
        Object[] english = Stream.of(values)
                .map(value -> value instanceof Words words ? words.english() : value)
                .toArray();
        return words(new Text(Labels.say(Lang.ZH, key, chinese), Labels.say(Lang.EN, key, english)));
    }

    /** The edition that a paper rests on. */
    static Words basis(Edition edition) {
        return say(
                "paper.basis", new Words(edition.title().zh(), edition.title().en()), edition.number());
    }

    /** Words of the portal as words of a report. */
    static Words words(Text text) {
        return text.zh().equals(text.en()) ? Words.same(text.zh()) : new Words(text.zh(), text.en());
    }

    /** The name of a site with its code, which says which of several of that name it is. */
    static Words named(Text name, String code) {
        return words(new Text(name.zh() + " " + code, name.en() + " " + code));
    }

    /** A headline figure as it is printed. */
    static String figure(String id, @Nullable BigDecimal value) {
        return value == null ? NONE : Figure.form(Lang.ZH, id, value);
    }

    /** A row of a table with two columns: what, and what is said of it. */
    static List<Cell> row(String key, Words words) {
        return List.of(Cell.of(say(key)), Cell.of(words));
    }

    /** A bar and the words that say the same. */
    static Cell bar(String words, BigDecimal... parts) {
        return new Cell(
                Words.same(words), Stream.of(parts).map(BigDecimal::doubleValue).toList(), null);
    }

    /** Passed, failed and open as a bar. */
    static Cell outcomes(Tally tally) {
        return bar(
                tally.passed() + " / " + tally.failed() + " / " + tally.open(),
                BigDecimal.valueOf(tally.passed()),
                BigDecimal.valueOf(tally.failed()),
                BigDecimal.valueOf(tally.open()));
    }
}
