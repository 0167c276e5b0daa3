package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.publication.page.SiteShots.SiteShot;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publications;
import org.plumbline.publication.view.Score;
import org.plumbline.publication.view.SiteView;
import org.plumbline.report.Print;
import org.plumbline.standard.Editions.Known;
import org.plumbline.web.Lang;
import org.plumbline.web.Option;

/** Prints published assessments outside a request: the same as the addresses of each site's papers give, a PDF to the byte. */
@ApplicationScoped
public class SitePapers {
    private final Shots shots;
    private final SiteShots sites;
    private final SitePages pages;
    private final SiteData data;
    private final SitePaper paper;
    private final Publications publications;
    private final PlaceTable places;

    SitePapers(
            Shots shots,
            SiteShots sites,
            SitePages pages,
            SiteData data,
            SitePaper paper,
            Publications publications,
            PlaceTable places) {
        this.shots = shots;
        this.sites = sites;
        this.pages = pages;
        this.data = data;
        this.paper = paper;
        this.publications = publications;
        this.places = places;
    }

    /**
     * What can be printed.
     *
     * @param editions keys and titles
     * @param places district and streets, codes and names
     * @param prints suffixes of files and what they are called
     */
    public record Printable(Publication publication, List<Option> editions, List<Option> places, List<Option> prints) {}

    /**
     * A paper.
     *
     * @param name of the site
     * @param street name of its street
     * @param band label of its band; empty without one
     * @param score as it is printed; empty without one
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    public record Printed(String name, String street, String band, String score, byte[] file) {}

    /** What is public now; empty before anything is. */
    public Optional<Printable> now() {
        return publications.latest().map(publication -> {
            Shot shot = shots.at(publication, "");
            List<Option> editions = shot.editions().stream()
                    .map(Known::edition)
                    .map(one -> new Option(one.key(), Standards.text(one.title()), false))
                    .toList();
            List<Option> all = Stream.concat(Stream.of(shot.district()), places.streets(publication.id()).stream())
                    .map(place -> new Option(place.code(), place.name(), false))
                    .toList();
            return new Printable(publication, editions, all, Papers.prints());
        });
    }

    /**
     * Prints the assessment of one site.
     *
     * @throws NotFoundException when there is no such publication, edition or site in it
     */
    public Printed print(long publication, String edition, String site, Print print) {
        Shot shot = shots.at(publications.find(publication).orElseThrow(NotFoundException::new), edition);
        SiteShot found = sites.need(shot, site);
        SiteView view = pages.view(found, Lang.ZH);
        Score score = view.score();
        return new Printed(
                view.name().zh(),
                view.street().name().zh(),
                score.scored() ? score.band().label().zh() : "",
                PaperWords.figure("score", score.score()),
                paper.write(found, view, data.json(found), print));
    }
}
