package org.plumbline.publication.snapshot;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.assessment.Assessor.Held;
import org.plumbline.place.Site;
import org.plumbline.publication.snapshot.Surroundings.Whereabouts;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Band;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Score;
import org.plumbline.rulebook.json.Json;

/** Writes the results of one edition, one site after the other. */
final class ResultWriter {
    private final long publication;
    private final String edition;
    private final Columns results;
    private final Columns outcomes;

    ResultWriter(Sql sql, long publication, String edition) {
        this.publication = publication;
        this.edition = edition;
        results = new Columns(
                sql,
                "published.result",
                "publication bigint",
                "edition text",
                "site text",
                "site_class text",
                "street text",
                "score integer",
                "low integer",
                "high integer",
                "band text",
                "band_low text",
                "band_high text",
                "measured integer",
                "provisional boolean",
                "vetoes smallint",
                "failed_shall smallint",
                "passed smallint",
                "failed smallint",
                "cant_tell smallint",
                "untested smallint",
                "inapplicable smallint",
                "assessment jsonb");
        outcomes = new Columns(
                sql,
                "published.outcome",
                "publication bigint",
                "edition text",
                "clause text",
                "site text",
                "street text",
                "outcome text",
                "gap_zh text",
                "gap_en text");
    }

    /** Writes the result of one site, its assessment as the gate let it through. */
    void add(Site site, Held held, Whereabouts where, Map<String, Object> shown) {
        Assessment assessment = held.assessment();
        results.add(
                publication,
                edition,
                site.code,
                site.siteClass,
                where.street(),
                hundredths(assessment.score()),
                hundredths(assessment.scoreLow()),
                hundredths(assessment.scoreHigh()),
                name(assessment.band()),
                name(assessment.bandLow()),
                name(assessment.bandHigh()),
                assessment.measuredShare(),
                assessment.provisional(),
                assessment.vetoes().size(),
                assessment.failedShall(),
                count(assessment, Outcome.PASSED),
                count(assessment, Outcome.FAILED),
                count(assessment, Outcome.CANT_TELL),
                count(assessment, Outcome.UNTESTED),
                count(assessment, Outcome.INAPPLICABLE),
                Json.write(shown));
        List<?> clauses = shown.get("clauses") instanceof List<?> list ? list : List.of();
        for (int i = 0; i < assessment.results().size(); i++) {
            Map<?, ?> clause = (Map<?, ?>) clauses.get(i);
            ClauseResult result = assessment.results().get(i);
            boolean failed = result.outcome() == Outcome.FAILED;
            Map<?, ?> text = failed && clause.get("text") instanceof Map<?, ?> said ? said : Map.of();
            outcomes.add(
                    publication,
                    edition,
                    clause.get("clause"),
                    site.code,
                    where.street(),
                    result.outcome().term(),
                    text.get("zh"),
                    text.get("en"));
        }
    }

    void flush() {
        results.flush();
        outcomes.flush();
    }

    private static long count(Assessment assessment, Outcome outcome) {
        return assessment.results().stream()
                .filter(result -> result.outcome() == outcome)
                .count();
    }

    private static @Nullable Long hundredths(Score score) {
        return score.exists() ? score.hundredths() : null;
    }

    private static @Nullable String name(@Nullable Band band) {
        return band == null ? null : band.name();
    }
}
