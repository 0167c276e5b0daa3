package org.plumbline.publication.view;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Text;

/**
 * How one site did on one chapter.
 *
 * @param number chapter number
 * @param title chapter title
 * @param tally its clauses by outcome
 * @param earned points earned
 * @param possible points possible
 * @param score score of the chapter, 0..100; null = nothing possible
 */
public record ChapterResult(
        String number,
        Text title,
        Tally tally,
        BigDecimal earned,
        BigDecimal possible,
        @Nullable BigDecimal score) {}
