package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.graph.Form;
import org.plumbline.publication.page.SiteShots.SiteShot;
import org.plumbline.publication.snapshot.PlaceTable.PublishedSite;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.ResultTable.OfSite;
import org.plumbline.publication.view.Band;
import org.plumbline.publication.view.Barrier;
import org.plumbline.publication.view.Bonus;
import org.plumbline.publication.view.ClauseResult;
import org.plumbline.publication.view.Place;
import org.plumbline.publication.view.Proof;
import org.plumbline.publication.view.SiteRound;
import org.plumbline.publication.view.SiteView;
import org.plumbline.rdf.Canonical;
import org.plumbline.rulebook.GateWording;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Standing;
import org.plumbline.rulebook.json.AssessmentReader;
import org.plumbline.web.Crumb;
import org.plumbline.web.Face;
import org.plumbline.web.Lang;
import org.plumbline.web.Page;

/** Fills the page of a site. */
@ApplicationScoped
class SitePages {
    /** The page's template. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance site(SiteView view);

        static native TemplateInstance badge(SiteView view);

        static native TemplateInstance ended(String code, List<String> successors, Page p);
    }

    private final Iris iris;

    SitePages(Iris iris) {
        this.iris = iris;
    }

    /** The page as HTML. */
    String html(SiteShot found, Lang lang) {
        return Templates.site(view(found, lang)).render();
    }

    /** The result as a small SVG picture that other pages may show. */
    String badge(SiteShot found, Lang lang) {
        return Templates.badge(view(found, lang)).render();
    }

    /** The same picture for a site that several others continue: it says so instead of a result. */
    String badge(String code, List<String> successors, Lang lang) {
        return Templates.ended(code, successors, Page.bare(lang, "/site/" + code))
                .render();
    }

    /** All that the page shows. */
    SiteView view(SiteShot found, Lang lang) {
        Shot shot = found.shot();
        PublishedSite site = found.site();
        List<Band> bands = Standards.bands(shot.edition().rulebook());
        int siteClass = shot.edition().rulebook().classIndex(site.siteClass());
        UsedFacts facts = new UsedFacts(
                shot.edition(), found.verdict(), shot.publication().onDate());
        ClauseResults clauses = new ClauseResults(shot.edition(), found.verdict(), facts, siteClass);
        List<ClauseResult> results = clauses.all();
        Map<String, ClauseResult> byNumber = ClauseResults.byNumber(results);
        Standing standing = AssessmentReader.standing(
                shot.edition().rulebook(), found.verdict().json());
        Place street = shot.place(found.place(site.street()));
        String path = "/site/" + site.code();
        return new SiteView(
                shot.page(lang, shot.kept(path), List.of(new Crumb(street.name(), street.path())), faces(shot, path)),
                site.code(),
                site.name(),
                Standards.kind(shot.edition(), site.siteClass()),
                street,
                site.committee() == null ? null : shot.place(found.place(site.committee())),
                site.areas().stream().map(found::place).map(shot::place).toList(),
                site.invented(),
                Standards.head(shot.edition()),
                shot.editionChoices(path),
                SiteTables.score(Objects.requireNonNull(found.result(shot.publication())), bands),
                bonus(standing),
                bands,
                barriers(standing, shot.edition().rulebook(), bands, byNumber),
                found.verdict().names("vetoes").stream()
                        .map(byNumber::get)
                        .filter(Objects::nonNull)
                        .toList(),
                clauses.settles(),
                Offers.of(site.address(), shot.edition(), found.verdict(), facts),
                clauses.chapters(results),
                results,
                rounds(found, bands),
                proof(found),
                iris.portal());
    }

    /** The same page as data and as paper. */
    static List<Face> faces(Shot shot, String address) {
        return Stream.of(
                        Stream.of(new Face("JSON", "application/json", shot.kept(address + ".json"))),
                        Form.faces(shot.kept(address)).stream(),
                        Papers.faces(shot.kept(address)).stream())
                .flatMap(faces -> faces)
                .toList();
    }

    private static @Nullable Bonus bonus(Standing standing) {
        return standing.hasBonus()
                ? new Bonus(
                        new BigDecimal(standing.base().text()),
                        Standards.points(standing.score().bonus()))
                : null;
    }

    private static List<Barrier> barriers(
            Standing standing, Rulebook rulebook, List<Band> bands, Map<String, ClauseResult> results) {
        return standing.barred().stream()
                .flatMap(barred -> barred.gates().stream()
                        .map(closed -> new Barrier(
                                Standards.band(bands, barred.band().name()),
                                Standards.text(GateWording.of(rulebook, closed.gate())),
                                closed.clauses().stream()
                                        .map(clause -> results.get(
                                                rulebook.clauses().get(clause).number()))
                                        .filter(Objects::nonNull)
                                        .toList())))
                .toList();
    }

    private static List<SiteRound> rounds(SiteShot found, List<Band> bands) {
        List<SiteRound> rounds = new ArrayList<>();
        for (Publication round : found.rounds()) {
            for (OfSite one : found.results(round)) {
                boolean own = one.site().equals(found.site().code());
                rounds.add(new SiteRound(
                        round.round(),
                        round.onDate(),
                        found.shot().keptIn(round, "/site/" + one.site()),
                        SiteTables.score(one.result(), bands),
                        one.result().failed(),
                        own ? null : one.site(),
                        own && round.id() == found.shot().id()));
            }
        }
        return rounds;
    }

    private static Proof proof(SiteShot found) {
        Publication publication = found.shot().publication();
        byte[] facts = found.verdict().facts().getBytes(StandardCharsets.UTF_8);
        return new Proof(
                String.valueOf(found.verdict().string("rulebook")),
                "sha256:" + HexFormat.of().formatHex(Canonical.hash(facts)),
                publication.position(),
                publication.head(),
                publication.onDate());
    }
}
