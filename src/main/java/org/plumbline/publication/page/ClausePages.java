package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.graph.Form;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.TallyTable;
import org.plumbline.publication.view.ClauseView;
import org.plumbline.publication.view.FailingSite;
import org.plumbline.publication.view.PageTable;
import org.plumbline.publication.view.Place;
import org.plumbline.publication.view.StreetTally;
import org.plumbline.publication.view.Tally;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.standard.Edition;
import org.plumbline.web.Choice;
import org.plumbline.web.Crumb;
import org.plumbline.web.Face;
import org.plumbline.web.Lang;
import org.plumbline.web.Paging;
import org.plumbline.web.Text;

/** Fills the page of a clause. */
@ApplicationScoped
class ClausePages {
    private static final Tally NOBODY = new Tally(0, 0, 0, 0, 0);

    private final TallyTable tallies;
    private final PlaceTable places;

    ClausePages(TallyTable tallies, PlaceTable places) {
        this.tallies = tallies;
        this.places = places;
    }

    /** The page's template. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance clause(ClauseView view);
    }

    /**
     * The page as HTML.
     *
     * @throws NotFoundException when the edition has no such clause
     */
    String html(Shot shot, Lang lang, String number, int page) {
        return Templates.clause(view(shot, lang, number, page)).render();
    }

    /** What the page says; see {@link #html}. */
    ClauseView view(Shot shot, Lang lang, String clauseNumber, int number) {
        Edition edition = shot.edition();
        Rulebook rulebook = edition.rulebook();
        int index = rulebook.clauseIndex(clauseNumber);
        if (index < 0) {
            throw new NotFoundException();
        }
        Clause clause = rulebook.clauses().get(index);
        String path = Standards.head(edition).clause(clause.number());
        Map<String, Tally> byPlace = tallies.places(shot.id(), shot.key(), clause.number());
        Tally district = byPlace.getOrDefault(shot.district().code(), NOBODY);
        Paging paging = new Paging(number, Paging.SIZE, district.failed(), path);
        List<PublishedPlace> streets = places.streets(shot.id());
        List<Crumb> trail = List.of(new Crumb(
                Standards.text(edition.title()), Standards.head(edition).path()));
        return new ClauseView(
                shot.page(
                        lang,
                        paging.number() == 1 ? path : Paging.with(path, "page", "" + paging.number()),
                        trail,
                        faces(shot, clause.number())),
                Standards.head(edition),
                clause.number(),
                Standards.text(rulebook.chapters().get(clause.chapter()).title()),
                Standards.text(clause.text()),
                Standards.text(clause.plain()),
                Standards.obligation(clause),
                Standards.points(clause),
                clause.veto(),
                clause.severity(),
                Standards.due(clause),
                Standards.check(clause),
                edition.provisions().get(index).methods().stream()
                        .map(Standards::word)
                        .toList(),
                Standards.kinds(rulebook, clause.classes()),
                clause.appliesWhen() == null ? null : ConditionWords.say(clause.appliesWhen()),
                ClauseParts.cases(rulebook, clause),
                ClauseParts.grading(clause),
                ClauseParts.facts(edition, clause),
                Standards.basis(edition, index),
                ExampleCards.of(edition, index),
                district,
                streets.stream()
                        .map(street -> new StreetTally(shot.place(street), byPlace.getOrDefault(street.code(), NOBODY)))
                        .toList(),
                failing(shot, clause.number(), paging.size(), paging.offset(), streets),
                paging,
                neighbour(edition, index - 1),
                neighbour(edition, index + 1),
                List.of(
                        new PageTable("clause.streets", Listing.faces(shot.inTime(path + "/places"), 0)),
                        new PageTable(
                                "tables.failing", Listing.faces(shot.inTime(path + "/failing"), district.failed()))));
    }

    /** The first sites that fail a clause, in the order of their codes. */
    List<FailingSite> failing(Shot shot, String clause, int most) {
        return failing(shot, clause, most, 0, places.streets(shot.id()));
    }

    private List<FailingSite> failing(Shot shot, String clause, int size, long offset, List<PublishedPlace> streets) {
        Map<String, Place> byCode = streets.stream().collect(Collectors.toMap(PublishedPlace::code, shot::place));
        List<FailingSite> failing = new ArrayList<>();
        for (TallyTable.Failing site : tallies.failing(shot.id(), shot.key(), clause, size, offset)) {
            failing.add(new FailingSite(
                    site.code(),
                    site.name(),
                    Standards.kind(shot.edition(), site.siteClass()),
                    byCode.getOrDefault(site.street(), new Place(site.street(), Text.same(site.street()), "")),
                    site.gap()));
        }
        return failing;
    }

    private static @Nullable Choice neighbour(Edition edition, int index) {
        List<Clause> clauses = edition.rulebook().clauses();
        if (index < 0 || index >= clauses.size()) {
            return null;
        }
        Clause clause = clauses.get(index);
        Text label = new Text(
                clause.number() + " " + clause.plain().zh(),
                clause.number() + " " + clause.plain().en());
        return new Choice(label, Standards.head(edition).clause(clause.number()), false, null);
    }

    /** The same as data, and as a paper of the round shown. */
    static List<Face> faces(Shot shot, String number) {
        String path = Standards.head(shot.edition()).clause(number);
        List<Face> faces = new ArrayList<>(Form.faces(path));
        faces.addAll(Papers.faces(shot.inTime(path)));
        return faces;
    }
}
