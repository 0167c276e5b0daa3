package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.page.PaperWords.Layout;
import org.plumbline.publication.page.Papers.Subject;
import org.plumbline.publication.view.Basis;
import org.plumbline.publication.view.ClauseView;
import org.plumbline.publication.view.FactNeed;
import org.plumbline.publication.view.FailingSite;
import org.plumbline.publication.view.Part;
import org.plumbline.publication.view.Tally;
import org.plumbline.report.Paper;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Table;
import org.plumbline.report.Words;
import org.plumbline.web.Format;
import org.plumbline.web.Lang;

/** How all sites do on one clause, as a paper. */
@ApplicationScoped
class ClausePaper {
    /** More would make a paper that nobody reads; all of them are on the page. */
    private static final int MOST_FAILING = 2_000;

    private final ClausePages pages;
    private final Papers papers;
    private final Iris iris;

    ClausePaper(ClausePages pages, Papers papers, Iris iris) {
        this.iris = iris;
        this.pages = pages;
        this.papers = papers;
    }

    /**
     * The paper.
     *
     * @throws NotFoundException when the edition has no such clause
     */
    Paper of(Shot shot, String number) {
        ClauseView view = pages.view(shot, Lang.ZH, number, 1);
        Tally tally = view.tally();
        Words finding = tally.decided() == 0
                ? PaperWords.say("paper.clause.undecided")
                : PaperWords.say(
                        "paper.clause.finding",
                        Format.share(tally.passedShare()),
                        Long.toString(tally.decided()),
                        Long.toString(tally.failed()));
        List<FailingSite> failing = pages.failing(shot, number, MOST_FAILING);
        Graph clause = shot.edition().clause(number).orElseThrow(NotFoundException::new);
        Subject subject = new Subject(
                PaperWords.say("paper.clause.title"),
                new Words(
                        number + " " + unended(view.plain().zh()),
                        number + " " + unended(view.plain().en())),
                number,
                finding,
                view.edition().clause(number),
                FailingGraph.of(shot, iris, number, clause, failing));
        return papers.numbered(
                shot, subject, List.of(asks(view), results(view), streets(view), failing(view, failing)));
    }

    /** A sentence as a title. */
    private static String unended(String sentence) {
        return sentence.replaceAll("[.。]$", "");
    }

    private static Table asks(ClauseView view) {
        return new Layout()
                .text("paper.clause", 100)
                .text("paper.asks", 399)
                .table(
                        PaperWords.say("paper.clause.asks"),
                        null,
                        List.of(
                                PaperWords.row("paper.clause.wording", PaperWords.words(view.text())),
                                PaperWords.row(
                                        "paper.clause.obligation",
                                        PaperWords.say("obligation."
                                                + view.obligation().name())),
                                PaperWords.row(
                                        "paper.clause.points", Words.same(Format.number(Lang.ZH, view.points()))),
                                PaperWords.row(
                                        "basis.title",
                                        Words.joined(view.basis().stream()
                                                .map(ClausePaper::basis)
                                                .toList())),
                                PaperWords.row(
                                        "col.fact",
                                        Words.joined(view.facts().stream()
                                                .map(FactNeed::label)
                                                .map(PaperWords::words)
                                                .toList()))));
    }

    private static Words basis(Basis basis) {
        Words mark = PaperWords.say("mark." + basis.mark().key());
        String cited = basis.document() + (basis.article().isEmpty() ? "" : " " + basis.article());
        return new Words(cited + "（" + mark.zh() + "）", cited + " (" + mark.en() + ")");
    }

    private static Table results(ClauseView view) {
        Tally tally = view.tally();
        return new Layout()
                .text("col.outcomes", 200)
                .number("col.sites", 100)
                .number("col.share", 100)
                .table(
                        PaperWords.say("paper.clause.results"),
                        null,
                        List.of(
                                outcome("passed", tally.passed(), tally),
                                outcome("failed", tally.failed(), tally),
                                outcome("cantTell", tally.cantTell(), tally),
                                outcome("untested", tally.untested(), tally),
                                outcome("inapplicable", tally.inapplicable(), tally)));
    }

    private static List<Cell> outcome(String outcome, long count, Tally tally) {
        return List.of(
                Cell.of(PaperWords.say("outcome." + outcome)),
                Cell.of(Long.toString(count)),
                Cell.of(Format.share(Part.share(count, tally.total()))));
    }

    private static Table streets(ClauseView view) {
        return new Layout()
                .text("col.street", 169)
                .number("outcome.passed", 60)
                .number("outcome.failed", 60)
                .number("col.open", 60)
                .number("outcome.inapplicable", 60)
                .bar("col.outcomes", 90)
                .table(
                        PaperWords.say("streets.title", view.streets().size()),
                        null,
                        view.streets().stream()
                                .map(street ->
                                        street(PaperWords.words(street.place().name()), street.tally()))
                                .toList());
    }

    private static List<Cell> street(Words name, Tally tally) {
        return List.of(
                Cell.of(name),
                Cell.of(Long.toString(tally.passed())),
                Cell.of(Long.toString(tally.failed())),
                Cell.of(Long.toString(tally.open())),
                Cell.of(Long.toString(tally.inapplicable())),
                PaperWords.outcomes(tally));
    }

    private static Table failing(ClauseView view, List<FailingSite> failing) {
        return new Layout()
                .text("col.site", 190)
                .text("col.street", 99)
                .text("col.gap", 210)
                .table(
                        PaperWords.say("paper.clause.failing"),
                        PaperWords.say(
                                "paper.clause.failing.line",
                                failing.size(),
                                view.tally().failed()),
                        failing.stream().map(ClausePaper::failing).toList());
    }

    private static List<Cell> failing(FailingSite site) {
        return List.of(
                Cell.of(PaperWords.named(site.name(), site.code())),
                Cell.of(PaperWords.words(site.street().name())),
                Cell.of(PaperWords.words(site.gap())));
    }
}
