package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.plumbline.publication.view.MethodsView;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Editions;
import org.plumbline.web.Lang;
import org.plumbline.web.Page;

/** Fills the methods page, which explains also a portal where nothing is published yet. */
@ApplicationScoped
class MethodsPages {
    private final Editions editions;

    MethodsPages(Editions editions) {
        this.editions = editions;
    }

    /** The page's template. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance methods(MethodsView view);
    }

    /** The page as HTML. */
    String html(Optional<Shot> shot, Lang lang) {
        Edition edition =
                shot.map(Shot::edition).orElseGet(() -> editions.list().getFirst());
        Page page = shot.map(found -> found.page(lang, "/methods", List.of(), List.of()))
                .orElseGet(() -> Page.bare(lang, "/methods"));
        MethodsView view = new MethodsView(page, Standards.head(edition), Standards.bands(edition.rulebook()));
        return Templates.methods(view).render();
    }
}
