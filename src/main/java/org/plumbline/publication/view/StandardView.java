package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Choice;
import org.plumbline.web.Page;
import org.plumbline.web.Text;

/**
 * The page of an edition: the standard as a readable document with its results beside it. Address:
 * {@code /standard/{standard}/{edition}}.
 *
 * @param page the frame; its faces are the edition's .json and .ttl
 * @param edition the edition
 * @param editions the switch between editions
 * @param summary abstract, which stands in the foreword
 * @param scope what it sets out and for which sites, in two sentences
 * @param terms words of the glossary that its clauses use
 * @param legalNature recommended or mandatory, in words
 * @param issued date of issue; null = a draft
 * @param publisher who publishes it
 * @param kinds classes it applies to
 * @param references documents that its clauses rest on, each once, in order of name
 * @param chapters chapters with their clauses
 * @param bands bands, best first
 * @param vetoBand band of a site that fails a veto
 * @param bonusCap most points that 可 clauses may add
 * @param leastMeasuredShare below this measured share a result is provisional, 0..1
 */
public record StandardView(
        Page page,
        Edition edition,
        List<Choice> editions,
        Text summary,
        Text scope,
        List<GlossaryView.Term> terms,
        Text legalNature,
        @Nullable LocalDate issued,
        Text publisher,
        List<Kind> kinds,
        List<String> references,
        List<StandardChapter> chapters,
        List<Band> bands,
        Band vetoBand,
        BigDecimal bonusCap,
        BigDecimal leastMeasuredShare) {

    /** Number of clauses decided in one way, by {@link Check#key}. */
    public long checked(String key) {
        return clauses().stream()
                .filter(clause -> clause.check().key().equals(key))
                .count();
    }

    /** Number of clauses of one obligation, by its name. */
    public long obliged(String name) {
        return clauses().stream()
                .filter(clause -> clause.obligation().name().equals(name))
                .count();
    }

    /** Number of clauses of which some basis carries a mark, by {@link Basis.Mark#key}. */
    public long marked(String key) {
        return clauses().stream()
                .filter(clause -> clause.basis().stream()
                        .anyMatch(basis -> basis.mark().key().equals(key)))
                .count();
    }

    /** Number of vetoes. */
    public long vetoes() {
        return clauses().stream().filter(StandardClause::veto).count();
    }

    /** Number of clauses. */
    public long size() {
        return clauses().size();
    }

    /** The bar of the three ways. */
    public List<Part> coverage() {
        return Part.stack(
                List.of("automatic", "judged", "uncodified"),
                List.of(checked("automatic"), checked("judged"), checked("uncodified")));
    }

    /** Whether the chapters begin at 4 or later, so that scope, references and terms are chapters 1 to 3. */
    public boolean numbered() {
        return chapters.stream()
                .allMatch(chapter ->
                        chapter.number().compareTo("4") >= 0 || chapter.number().length() > 1);
    }

    /** The scale of the bands. */
    public List<Scale.Zone> zones() {
        return Scale.zones(bands);
    }

    private List<StandardClause> clauses() {
        return chapters.stream().flatMap(chapter -> chapter.clauses().stream()).toList();
    }
}
