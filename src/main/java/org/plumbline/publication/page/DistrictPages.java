package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.SummaryTable.Summary;
import org.plumbline.publication.view.Band;
import org.plumbline.publication.view.DistrictView;
import org.plumbline.publication.view.Kind;
import org.plumbline.publication.view.PageTable;
import org.plumbline.web.Choice;
import org.plumbline.web.Lang;
import org.plumbline.web.Paging;
import org.plumbline.web.Text;

/** Fills the district page. */
@ApplicationScoped
class DistrictPages {
    private static final int MOST_FAILED = 10;
    private static final Text ALL = new Text("全部", "All");

    private final PlaceRows rows;
    private final PlaceFigures figures;

    DistrictPages(PlaceRows rows, PlaceFigures figures) {
        this.rows = rows;
        this.figures = figures;
    }

    /** The page's template. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance district(DistrictView view);
    }

    /** The page as HTML. */
    String html(Shot shot, Lang lang, String siteClass) {
        return Templates.district(view(shot, lang, siteClass)).render();
    }

    /** All that the page shows. */
    DistrictView view(Shot shot, Lang lang, String siteClass) {
        String path = narrowed(shot.kept("/"), siteClass);
        String list = narrowed(Paging.with("/sites", "edition", shot.key()), siteClass);
        String district = shot.district().code();
        List<Band> bands = Standards.bands(shot.edition().rulebook());
        List<Publication> rounds = figures.rounds(shot);
        Map<Long, Summary> byRound = figures.byRound(shot, rounds, district, siteClass);
        Publication before = PlaceFigures.before(rounds);
        Summary now = byRound.getOrDefault(shot.id(), Summary.none(shot.id(), district));
        return new DistrictView(
                shot.page(
                        lang,
                        path,
                        List.of(),
                        PlacePages.figureFaces(shot, shot.district().code())),
                shot.place(shot.district()),
                Standards.head(shot.edition()),
                shot.editionChoices("/"),
                kinds(shot, shot.kept("/"), siteClass),
                PlaceFigures.figures(
                        now,
                        before == null ? null : byRound.get(before.id()),
                        shot.publication().onDate(),
                        list),
                PlaceFigures.bands(bands, now, list),
                PlaceFigures.spread(now),
                PlaceFigures.trend(rounds, byRound, bands, district, list),
                rows.streets(shot, siteClass, bands, before),
                figures.mostFailed(shot, district, siteClass, MOST_FAILED),
                List.of(
                        table(shot, "streets.table", "/places", siteClass),
                        table(shot, "rounds.title", "/rounds", siteClass),
                        table(shot, "tables.clauses", "/clauses", siteClass)));
    }

    /** The filter by class, "all" first. */
    static List<Choice> kinds(Shot shot, String path, String chosen) {
        List<Choice> choices = new ArrayList<>();
        String all = Paging.without(path, "class");
        choices.add(new Choice(ALL, all, chosen.isEmpty(), null));
        for (Kind kind : Standards.kinds(shot.edition().rulebook())) {
            choices.add(new Choice(
                    kind.label(),
                    Paging.with(all, "class", kind.code()),
                    kind.code().equals(chosen),
                    null));
        }
        return choices;
    }

    private static PageTable table(Shot shot, String key, String path, String siteClass) {
        return new PageTable(key, Listing.faces(narrowed(shot.kept(path), siteClass), 0));
    }

    private static String narrowed(String path, String siteClass) {
        return siteClass.isEmpty() ? path : Paging.with(path, "class", siteClass);
    }
}
