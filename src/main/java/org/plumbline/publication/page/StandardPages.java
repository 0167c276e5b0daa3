package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.publication.graph.Form;
import org.plumbline.publication.snapshot.TallyTable;
import org.plumbline.publication.view.Band;
import org.plumbline.publication.view.Kind;
import org.plumbline.publication.view.StandardChapter;
import org.plumbline.publication.view.StandardClause;
import org.plumbline.publication.view.StandardView;
import org.plumbline.publication.view.Tally;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.standard.Basis;
import org.plumbline.standard.Edition;
import org.plumbline.web.Choice;
import org.plumbline.web.Face;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;
import org.plumbline.web.Text;

/** Fills the page of an edition. */
@ApplicationScoped
class StandardPages {
    private final TallyTable tallies;
    private final StandardTerms terms;

    StandardPages(TallyTable tallies, StandardTerms terms) {
        this.tallies = tallies;
        this.terms = terms;
    }

    /** The page's template. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance standard(StandardView view);
    }

    /** The page as HTML. */
    String html(Shot shot, Lang lang) {
        return Templates.standard(view(shot, lang)).render();
    }

    /** What the page says. */
    StandardView view(Shot shot, Lang lang) {
        Edition edition = shot.edition();
        Rulebook rulebook = edition.rulebook();
        List<Band> bands = Standards.bands(rulebook);
        String path = Standards.head(edition).path();
        return new StandardView(
                shot.page(lang, path, List.of(), faces(shot)),
                Standards.head(edition),
                editions(shot),
                Standards.text(edition.summary()),
                scope(rulebook),
                terms.of(edition),
                Standards.word(edition.legalNature()),
                edition.issued(),
                Standards.text(edition.publisher()),
                Standards.kinds(rulebook),
                edition.provisions().stream()
                        .flatMap(provision -> provision.bases().stream())
                        .map(Basis::document)
                        .filter(document -> !document.isEmpty())
                        .distinct()
                        .sorted()
                        .toList(),
                chapters(shot),
                bands,
                bands.get(rulebook.vetoBand()),
                Standards.points(rulebook.bonusCap()),
                Standards.points(rulebook.leastMeasuredShare()));
    }

    /** What it sets out, by the titles of its chapters, and for which classes of sites. */
    private static Text scope(Rulebook rulebook) {
        List<Text> chapters = rulebook.chapters().stream()
                .map(chapter -> Standards.text(chapter.title()))
                .toList();
        List<Text> kinds = Standards.kinds(rulebook).stream().map(Kind::label).toList();
        return new Text(
                Labels.say(Lang.ZH, "standard.scope.line", zh(chapters), zh(kinds)),
                Labels.say(Lang.EN, "standard.scope.line", en(chapters), en(kinds)));
    }

    private static String zh(List<Text> texts) {
        return texts.stream().map(Text::zh).collect(Collectors.joining("、"));
    }

    private static String en(List<Text> texts) {
        return texts.stream().map(Text::en).collect(Collectors.joining("; "));
    }

    /** The same as data. */
    static List<Face> faces(Shot shot) {
        String path = Standards.head(shot.edition()).path();
        return Stream.of(
                        Stream.of(new Face("JSON", "application/json", path + ".json")),
                        Form.faces(path).stream(),
                        Papers.faces(shot.inTime(path)).stream())
                .flatMap(faces -> faces)
                .toList();
    }

    private static List<Choice> editions(Shot shot) {
        return shot.editions().stream()
                .map(known -> known.edition())
                .map(one -> new Choice(
                        Standards.text(one.title()),
                        Standards.head(one).path(),
                        one.key().equals(shot.key()),
                        null))
                .toList();
    }

    private List<StandardChapter> chapters(Shot shot) {
        Rulebook rulebook = shot.edition().rulebook();
        Map<String, Tally> byClause =
                tallies.clauses(shot.id(), shot.key(), shot.district().code(), "");
        List<StandardChapter> chapters = new ArrayList<>();
        for (int c = 0; c < rulebook.chapters().size(); c++) {
            List<StandardClause> clauses = new ArrayList<>();
            for (int i = 0; i < rulebook.clauses().size(); i++) {
                Clause clause = rulebook.clauses().get(i);
                if (clause.chapter() == c) {
                    clauses.add(clause(
                            shot.edition(), i, byClause.getOrDefault(clause.number(), new Tally(0, 0, 0, 0, 0))));
                }
            }
            Rulebook.Chapter head = rulebook.chapters().get(c);
            chapters.add(new StandardChapter(
                    head.number(),
                    Standards.text(head.title()),
                    Standards.text(shot.edition().chapters().get(c)),
                    clauses));
        }
        return chapters;
    }

    private static StandardClause clause(Edition edition, int index, Tally tally) {
        Clause clause = edition.rulebook().clauses().get(index);
        var kinds = Standards.kinds(edition.rulebook(), clause.classes());
        return new StandardClause(
                clause.number(),
                Standards.head(edition).clause(clause.number()),
                Standards.text(clause.text()),
                Standards.text(clause.plain()),
                Standards.obligation(clause),
                Standards.points(clause),
                clause.veto(),
                Standards.check(clause),
                kinds,
                kinds.size() == edition.rulebook().classes().size(),
                Standards.basis(edition, index),
                tally);
    }
}
