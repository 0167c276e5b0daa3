package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.place.Pinyin;
import org.plumbline.publication.page.Listing.Head;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.view.GlossaryView;
import org.plumbline.publication.view.GlossaryView.Group;
import org.plumbline.publication.view.GlossaryView.Named;
import org.plumbline.publication.view.GlossaryView.Term;
import org.plumbline.publication.view.PageTable;
import org.plumbline.publication.view.Place;
import org.plumbline.standard.Glossary;
import org.plumbline.web.Lang;
import org.plumbline.web.Page;

/** Fills the glossary, which explains also a portal where nothing is published yet. */
@ApplicationScoped
class GlossaryPages {
    private final Glossary glossary;
    private final PlaceTable places;

    GlossaryPages(Glossary glossary, PlaceTable places) {
        this.glossary = glossary;
        this.places = places;
    }

    /** The page's template. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance glossary(GlossaryView view);
    }

    /** The page as HTML. */
    String html(Optional<Shot> shot, Lang lang) {
        Page page = shot.map(found -> found.page(lang, "/glossary", List.of(), List.of()))
                .orElseGet(() -> Page.bare(lang, "/glossary"));
        List<Group> groups = glossary.groups().stream()
                .map(group -> new Group(
                        group.id(),
                        Standards.text(group.name()),
                        group.terms().stream().map(GlossaryPages::term).toList()))
                .toList();
        return Templates.glossary(new GlossaryView(
                        page,
                        groups,
                        shot.map(this::names).orElse(List.of()),
                        shot.map(GlossaryPages::tables).orElse(List.of())))
                .render();
    }

    private static List<PageTable> tables(Shot shot) {
        return List.of(
                new PageTable("glossary.title", Listing.faces("/glossary", 0)),
                new PageTable("glossary.places", Listing.faces(shot.inTime("/places"), 0)));
    }

    /** All terms as a list, in both languages beside one another. */
    Listing listing(Shot shot) {
        List<Head> heads = List.of(
                Head.of("term", "list.term", 90),
                Head.words("group", "list.group", 110),
                Head.of("term_zh", "list.zh", 110),
                Head.of("term_en", "list.english", 130),
                Head.of("meaning_zh", "list.meaningZh", 260),
                Head.of("meaning_en", "list.meaningEn", 260),
                Head.of("source", "list.source", 170));
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (Glossary.Group group : glossary.groups()) {
            for (Glossary.Term one : group.terms()) {
                Term term = term(one);
                rows.add(Arrays.asList(
                        term.id(),
                        PaperWords.words(Standards.text(group.name())),
                        term.name().zh(),
                        term.name().en(),
                        term.meaning().zh(),
                        term.meaning().en(),
                        term.source()));
            }
        }
        return new Listing(new Listing.About(PaperWords.say("glossary.title"), "/glossary", List.of()), heads, rows);
    }

    /** A term as pages show it. */
    static Term term(Glossary.Term term) {
        return new Term(term.id(), Standards.text(term.name()), Standards.text(term.meaning()), term.source());
    }

    private List<Named> names(Shot shot) {
        return Stream.concat(Stream.of(shot.district()), places.streets(shot.id()).stream())
                .map(shot::place)
                .map(GlossaryPages::named)
                .toList();
    }

    private static Named named(Place place) {
        String english = place.name().en();
        return Pinyin.automatic(english)
                .map(pinyin -> new Named(place, pinyin, true))
                .orElseGet(() -> new Named(place, english, false));
    }
}
