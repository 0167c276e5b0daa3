package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Obligation;
import org.plumbline.web.Text;

/**
 * A case of a clause, or its only check.
 *
 * @param kinds classes it holds for
 * @param when the condition as a sentence; null = always
 * @param checks what must hold, a sentence each
 * @param points points, if the case has its own; null = the clause's
 * @param obligation obligation, if the case has its own; null = the clause's
 * @param text wording, if the case has its own; null = the clause's
 */
public record ClauseCase(
        List<Kind> kinds,
        @Nullable Text when,
        List<Text> checks,
        @Nullable BigDecimal points,
        @Nullable Obligation obligation,
        @Nullable Text text) {}
