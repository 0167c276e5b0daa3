package org.plumbline.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Sources.Place;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.Text;

/**
 * A site with the outcomes that it must get: a test of the standard.
 *
 * @param name local name, such as {@code 5.6-pass}
 * @param label what people read on the clause's page
 * @param record the facts
 * @param onDay assessment date, days since 1970-01-01
 * @param expectations what must come out
 * @param score score that must come out, as text, or null
 * @param band local name of the band that must come out, or null
 * @param place where it stands
 */
public record Example(
        String name,
        Text label,
        SiteRecord record,
        int onDay,
        List<Expectation> expectations,
        @Nullable String score,
        @Nullable String band,
        Place place) {

    /**
     * What one clause must give.
     *
     * @param clause index of the clause
     * @param outcome outcome
     * @param earned points earned in thousandths, or null when not stated
     */
    public record Expectation(
            int clause, Outcome outcome, @Nullable Long earned) {}
}
