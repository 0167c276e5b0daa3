package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.assessment.AssessmentGraph;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.page.SiteShots.SiteShot;
import org.plumbline.publication.view.SiteRound;
import org.plumbline.publication.view.SiteView;
import org.plumbline.report.AssessmentReport;
import org.plumbline.report.AssessmentReport.Previous;
import org.plumbline.report.Print;
import org.plumbline.report.ReportPrinter;
import org.plumbline.report.SiteReport;
import org.plumbline.report.Words;

/** The paper of a site: its published assessment, printed. */
@ApplicationScoped
class PrintedSite implements SitePaper {
    private final ReportPrinter printer;
    private final Iris iris;

    PrintedSite(ReportPrinter printer, Iris iris) {
        this.printer = printer;
        this.iris = iris;
    }

    @Override
    public byte[] write(SiteShot found, SiteView view, String jsonLd, Print print) {
        return printer.print(
                SiteReport.of(found.shot().edition(), found.verdict().json(), frame(found, view), jsonLd), print);
    }

    private SiteReport.Frame frame(SiteShot found, SiteView view) {
        var publication = found.shot().publication();
        Words district = PaperWords.words(found.shot().district().name());
        String address = found.site().address();
        return new SiteReport.Frame(
                view.code() + " · " + view.edition().key() + " · " + publication.onDate(),
                district,
                new AssessmentReport.Site(
                        PaperWords.words(view.name()),
                        view.code(),
                        PaperWords.words(view.kind().label()),
                        Words.same(address == null ? "—" : address),
                        PaperWords.words(view.street().name()),
                        district),
                previous(found, view),
                publication.position(),
                publication.head(),
                publication.synthetic(),
                AssessmentGraph.iri(
                        iris.site(view.code()),
                        found.shot().edition().iri(),
                        publication.onDate().toString()));
    }

    private static @Nullable Previous previous(SiteShot found, SiteView view) {
        return view.rounds().stream()
                .filter(round ->
                        round.onDate().isBefore(found.shot().publication().onDate()))
                .max(Comparator.comparing(SiteRound::onDate))
                .filter(round -> round.score().scored())
                .map(round -> new Previous(
                        round.onDate(),
                        Objects.requireNonNull(round.score().score()),
                        PaperWords.words(round.score().band().label())))
                .orElse(null);
    }
}
