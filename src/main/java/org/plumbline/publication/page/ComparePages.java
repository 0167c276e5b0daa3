package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.page.Answers.Sheet;
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

    /** What is compared, without the frame: see {@link CompareView}; the class of the sites is empty where those of all classes count. */
    record Compared(
            String siteClass,
            String peers,
            List<CompareView.Column> columns,
            List<CompareView.Group> groups,
            List<String> left) {

        /** The same, with a sentence on those that found no room. */
        Compared without(Page page, int more) {
            if (more == 0) {
                return this;
            }
            List<String> all = new ArrayList<>(left);
            all.add(page.say("compare.left.more", page.count(MOST), page.count(more)));
            return new Compared(siteClass, peers, columns, groups, List.copyOf(all));
        }
    }

    /** Streets side by side, the first that fit; without any, the form to choose. */
    Sheet streets(Shot shot, Lang lang, List<String> codes, String siteClass) {
        Page page = page(shot, lang, "street", codes, siteClass);
        return sheet(shot, page, streets(shot, page, codes, siteClass), false, first(codes), siteClass);
    }

    /** Sites side by side, the first that fit, with the average of their class. */
    Sheet sites(Shot shot, Lang lang, List<String> codes) {
        Page page = page(shot, lang, "site", codes, "");
        return sheet(shot, page, sites(shot, page, codes), true, List.of(), "");
    }

    private Compared streets(Shot shot, Page page, List<String> codes, String siteClass) {
        List<String> wanted = named(codes);
        return wanted.isEmpty()
                ? new Compared("", "", List.of(), List.of(), List.of())
                : streets.compare(shot, page, new Wanted(first(codes), siteClass))
                        .without(page, Math.max(0, wanted.size() - MOST));
    }

    private Compared sites(Shot shot, Page page, List<String> codes) {
        return sites.compare(shot, page, first(codes))
                .without(page, Math.max(0, named(codes).size() - MOST));
    }

    /** The same as a list: a row for each thing compared, a column for each of those compared. */
    Listing listing(Shot shot, List<String> streetCodes, List<String> siteCodes, String siteClass) {
        List<Compared> both = Stream.of(Lang.ZH, Lang.EN)
                .map(lang -> Page.bare(lang, "/compare"))
                .map(page -> siteCodes.isEmpty()
                        ? streets(shot, page, streetCodes, siteClass)
                        : sites(shot, page, siteCodes))
                .toList();
        Compared chinese = both.getFirst();
        List<Head> heads = new ArrayList<>(List.of(
                Head.of("class", "paper.class", 60),
                Head.words("about", "list.about", 90),
                Head.words("compared", "list.compared", 190)));
        chinese.columns()
                .forEach(column -> heads.add(new Head(
                        column.code().isEmpty() ? "peers" : column.code(),
                        PaperWords.words(column.name()),
                        110,
                        false)));
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (int g = 0; g < chinese.groups().size(); g++) {
            CompareView.Group group = chinese.groups().get(g);
            for (int r = 0; r < group.rows().size(); r++) {
                List<Object> cells = new ArrayList<>();
                cells.add(chinese.siteClass());
                cells.add(PaperWords.words(group.title()));
                cells.add(PaperWords.words(group.rows().get(r).label()));
                CompareView.Row english = both.getLast().groups().get(g).rows().get(r);
                for (int c = 0; c < english.cells().size(); c++) {
                    cells.add(words(
                            group.rows().get(r).cells().get(c), english.cells().get(c)));
                }
                rows.add(cells);
            }
        }
        List<Words> narrowed = new ArrayList<>();
        if (!chinese.peers().isEmpty()) {
            narrowed.add(new Words(chinese.peers(), both.getLast().peers()));
        }
        for (int i = 0; i < chinese.left().size(); i++) {
            narrowed.add(new Words(chinese.left().get(i), both.getLast().left().get(i)));
        }
        String path = path(
                "/compare",
                siteCodes.isEmpty() ? "street" : "site",
                siteCodes.isEmpty() ? streetCodes : siteCodes,
                siteClass);
        return Listing.of(shot, new Listing.About(PaperWords.say("compare.title"), path, narrowed), heads, rows);
    }

    /** What a cell shows, an outcome by its name, with what has to be known with it. */
    private static Words words(CompareView.Cell chinese, CompareView.Cell english) {
        if (!chinese.outcome().isEmpty()) {
            return PaperWords.say("outcome." + chinese.outcome());
        }
        return PaperWords.words(new Text(
                chinese.note().isEmpty() ? chinese.shown() : chinese.shown() + "（" + chinese.note() + "）",
                english.note().isEmpty() ? english.shown() : english.shown() + " (" + english.note() + ")"));
    }

    private Sheet sheet(Shot shot, Page page, Compared compared, boolean sites, List<String> chosen, String siteClass) {
        CompareView view = new CompareView(
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
                kinds(shot, siteClass));
        return new Sheet(Templates.compare(view).render(), page.faces());
    }

    private static List<Option> kinds(Shot shot, String chosen) {
        List<Option> kinds = new ArrayList<>();
        kinds.add(new Option("", Labels.text("compare.all"), chosen.isEmpty()));
        Standards.kinds(shot.edition().rulebook())
                .forEach(kind -> kinds.add(
                        new Option(kind.code(), kind.label(), kind.code().equals(chosen))));
        return kinds;
    }

    private static List<String> named(List<String> codes) {
        return codes.stream()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    /** As many as stand beside one another. */
    private static List<String> first(List<String> codes) {
        return named(codes).stream().limit(MOST).toList();
    }

    private static Page page(Shot shot, Lang lang, String parameter, List<String> codes, String siteClass) {
        String whole = path(shot.kept("/compare"), parameter, codes, siteClass);
        return shot.page(
                lang,
                whole,
                List.of(new Crumb(TITLE, shot.kept("/compare"))),
                codes.isEmpty() ? List.of() : Listing.faces(whole, 0));
    }

    private static String path(String bare, String parameter, List<String> codes, String siteClass) {
        String path = bare;
        for (String code : codes) {
            path = Paging.and(path, parameter, code.strip());
        }
        return siteClass.isEmpty() ? path : Paging.with(path, "class", siteClass);
    }
}
