package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plumbline.publication.page.ComparePages.Compared;
import org.plumbline.publication.snapshot.SummaryTable;
import org.plumbline.publication.snapshot.SummaryTable.Summary;
import org.plumbline.publication.snapshot.TallyTable;
import org.plumbline.publication.view.ChapterResult;
import org.plumbline.publication.view.ClauseResult;
import org.plumbline.publication.view.CompareView.Cell;
import org.plumbline.publication.view.CompareView.Column;
import org.plumbline.publication.view.CompareView.Group;
import org.plumbline.publication.view.CompareView.Row;
import org.plumbline.publication.view.Score;
import org.plumbline.publication.view.SiteView;
import org.plumbline.publication.view.Tally;
import org.plumbline.rulebook.Outcome;
import org.plumbline.web.Ended;
import org.plumbline.web.Labels;
import org.plumbline.web.Page;
import org.plumbline.web.Text;

/** Sites of one class side by side, with the average of all sites of that class in the district. */
@ApplicationScoped
class CompareSites {
    /** More clauses are on the pages of the sites. */
    private static final int CLAUSES = 40;

    private static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

    private final SiteShots sites;
    private final SitePages pages;
    private final SummaryTable summaries;
    private final TallyTable tallies;

    CompareSites(SiteShots sites, SitePages pages, SummaryTable summaries, TallyTable tallies) {
        this.sites = sites;
        this.pages = pages;
        this.summaries = summaries;
        this.tallies = tallies;
    }

    /** Compares them; those that are not there, or of another class than the first, are left out with a sentence. */
    Compared compare(Shot shot, Page page, List<String> codes) {
        List<String> left = new ArrayList<>();
        List<SiteView> all = new ArrayList<>();
        for (String code : codes) {
            SiteView view;
            try {
                view = pages.view(sites.need(shot, code), page.lang());
            } catch (NotFoundException | Ended e) {
                left.add(page.say("compare.left.unknown", code));
                continue;
            }
            if (all.isEmpty() || view.kind().code().equals(all.getFirst().kind().code())) {
                all.add(view);
            } else {
                left.add(page.say(
                        "compare.left.class",
                        page.in(view.name()),
                        page.in(view.kind().label())));
            }
        }
        if (all.isEmpty()) {
            return new Compared("", "", List.of(), List.of(), left);
        }
        String siteClass = all.getFirst().kind().code();
        Summary peers = summaries.of(shot.id(), shot.key(), shot.district().code(), siteClass);
        Map<String, Tally> clauses =
                tallies.clauses(shot.id(), shot.key(), shot.district().code(), siteClass);
        List<Column> columns = new ArrayList<>(all.stream()
                .map(one -> new Column(one.code(), one.name(), shot.kept("/site/" + one.code())))
                .toList());
        columns.add(new Column(
                "", Labels.text("compare.group"), StreetPages.with(shot.kept("/sites"), "class", siteClass)));
        return new Compared(
                siteClass,
                page.say("compare.sites.peers", page.in(all.getFirst().kind().label()), page.count(peers.assessed())),
                columns,
                Stream.of(
                                new Group(Labels.text("compare.result"), results(page, all, peers)),
                                new Group(Labels.text("compare.chapters"), chapters(page, all, clauses)),
                                new Group(Labels.text("compare.differ"), differing(page, all, clauses)))
                        .filter(group -> !group.rows().isEmpty())
                        .toList(),
                left);
    }

    private static List<Row> results(Page page, List<SiteView> all, Summary peers) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                "col.band",
                all,
                one -> new Cell(
                        page.in(one.score().band().label()),
                        one.score().provisional() ? page.say("score.provisional") : "",
                        ""),
                Cell.of(PaperWords.NONE)));
        rows.add(row(
                "col.score",
                all,
                one -> score(page, one.score()),
                new Cell(PaperWords.figure("score", peers.score()), page.say("compare.average"), "")));
        rows.add(row(
                "figure.measured",
                all,
                one -> Cell.of(page.share(one.score().measuredShare())),
                Cell.of(page.share(peers.measured()))));
        return rows;
    }

    private static Cell score(Page page, Score score) {
        return new Cell(
                PaperWords.figure("score", score.score()),
                score.low() == null || score.high() == null
                        ? ""
                        : page.say("figure.bounds", page.score(score.low()), page.score(score.high())),
                "");
    }

    private interface Of {
        Cell cell(SiteView site);
    }

    private static Row row(String key, List<SiteView> all, Of of, Cell peers) {
        List<Cell> cells = new ArrayList<>(all.stream().map(of::cell).toList());
        cells.add(peers);
        return new Row(Labels.text(key), "", cells);
    }

    /** Of the clauses that are decided, those that are met: the same for a site and for the group. */
    private static List<Row> chapters(Page page, List<SiteView> all, Map<String, Tally> clauses) {
        List<Row> rows = new ArrayList<>();
        List<ChapterResult> chapters = all.getFirst().chapters();
        for (int i = 0; i < chapters.size(); i++) {
            int chapter = i;
            String prefix = chapters.get(i).number() + ".";
            Tally group = clauses.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(prefix))
                    .map(Map.Entry::getValue)
                    .reduce(NOTHING, CompareSites::sum);
            List<Cell> cells = new ArrayList<>(all.stream()
                    .map(one -> met(page, one.chapters().get(chapter).tally()))
                    .toList());
            cells.add(met(page, group));
            rows.add(new Row(
                    new Text(
                            chapters.get(i).number() + " "
                                    + chapters.get(i).title().zh(),
                            chapters.get(i).number() + " "
                                    + chapters.get(i).title().en()),
                    "",
                    cells));
        }
        return rows;
    }

    private static Tally sum(Tally one, Tally other) {
        return new Tally(
                one.passed() + other.passed(),
                one.failed() + other.failed(),
                one.cantTell() + other.cantTell(),
                one.untested() + other.untested(),
                one.inapplicable() + other.inapplicable());
    }

    private static Cell met(Page page, Tally tally) {
        return tally.decided() == 0
                ? Cell.of(PaperWords.NONE)
                : new Cell(
                        page.share(tally.passedShare()),
                        page.count(tally.passed()) + " / " + page.count(tally.decided()),
                        "");
    }

    /** Clauses that not all of them came out alike on; of one site alone, those that it failed. */
    private static List<Row> differing(Page page, List<SiteView> all, Map<String, Tally> clauses) {
        List<Row> rows = new ArrayList<>();
        List<ClauseResult> first = all.getFirst().results();
        for (int i = 0; i < first.size() && rows.size() < CLAUSES; i++) {
            int clause = i;
            List<Outcome> outcomes =
                    all.stream().map(one -> one.results().get(clause).outcome()).toList();
            boolean wanted = all.size() == 1
                    ? outcomes.getFirst() == Outcome.FAILED
                    : outcomes.stream().distinct().count() > 1;
            if (wanted) {
                List<Cell> cells = new ArrayList<>(outcomes.stream()
                        .map(outcome -> new Cell("", "", outcome.term()))
                        .toList());
                cells.add(met(page, clauses.getOrDefault(first.get(i).number(), NOTHING)));
                rows.add(new Row(
                        new Text(
                                first.get(i).number() + " "
                                        + first.get(i).plain().zh(),
                                first.get(i).number() + " "
                                        + first.get(i).plain().en()),
                        first.get(i).path(),
                        cells));
            }
        }
        return rows;
    }
}
