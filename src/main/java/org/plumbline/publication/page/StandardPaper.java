package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.publication.page.PaperWords.Layout;
import org.plumbline.publication.page.Papers.Subject;
import org.plumbline.publication.view.Band;
import org.plumbline.publication.view.StandardView;
import org.plumbline.report.Paper;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Cover;
import org.plumbline.report.Paper.Table;
import org.plumbline.report.Words;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.standard.Basis;
import org.plumbline.standard.Edition;
import org.plumbline.web.Format;
import org.plumbline.web.Lang;

/**
 * An edition as a document, in the order of GB/T 1.1: cover, contents, foreword, scope, documents it refers to, terms, chapters, and the annex of
 * grading.
 */
@ApplicationScoped
class StandardPaper {
    private final StandardPages pages;
    private final Papers papers;

    StandardPaper(StandardPages pages, Papers papers) {
        this.pages = pages;
        this.papers = papers;
    }

    /** The paper. */
    Paper of(Shot shot) {
        Edition edition = shot.edition();
        StandardView view = pages.view(shot, Lang.ZH);
        List<Table> tables = new ArrayList<>();
        tables.add(foreword(view));
        List<Table> first = List.of(scope(view), references(edition), terms(view));
        for (int i = 0; i < first.size(); i++) {
            tables.add(view.numbered() ? first.get(i).numbered(Integer.toString(i + 1)) : first.get(i));
        }
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
        return papers.standard(shot, subject, tables, cover(view));
    }

    private static Cover cover(StandardView view) {
        return new Cover(
                view.issued() == null
                        ? PaperWords.say("standard.draft")
                        : PaperWords.say(
                                "paper.standard.issuedOn", view.issued().toString()),
                PaperWords.say(
                        "paper.standard.validFrom", view.edition().validFrom().toString()),
                PaperWords.say("paper.standard.publishedBy", PaperWords.words(view.publisher())));
    }

    private static Table foreword(StandardView view) {
        Words line = PaperWords.say("standard.foreword.line");
        return Table.text(
                PaperWords.say("standard.foreword"),
                new Words(view.summary().zh() + "\n" + line.zh(), view.summary().en() + "\n" + line.english()));
    }

    private static Table scope(StandardView view) {
        return Table.text(PaperWords.say("standard.scope"), PaperWords.words(view.scope()));
    }

    private static Table terms(StandardView view) {
        return new Layout()
                .text("paper.standard.term", 130)
                .text("paper.standard.definition", 369)
                .table(
                        PaperWords.say("standard.terms"),
                        PaperWords.say("standard.terms.line"),
                        view.terms().stream()
                                .map(term -> List.of(
                                        Cell.of(PaperWords.words(term.name())),
                                        Cell.of(PaperWords.words(term.meaning()))))
                                .toList());
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
                        PaperWords.say("standard.references"),
                        PaperWords.say("standard.references.line"),
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
                        new Words(head.title().zh(), head.title().en()),
                        PaperWords.words(Standards.text(edition.chapters().get(chapter))),
                        rows)
                .numbered(head.number());
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
