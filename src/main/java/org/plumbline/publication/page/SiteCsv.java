package org.plumbline.publication.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.page.SiteShots.SiteShot;
import org.plumbline.publication.snapshot.PlaceTable.PublishedSite;
import org.plumbline.publication.snapshot.ResultTable.Result;
import org.plumbline.rulebook.Clause;
import org.plumbline.web.SafeCell;

/** Published results as a table that spreadsheet and statistics programs read: UTF-8 with a byte order mark, outcomes in terms of EARL. */
final class SiteCsv {
    private final CsvWriter csv;
    private final Shot shot;
    private final List<String> clauses;

    /** Writes the heads. */
    SiteCsv(Writer out, Shot shot) {
        this.csv = CsvWriter.builder().build(bom(out));
        this.shot = shot;
        this.clauses =
                shot.edition().rulebook().clauses().stream().map(Clause::number).toList();
        List<String> heads = new ArrayList<>(List.of(
                "site",
                "name_zh",
                "name_en",
                "class",
                "street",
                "committee",
                "on_date",
                "edition",
                "score",
                "score_low",
                "score_high",
                "band",
                "measured_share",
                "provisional",
                "vetoes",
                "passed",
                "failed",
                "cant_tell",
                "untested"));
        clauses.forEach(number -> heads.add("clause_" + number));
        csv.writeRecord(heads);
    }

    private static Writer bom(Writer out) {
        try {
            out.write('\uFEFF');
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException("The dump cannot be written", e);
        }
    }

    /** Writes a site; a clause that is not for its class stays empty. */
    void row(SiteShot found) {
        PublishedSite site = found.site();
        Result result = found.result(shot.publication());
        if (result == null) {
            return;
        }
        String english = site.name().en();
        List<String> cells = new ArrayList<>();
        cells.add(site.code());
        cells.add(SafeCell.writeAny(site.name().zh()));
        cells.add(english.equals(site.name().zh()) ? "" : SafeCell.writeAny(english));
        cells.add(site.siteClass());
        cells.add(site.street());
        cells.add(text(site.committee()));
        cells.add(shot.publication().onDate().toString());
        cells.add(shot.key());
        cells.add(number(result.score()));
        cells.add(number(result.low()));
        cells.add(number(result.high()));
        cells.add(text(result.band()));
        cells.add(result.measured().toPlainString());
        cells.add(Boolean.toString(result.provisional()));
        cells.add(Long.toString(result.vetoes()));
        for (String outcome : List.of("passed", "failed", "cantTell", "untested")) {
            cells.add(Long.toString(count(found, outcome)));
        }
        clauses.forEach(number -> cells.add(
                found.verdict().has(number) ? found.verdict().outcome(number).term() : ""));
        csv.writeRecord(cells);
    }

    void flush() throws IOException {
        csv.flush();
    }

    private long count(SiteShot found, String outcome) {
        return clauses.stream()
                .filter(number -> found.verdict().has(number)
                        && found.verdict().outcome(number).term().equals(outcome))
                .count();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
