package org.plumbline.publication.view;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Choice;
import org.plumbline.web.Page;
import org.plumbline.web.Paging;
import org.plumbline.web.Text;

/**
 * What changed since the round before, in sentences. Address: {@code /changes?way=FELL&street=…&class=…&edition=…&page=…}.
 *
 * @param page the frame
 * @param edition the edition that the sites are held against
 * @param editions the switch between editions
 * @param since the round it is compared with; null at the first round
 * @param now average score and compliance rate of the district, each with what it was before
 * @param ways the filter by way of change, "all" first, each with its count
 * @param streets the filter by street, "all" first
 * @param kinds the filter by class, "all" first
 * @param rows the changes of this page
 * @param paging which page this is
 */
public record ChangesView(
        Page page,
        Edition edition,
        List<Choice> editions,
        @Nullable Since since,
        List<Figure> now,
        List<Choice> ways,
        List<Choice> streets,
        List<Choice> kinds,
        List<Row> rows,
        Paging paging) {

    /**
     * The round compared with.
     *
     * @param withdrawn whether it was taken back after the comparison
     * @param rose sites that rose to a better band
     * @param fell sites that fell to a worse band
     * @param all sites that changed in any way
     */
    public record Since(Text round, LocalDate onDate, boolean withdrawn, long rose, long fell, long all) {}

    /**
     * A site that changed.
     *
     * @param code its code
     * @param name what it is called
     * @param path language-free address of its page; empty for one that is not there any more
     * @param street its street
     * @param way ROSE, FELL, UP, DOWN, SAME, NEW or GONE
     * @param sentence what happened, in both languages
     * @param band the band now; null for none
     * @param met the clauses that pass now and had failed
     * @param unmet the clauses that fail now and had not
     * @param measured clauses that were open and are decided now
     * @param aged clauses that were decided and are open now
     */
    public record Row(
            String code,
            Text name,
            String path,
            Text street,
            String way,
            Text sentence,
            @Nullable Band band,
            List<Clause> met,
            List<Clause> unmet,
            long measured,
            long aged) {}

    /**
     * A clause whose outcome changed.
     *
     * @param path language-free address of its page
     * @param plain what it asks, in a sentence
     * @param gap what is missing now; null when it passes
     */
    public record Clause(
            String number,
            String path,
            Text plain,
            @Nullable Text gap) {}
}
