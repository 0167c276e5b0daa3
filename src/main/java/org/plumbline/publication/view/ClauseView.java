package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Obligation;
import org.plumbline.rulebook.Severity;
import org.plumbline.web.Choice;
import org.plumbline.web.Page;
import org.plumbline.web.Paging;
import org.plumbline.web.Text;

/**
 * The page of a clause. Address: {@code /standard/{standard}/{edition}/clause/{no}} with {@code page} for the failing sites.
 *
 * @param page the frame
 * @param edition the edition
 * @param number clause number
 * @param chapter title of its chapter
 * @param text wording of the standard
 * @param plain plain sentence
 * @param obligation 应 宜 可
 * @param points points it carries
 * @param veto whether failing it decides the band
 * @param severity how grave a failure is
 * @param due ISO period in which a failure is to be put right
 * @param check automatic, judged or not codified
 * @param methods how it is looked at: measure, document, photo …
 * @param kinds classes it applies to
 * @param appliesWhen condition of applying as a sentence; null = always
 * @param cases its cases, or its only check as a single case; empty if judged or not codified
 * @param grading how points are given as a sentence; null = all or nothing
 * @param facts facts it reads
 * @param basis what it rests on
 * @param examples its examples, the main one that passes and the main one that fails first
 * @param tally sites of the district by outcome
 * @param streets the same by street
 * @param failing the sites that fail it, this page of them
 * @param paging which page of the failing sites
 * @param before the clause before it; null at the start
 * @param after the clause after it; null at the end
 * @param tables its tables as data
 */
public record ClauseView(
        Page page,
        Edition edition,
        String number,
        Text chapter,
        Text text,
        Text plain,
        Obligation obligation,
        BigDecimal points,
        boolean veto,
        Severity severity,
        String due,
        Check check,
        List<Text> methods,
        List<Kind> kinds,
        @Nullable Text appliesWhen,
        List<ClauseCase> cases,
        @Nullable Text grading,
        List<FactNeed> facts,
        List<Basis> basis,
        List<ExampleCard> examples,
        Tally tally,
        List<StreetTally> streets,
        List<FailingSite> failing,
        Paging paging,
        @Nullable Choice before,
        @Nullable Choice after,
        List<PageTable> tables) {

    /** The examples shown at once; the rest are folded. */
    public List<ExampleCard> firstExamples() {
        return examples.subList(0, Math.min(4, examples.size()));
    }

    /** The examples that are folded. */
    public List<ExampleCard> moreExamples() {
        return examples.subList(Math.min(4, examples.size()), examples.size());
    }
}
