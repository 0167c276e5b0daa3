package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.graph.Form;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.report.AssessmentReport.Proof;
import org.plumbline.report.Paper;
import org.plumbline.report.Paper.Table;
import org.plumbline.report.ReportPrinter;
import org.plumbline.report.Words;
import org.plumbline.standard.Edition;

/** Prints papers about what is published: what they have in common stands here. */
@ApplicationScoped
class Papers {
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

    /** A paper as a PDF file, its sections numbered. */
    byte[] pdf(Shot shot, Subject subject, List<Table> tables) {
        return printer.pdf(paper(shot, subject, tables, true));
    }

    /** A paper as a PDF file whose sections have numbers of their own. */
    byte[] unnumbered(Shot shot, Subject subject, List<Table> tables) {
        return printer.pdf(paper(shot, subject, tables, false));
    }

    private Paper paper(Shot shot, Subject subject, List<Table> tables, boolean numbered) {
        Publication publication = shot.publication();
        Edition edition = shot.edition();
        String portal = iris.base().replaceAll("/$", "");
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
                        portal + "/zh" + shot.keptIn(publication, subject.path())),
                new String(Form.JSON_LD.write(subject.data()), StandardCharsets.UTF_8),
                publication.synthetic() ? Paper.SYNTHETIC : null,
                numbered);
    }
}
