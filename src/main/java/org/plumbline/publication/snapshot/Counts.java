package org.plumbline.publication.snapshot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plumbline.publication.snapshot.Surroundings.Whereabouts;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Band;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.json.Json;

/**
 * Counts one edition's results by place and class while they pass, so that no page ever has to: results for the district, its streets and the
 * committees and areas in them, outcomes of each clause for the district and its streets only, for of the others there are too many.
 */
final class Counts {
    /** The class that stands for all. */
    static final String ALL = "";

    /** Whose sites are counted: those of a place, and of one class or {@link #ALL}. */
    record Group(String place, String siteClass) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int places = place.compareTo(other.place);
            return places != 0 ? places : siteClass.compareTo(other.siteClass);
        }
    }

    private static final class Sums {
        int sites;
        int assessed;
        int scored;
        int compliant;
        long score;
        long low;
        long high;
        long measured;
        final Map<String, Integer> bands = new TreeMap<>();
        final IntStream.Builder scores = IntStream.builder();
    }

    private final String district;
    private final Map<Group, Sums> sums = new TreeMap<>();
    private final Map<Group, Map<String, int[]>> tallies = new TreeMap<>();

    Counts(String district) {
        this.district = district;
    }

    /** Counts a site of the register, assessed or not. */
    void site(String siteClass, Whereabouts where) {
        for (Group group : groups(siteClass, all(where))) {
            sums.computeIfAbsent(group, key -> new Sums()).sites++;
        }
    }

    /** Counts a result. */
    void result(String siteClass, Assessment assessment, boolean compliant, Whereabouts where) {
        for (Group group : groups(siteClass, all(where))) {
            Sums sum = sums.computeIfAbsent(group, key -> new Sums());
            sum.assessed++;
            sum.compliant += compliant ? 1 : 0;
            sum.measured += assessment.measuredShare();
            if (assessment.score().exists()) {
                sum.scored++;
                sum.score += assessment.score().hundredths();
                sum.scores.add((int) assessment.score().hundredths());
                sum.low += assessment.scoreLow().hundredths();
                sum.high += assessment.scoreHigh().hundredths();
            }
            Band band = assessment.band();
            if (band != null) {
                sum.bands.merge(band.name(), 1, Integer::sum);
            }
        }
        for (Group group : groups(siteClass, List.of(district, where.street()))) {
            Map<String, int[]> tally = tallies.computeIfAbsent(group, key -> new TreeMap<>());
            for (ClauseResult result : assessment.results()) {
                String clause =
                        assessment.rulebook().clauses().get(result.clause()).number();
                tally.computeIfAbsent(clause, key -> new int[Outcome.values().length])[column(result.outcome())]++;
            }
        }
    }

    /** The order of the outcomes in the tables. */
    private static int column(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> 0;
            case FAILED -> 1;
            case CANT_TELL -> 2;
            case UNTESTED -> 3;
            case INAPPLICABLE -> 4;
        };
    }

    private List<String> all(Whereabouts where) {
        return Stream.of(
                        Stream.of(district, where.street()),
                        Stream.ofNullable(where.committee()),
                        where.areas().stream())
                .flatMap(places -> places)
                .toList();
    }

    private static List<Group> groups(String siteClass, List<String> places) {
        return places.stream()
                .flatMap(place -> List.of(new Group(place, ALL), new Group(place, siteClass)).stream())
                .toList();
    }

    /** Writes what was counted. */
    void write(Sql sql, long publication, String edition) {
        Columns summary = new Columns(
                sql,
                "published.summary",
                "publication bigint",
                "edition text",
                "place text",
                "site_class text",
                "sites integer",
                "assessed integer",
                "scored integer",
                "compliant integer",
                "score_sum bigint",
                "low_sum bigint",
                "high_sum bigint",
                "measured_sum bigint",
                "bands jsonb",
                "spread integer[]",
                "quartiles integer[]");
        sums.forEach((group, sum) -> {
            Spread spread = Spread.of(sum.scores.build());
            summary.add(
                    publication,
                    edition,
                    group.place(),
                    group.siteClass(),
                    sum.sites,
                    sum.assessed,
                    sum.scored,
                    sum.compliant,
                    sum.score,
                    sum.low,
                    sum.high,
                    sum.measured,
                    bands(sum),
                    spread.steps(),
                    spread.quartiles());
        });
        summary.flush();
        Columns tally = new Columns(
                sql,
                "published.tally",
                "publication bigint",
                "edition text",
                "place text",
                "site_class text",
                "clause text",
                "passed integer",
                "failed integer",
                "cant_tell integer",
                "untested integer",
                "inapplicable integer");
        tallies.forEach((group, clauses) -> clauses.forEach((clause, counts) -> tally.add(
                publication,
                edition,
                group.place(),
                group.siteClass(),
                clause,
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4])));
        tally.flush();
    }

    private static String bands(Sums sum) {
        Map<String, Object> bands = Json.object();
        sum.bands.forEach((band, count) -> bands.put(band, Json.Number.of(count)));
        return Json.write(bands);
    }
}
