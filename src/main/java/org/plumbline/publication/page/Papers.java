package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.graph.Form;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.report.AssessmentReport.Proof;
import org.plumbline.report.Paper;
import org.plumbline.report.Paper.Table;
import org.plumbline.report.PaperWorkbook;
import org.plumbline.report.ReportPrinter;
import org.plumbline.report.Words;
import org.plumbline.standard.Edition;
import org.plumbline.web.Face;

/** Prints papers about what is published: what they have in common stands here. */
@ApplicationScoped
class Papers {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ReportPrinter printer;
    private final Iris iris;

    Papers(ReportPrinter printer, Iris iris) {
        this.printer = printer;
        this.iris = iris;
    }

    /**
     * What a paper is about.
     *
     * @param title what kind of paper it is
     * @param about the place, clause, standard or year
     * @param code code of that
     * @param finding what the paper says, in a sentence
     * @param path language-free address of the page that says the same
     * @param data the same as triples
     */
    record Subject(Words title, Words about, String code, Words finding, String path, Graph data) {}

    /** A paper whose sections are numbered. */
    Paper numbered(Shot shot, Subject subject, List<Table> tables) {
        return paper(shot, subject, tables, true);
    }

    /** A paper whose sections have numbers of their own. */
    Paper unnumbered(Shot shot, Subject subject, List<Table> tables) {
        return paper(shot, subject, tables, false);
    }

    /** Media type of a form. */
    static String type(String form) {
        return form.equals("pdf") ? "application/pdf" : WORKBOOK;
    }

    /** The bytes of a paper in a form. */
    byte[] write(Paper paper, String form) {
        return form.equals("pdf") ? printer.pdf(paper) : PaperWorkbook.write(paper);
    }

    /** The forms of what stands at an address without a suffix; the address may have a query. */
    static List<Face> faces(String path) {
        return Stream.of("xlsx", "pdf")
                .map(form -> new Face(form.toUpperCase(Locale.ROOT), type(form), Face.at(path, form)))
                .toList();
    }

    private Paper paper(Shot shot, Subject subject, List<Table> tables, boolean numbered) {
        Publication publication = shot.publication();
        Edition edition = shot.edition();
        return new Paper(
                subject.title(),
                subject.code() + " · " + edition.key() + " · " + publication.onDate(),
                PaperWords.words(shot.district().name()),
                subject.about(),
                subject.code(),
                PaperWords.basis(edition),
                subject.finding(),
                publication.onDate(),
                tables,
                new Words(edition.summary().zh(), edition.summary().en()),
                new Proof(
                        edition.rulebookHash(),
                        publication.position(),
                        publication.head(),
                        "",
                        iris.portal() + "/zh" + shot.lasting(subject.path())),
                new String(Form.JSON_LD.write(subject.data()), StandardCharsets.UTF_8),
                publication.synthetic() ? Paper.SYNTHETIC : null,
                numbered);
    }
}
