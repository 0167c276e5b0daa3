package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.publication.page.PaperWords.Layout;
import org.plumbline.publication.page.Papers.Subject;
import org.plumbline.publication.view.Band;
import org.plumbline.report.Paper;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Table;
import org.plumbline.report.Words;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.standard.Basis;
import org.plumbline.standard.Edition;
import org.plumbline.web.Format;
import org.plumbline.web.Lang;

/** An edition as a document, in the order of GB/T 1.1: foreword, documents it refers to, chapters, and the annex of grading. */
@ApplicationScoped
class StandardPaper {
    private final Papers papers;

    StandardPaper(Papers papers) {
        this.papers = papers;
    }

    /** The paper. */
    Paper of(Shot shot) {
        Edition edition = shot.edition();
        List<Table> tables = new ArrayList<>();
        tables.add(foreword(edition));
        tables.add(references(edition));
        for (int i = 0; i < edition.rulebook().chapters().size(); i++) {
            tables.add(chapter(edition, i));
        }
        tables.add(grading(edition));
        Subject subject = new Subject(
                PaperWords.words(Standards.word(edition.documentType())),
                new Words(edition.title().zh(), edition.title().en()),
                edition.number(),
                PaperWords.say(
                        "paper.standard.finding",
                        edition.rulebook().clauses().size(),
                        edition.rulebook().chapters().size()),
                Standards.head(edition).path(),
                edition.withoutExamples());
        return papers.unnumbered(shot, subject, tables);
    }

    private static Table foreword(Edition edition) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(PaperWords.row("paper.standard.number", Words.same(edition.number())));
        rows.add(PaperWords.row(
                "paper.standard.publisher",
                new Words(edition.publisher().zh(), edition.publisher().en())));
        rows.add(PaperWords.row(
                "paper.standard.issued", Words.same(edition.issued().toString())));
        rows.add(PaperWords.row(
                "paper.standard.valid", Words.same(edition.validFrom().toString())));
        rows.add(PaperWords.row(
                "paper.standard.about",
                new Words(edition.summary().zh(), edition.summary().en())));
        return new Layout()
                .text("paper.figure", 100)
                .text("paper.standard.says", 399)
                .table(PaperWords.say("paper.standard.foreword"), null, rows);
    }

    /** Each document that clauses rest on, with the clauses. */
    private static Table references(Edition edition) {
        Map<String, List<String>> clauses = new TreeMap<>();
        edition.provisions()
                .forEach(provision -> provision.bases().stream()
                        .map(Basis::document)
                        .filter(document -> !document.isEmpty())
                        .distinct()
                        .forEach(document -> clauses.computeIfAbsent(document, none -> new ArrayList<>())
                                .add(provision.number())));
        return new Layout()
                .text("paper.standard.document", 299)
                .text("col.readBy", 200)
                .table(
                        PaperWords.say("paper.standard.references"),
                        null,
                        clauses.entrySet().stream()
                                .map(entry ->
                                        List.of(Cell.of(entry.getKey()), Cell.of(String.join("  ", entry.getValue()))))
                                .toList());
    }

    private static Table chapter(Edition edition, int chapter) {
        Rulebook rulebook = edition.rulebook();
        Rulebook.Chapter head = rulebook.chapters().get(chapter);
        List<List<Cell>> rows = rulebook.clauses().stream()
                .filter(clause -> clause.chapter() == chapter)
                .map(StandardPaper::clause)
                .toList();
        return new Layout()
                .text("paper.clause", 45)
                .text("paper.clause.wording", 334)
                .text("paper.clause.obligation", 60)
                .number("paper.clause.points", 60)
                .table(
                        new Words(
                                head.number() + "  " + head.title().zh(),
                                head.title().en()),
                        null,
                        rows);
    }

    private static List<Cell> clause(Clause clause) {
        Words obligation =
                PaperWords.say("obligation." + Standards.obligation(clause).name());
        Words veto = PaperWords.say("clause.veto");
        return List.of(
                Cell.of(clause.number()),
                Cell.of(new Words(clause.text().zh(), clause.text().en())),
                Cell.of(
                        clause.veto()
                                ? new Words(obligation.zh() + " " + veto.zh(), obligation.en() + ", " + veto.en())
                                : obligation),
                Cell.of(Format.number(Lang.ZH, Standards.points(clause))));
    }

    private static Table grading(Edition edition) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Band band : Standards.bands(edition.rulebook())) {
            rows.add(List.of(
                    Cell.of(PaperWords.words(band.label())),
                    Cell.of(Format.number(Lang.ZH, band.leastScore())),
                    Cell.of(
                            band.gates().isEmpty()
                                    ? PaperWords.say("gates.none")
                                    : Words.joined(band.gates().stream()
                                            .map(PaperWords::words)
                                            .toList()))));
        }
        return new Layout()
                .text("col.band", 100)
                .number("col.least", 80)
                .text("col.gates", 319)
                .table(PaperWords.say("paper.standard.grading"), null, rows);
    }
}
