package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Objects;
import org.plumbline.account.Role;
import org.plumbline.publication.graph.Form;
import org.plumbline.publication.graph.RoleWords;
import org.plumbline.publication.graph.ThingGraphs;
import org.plumbline.publication.view.RoleView;
import org.plumbline.publication.view.Source;
import org.plumbline.web.Face;
import org.plumbline.web.Lang;

/** Fills the page of a role. */
@ApplicationScoped
class RolePages {
    private final ThingGraphs graphs;

    RolePages(ThingGraphs graphs) {
        this.graphs = graphs;
    }

    /** The page's template. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance role(RoleView view);
    }

    /**
     * The page as HTML.
     *
     * @throws NotFoundException when there is no such role and no published submission names it
     */
    String html(Shot shot, Lang lang, String code) {
        long submissions = graphs.submissionsOf(shot.publication(), code);
        List<Source> sources = Role.of(code).map(Role::sources).orElse(List.of()).stream()
                .map(UsedFacts::source)
                .filter(Objects::nonNull)
                .toList();
        if (submissions == 0 && Role.of(code).isEmpty()) {
            throw new NotFoundException();
        }
        return Templates.role(new RoleView(
                        shot.page(lang, "/role/" + code, List.of(), faces(shot, code)),
                        code,
                        RoleWords.name(code),
                        sources,
                        submissions))
                .render();
    }

    /** What the register says of a role, as data. */
    static List<Face> faces(Shot shot, String code) {
        return Form.faces(shot.inTime("/role/" + code));
    }
}
