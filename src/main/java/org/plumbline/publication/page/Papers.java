package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.graph.Form;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.report.AssessmentReport.Proof;
import org.plumbline.report.Paper;
import org.plumbline.report.Paper.Cover;
import org.plumbline.report.Paper.Table;
import org.plumbline.report.Print;
import org.plumbline.report.ReportPrinter;
import org.plumbline.report.Tongue;
import org.plumbline.report.Words;
import org.plumbline.standard.Edition;
import org.plumbline.web.Face;
import org.plumbline.web.Option;
import org.plumbline.web.Text;

/** Prints papers about what is published: what they have in common stands here. */
@ApplicationScoped
class Papers {
    /** What follows the name of a file; the languages name themselves. */
    private static final Map<Tongue, String> NAMES = Map.of(Tongue.BOTH, "", Tongue.ZH, " 中文", Tongue.EN, " English");

    private static final List<Print> OFFERED =
            Stream.of("xlsx", "docx", "pdf", "zh.pdf", "en.pdf").map(Print::of).toList();

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
     * @param data the same as triples; none for a list
     */
    record Subject(Words title, Words about, String code, Words finding, String path, Graph data) {}

    /** A paper whose sections are numbered. */
    Paper numbered(Shot shot, Subject subject, List<Table> tables) {
        return paper(shot, subject, tables, null);
    }

    /** The edition itself: it has a cover and numbers of its own, and holds no facts of any site. */
    Paper standard(Shot shot, Subject subject, List<Table> tables, Cover cover) {
        return paper(shot, subject, tables, cover);
    }

    /** A list as a paper, for its workbook. */
    Paper list(Shot shot, Listing listing) {
        Listing.About about = listing.about();
        Subject subject = new Subject(
                about.title(),
                PaperWords.words(shot.district().name()),
                shot.district().code(),
                about.found(listing.rows().size()),
                about.path(),
                GraphFactory.createDefaultGraph());
        return paper(shot, subject, List.of(listing.table()), null);
    }

    /** The bytes of a paper. */
    byte[] write(Paper paper, Print print) {
        return printer.print(paper, print);
    }

    /** The prints of what stands at an address without a suffix; the address may have a query. */
    static List<Face> faces(String path) {
        return OFFERED.stream()
                .map(print -> new Face(name(print), print.form().type(), Face.at(path, print.suffix())))
                .toList();
    }

    /** The prints that are offered, the one that is signed first: their suffixes, and what they are called. */
    static List<Option> prints() {
        return OFFERED.reversed().stream()
                .sorted(Comparator.comparing((Print print) -> !print.equals(Print.SIGNED)))
                .map(print -> new Option(print.suffix(), Text.same(name(print)), false))
                .toList();
    }

    private static String name(Print print) {
        return print.form().name() + NAMES.get(print.tongue());
    }

    private Paper paper(Shot shot, Subject subject, List<Table> tables, @Nullable Cover cover) {
        Publication publication = shot.publication();
        Edition edition = shot.edition();
        return new Paper(
                subject.title(),
                cover != null
                        ? edition.number()
                        : subject.code() + " · " + edition.key() + " · " + publication.onDate(),
                PaperWords.words(shot.district().name()),
                subject.about(),
                subject.code(),
                PaperWords.basis(edition),
                subject.finding(),
                cover != null ? edition.issued() : publication.onDate(),
                tables,
                new Words(edition.summary().zh(), edition.summary().en()),
                new Proof(
                        edition.rulebookHash(),
                        publication.position(),
                        publication.head(),
                        "",
                        iris.portal() + "/zh" + shot.lasting(subject.path())),
                subject.data().isEmpty() ? "" : new String(Form.JSON_LD.write(subject.data()), StandardCharsets.UTF_8),
                cover == null && publication.synthetic() ? Paper.SYNTHETIC : null,
                cover);
    }
}
