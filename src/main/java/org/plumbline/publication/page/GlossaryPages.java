package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.place.Pinyin;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.view.GlossaryView;
import org.plumbline.publication.view.GlossaryView.Group;
import org.plumbline.publication.view.GlossaryView.Named;
import org.plumbline.publication.view.GlossaryView.Term;
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
        return Templates.glossary(
                        new GlossaryView(page, groups, shot.map(this::names).orElse(List.of())))
                .render();
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
