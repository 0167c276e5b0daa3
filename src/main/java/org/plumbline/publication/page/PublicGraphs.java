package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.graph.NamedGraph;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Editions.Known;
import org.plumbline.web.Lang;
import org.plumbline.web.Page;
import org.plumbline.web.Text;

/** Everything that is public now as named graphs: one for each edition, one for each assessment of a site. */
@ApplicationScoped
public class PublicGraphs {
    private final Shots shots;
    private final SiteShots sites;
    private final Iris iris;

    PublicGraphs(Shots shots, SiteShots sites, Iris iris) {
        this.shots = shots;
        this.sites = sites;
        this.iris = iris;
    }

    /**
     * What a catalogue says of a publication.
     *
     * @param district name of the district
     * @param districtCode its code
     * @param districtIri its IRI
     * @param editions the editions that sites were held against
     */
    public record Issue(
            Publication publication, Text district, String districtCode, String districtIri, List<Edition> editions) {}

    /** What is public now; empty before anything is published. */
    public Optional<Issue> now() {
        return shots.find("")
                .map(shot -> new Issue(
                        shot.publication(),
                        shot.district().name(),
                        shot.district().code(),
                        iris.place(shot.district().code()),
                        shot.editions().stream().map(Known::edition).toList()));
    }

    /** The frame of a page about what is public now: its date and round, and whether its facts are synthetic. */
    public Page frame(Lang lang, String path) {
        return shots.find("")
                .map(shot -> shot.page(lang, path, List.of(), List.of()))
                .orElseGet(() -> Page.bare(lang, path));
    }

    /** The graphs of what is public now, one after another. */
    @ActivateRequestContext
    public void each(Consumer<NamedGraph> to) {
        Optional<Shot> now = shots.find("");
        if (now.isEmpty()) {
            return;
        }
        for (Known known : now.get().editions()) {
            Edition edition = known.edition();
            to.accept(new NamedGraph(edition.iri(), edition.withoutExamples()));
            sites.each(now.get().of(edition), found -> {
                SiteGraph graph = new SiteGraph(iris, found);
                to.accept(new NamedGraph(graph.name(), graph.graph()));
            });
        }
    }
}
