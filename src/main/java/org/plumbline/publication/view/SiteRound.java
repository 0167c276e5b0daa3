package org.plumbline.publication.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Text;

/**
 * A site's result in one published round.
 *
 * @param label name of the round
 * @param onDate date of assessment
 * @param path language-free address of the page of that round
 * @param score the result
 * @param failed failed clauses
 * @param as code of the site that this one continues and whose result it is; null for its own
 * @param current whether it is the one this page shows
 */
public record SiteRound(
        Text label,
        LocalDate onDate,
        String path,
        Score score,
        long failed,
        @Nullable String as,
        boolean current) {}
