package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.page.CompareStreets.Wanted;
import org.plumbline.publication.page.Listing.Head;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.view.CompareView;
import org.plumbline.report.Words;
import org.plumbline.web.Crumb;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;
import org.plumbline.web.Option;
import org.plumbline.web.Page;
import org.plumbline.web.Paging;
import org.plumbline.web.Text;

/** Fills the page that compares like with like: streets by one class of sites, sites with those of their class. */
@ApplicationScoped
class ComparePages {
    /** More do not stand beside one another. */
    static final int MOST = 4;

    private static final Text TITLE = Labels.text("compare.title");

    private final CompareStreets streets;
    private final CompareSites sites;
    private final PlaceTable places;

    ComparePages(CompareStreets streets, CompareSites sites, PlaceTable places) {
        this.streets = streets;
        this.sites = sites;
        this.places = places;
    }

    /** The page's template. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance compare(CompareView view);
    }

    /** What is compared, without the frame: see {@link CompareView}. */
    record Compared(
            String peers, List<CompareView.Column> columns, List<CompareView.Group> groups, List<String> left) {}

    /**
     * Streets side by side; without any, the form to choose.
     *
     * @throws BadRequestException when there are more than fit, or one is no street of the district
     */
    String streets(Shot shot, Lang lang, List<String> codes, String siteClass) {
        Page page = page(shot, lang, "street", codes, siteClass);
        return html(shot, page, streets(shot, page, codes, siteClass), false, few(codes), siteClass);
    }

    /**
     * Sites side by side, with the average of their class.
     *
     * @throws BadRequestException when there are more than fit
     */
    String sites(Shot shot, Lang lang, List<String> codes) {
        Page page = page(shot, lang, "site", codes, "");
        return html(shot, page, sites.compare(shot, page, few(codes)), true, List.of(), "");
    }

    private Compared streets(Shot shot, Page page, List<String> codes, String siteClass) {
        List<String> wanted = few(codes);
        return wanted.isEmpty()
                ? new Compared("", List.of(), List.of(), List.of())
                : streets.compare(shot, page, new Wanted(wanted, siteClass));
    }

    /** The same as a list: a row for each thing compared, a column for each of those compared. */
    Listing listing(Shot shot, List<String> streetCodes, List<String> siteCodes, String siteClass) {
        List<Compared> both = Stream.of(Lang.ZH, Lang.EN)
                .map(lang -> Page.bare(lang, "/compare"))
                .map(page -> siteCodes.isEmpty()
                        ? streets(shot, page, streetCodes, siteClass)
                        : sites.compare(shot, page, few(siteCodes)))
                .toList();
        Compared chinese = both.getFirst();
        List<Head> heads =
                new ArrayList<>(List.of(Head.of("about", "list.about", 90), Head.of("compared", "list.compared", 190)));
        chinese.columns()
                .forEach(column -> heads.add(new Head(
                        column.code().isEmpty() ? "peers" : column.code(), PaperWords.words(column.name()), 110)));
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (int g = 0; g < chinese.groups().size(); g++) {
            CompareView.Group group = chinese.groups().get(g);
            for (int r = 0; r < group.rows().size(); r++) {
                List<Object> cells = new ArrayList<>();
                cells.add(PaperWords.words(group.title()));
                cells.add(PaperWords.words(group.rows().get(r).label()));
                cells.addAll(cells(
                        group.rows().get(r),
                        both.getLast().groups().get(g).rows().get(r)));
                rows.add(cells);
            }
        }
        return Listing.of(shot, PaperWords.say("compare.title"), heads, rows);
    }

    private static List<Words> cells(CompareView.Row chinese, CompareView.Row english) {
        return IntStream.range(0, chinese.cells().size())
                .mapToObj(i -> PaperWords.words(new Text(
                        chinese.cells().get(i).shown(), english.cells().get(i).shown())))
                .toList();
    }

    private String html(Shot shot, Page page, Compared compared, boolean sites, List<String> chosen, String siteClass) {
        return Templates.compare(new CompareView(
                        page,
                        shot.key(),
                        compared.peers(),
                        compared.columns(),
                        compared.groups(),
                        compared.left(),
                        sites,
                        places.streets(shot.id()).stream()
                                .map(one -> new Option(one.code(), one.name(), chosen.contains(one.code())))
                                .toList(),
                        kinds(shot, siteClass)))
                .render();
    }

    private static List<Option> kinds(Shot shot, String chosen) {
        List<Option> kinds = new ArrayList<>();
        kinds.add(new Option("", Labels.text("compare.all"), chosen.isEmpty()));
        Standards.kinds(shot.edition().rulebook())
                .forEach(kind -> kinds.add(
                        new Option(kind.code(), kind.label(), kind.code().equals(chosen))));
        return kinds;
    }

    private static List<String> few(List<String> codes) {
        List<String> wanted = codes.stream()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        if (wanted.size() > MOST) {
            throw new BadRequestException("At most " + MOST + " are compared");
        }
        return wanted;
    }

    private static Page page(Shot shot, Lang lang, String parameter, List<String> codes, String siteClass) {
        String path = shot.kept("/compare");
        for (String code : codes) {
            path = Paging.and(path, parameter, code.strip());
        }
        String whole = siteClass.isEmpty() ? path : Paging.with(path, "class", siteClass);
        return shot.page(
                lang,
                whole,
                List.of(new Crumb(TITLE, shot.kept("/compare"))),
                codes.isEmpty() ? List.of() : Listing.faces(whole));
    }
}
