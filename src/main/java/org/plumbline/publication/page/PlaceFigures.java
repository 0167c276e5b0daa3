package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Spread;
import org.plumbline.publication.snapshot.SummaryTable;
import org.plumbline.publication.snapshot.SummaryTable.Summary;
import org.plumbline.publication.snapshot.TallyTable;
import org.plumbline.publication.view.Band;
import org.plumbline.publication.view.BandCount;
import org.plumbline.publication.view.ClauseRow;
import org.plumbline.publication.view.Figure;
import org.plumbline.publication.view.Round;
import org.plumbline.publication.view.ScoreSpread;
import org.plumbline.publication.view.ScoreSpread.Step;
import org.plumbline.publication.view.Tally;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.web.Paging;

/** The figures of a place, as district and street pages show them. */
@ApplicationScoped
class PlaceFigures {
    /** Fewer sites have scores, not a spread of scores. */
    private static final int LEAST_SPREAD = 5;

    private final Shots shots;
    private final SummaryTable summaries;
    private final TallyTable tallies;

    PlaceFigures(Shots shots, SummaryTable summaries, TallyTable tallies) {
        this.shots = shots;
        this.summaries = summaries;
        this.tallies = tallies;
    }

    /** The rounds of an edition up to the publication shown, oldest first. */
    List<Publication> rounds(Shot shot) {
        return shots.rounds(shot).reversed();
    }

    /** The round before the one shown; null at the first. */
    static @Nullable Publication before(List<Publication> rounds) {
        return rounds.size() < 2 ? null : rounds.get(rounds.size() - 2);
    }

    /** The figures of one place in each of some rounds, by publication. */
    Map<Long, Summary> byRound(Shot shot, List<Publication> rounds, String place, String siteClass) {
        Map<Long, Summary> byRound = new LinkedHashMap<>();
        List<Long> ids = rounds.stream().map(Publication::id).toList();
        summaries
                .rounds(ids, shot.key(), place, siteClass)
                .forEach(summary -> byRound.put(summary.publication(), summary));
        return byRound;
    }

    /**
     * The five headline figures.
     *
     * @param list address of the list of sites that they lead down to
     */
    static List<Figure> figures(Summary now, @Nullable Summary before, LocalDate on, String list) {
        boolean known = now.assessed() > 0;
        return List.of(
                new Figure(
                        "sites",
                        BigDecimal.valueOf(now.sites()),
                        null,
                        null,
                        now.sites(),
                        before == null ? null : BigDecimal.valueOf(before.sites()),
                        on,
                        list),
                new Figure(
                        "assessed",
                        now.assessedShare(),
                        null,
                        null,
                        now.assessed(),
                        before == null ? null : before.assessedShare(),
                        on,
                        list),
                new Figure(
                        "compliance",
                        now.compliance(),
                        null,
                        null,
                        now.assessed(),
                        before == null ? null : before.compliance(),
                        on,
                        Paging.with(list, "sort", "failed")),
                new Figure(
                        "score",
                        now.score(),
                        now.low(),
                        now.high(),
                        now.scored(),
                        before == null ? null : before.score(),
                        on,
                        Paging.with(list, "sort", "lowest")),
                new Figure(
                        "measured",
                        known ? now.measured() : null,
                        null,
                        null,
                        now.assessed(),
                        before == null || before.assessed() == 0 ? null : before.measured(),
                        on,
                        list));
    }

    /** How the scores of the sites spread; null for too few. */
    static @Nullable ScoreSpread spread(Summary summary) {
        if (summary.scored() < LEAST_SPREAD) {
            return null;
        }
        List<Integer> steps = summary.spread().steps();
        List<BigDecimal> scores = summary.spread().scores();
        long most = steps.stream().mapToLong(Integer::longValue).max().orElse(1);
        int[] filled = IntStream.range(0, steps.size())
                .filter(step -> steps.get(step) > 0)
                .toArray();
        return new ScoreSpread(
                IntStream.rangeClosed(filled[0], filled[filled.length - 1])
                        .mapToObj(step -> new Step(
                                step * Spread.STEP, (step + 1) * Spread.STEP, steps.get(step), summary.scored(), most))
                        .toList(),
                scores);
    }

    /** Sites by band, each leading to the list of them. */
    static List<BandCount> bands(List<Band> bands, Summary summary, String list) {
        long total = bands.stream()
                .mapToLong(band -> summary.bands().getOrDefault(band.code(), 0L))
                .sum();
        return bands.stream()
                .map(band -> new BandCount(
                        band,
                        summary.bands().getOrDefault(band.code(), 0L),
                        total,
                        Paging.with(list, "band", band.code())))
                .toList();
    }

    /** The rounds of a place, oldest first. */
    static List<Round> trend(
            List<Publication> rounds, Map<Long, Summary> byRound, List<Band> bands, String place, String list) {
        List<Round> trend = new ArrayList<>();
        for (Publication round : rounds) {
            Summary summary = byRound.getOrDefault(round.id(), Summary.none(round.id(), place));
            trend.add(new Round(
                    round.round(),
                    round.onDate(),
                    summary.assessed(),
                    summary.score(),
                    summary.low(),
                    summary.high(),
                    summary.compliance(),
                    bands(bands, summary, list)));
        }
        return trend;
    }

    /** The clauses failed most in a place. */
    List<ClauseRow> mostFailed(Shot shot, String place, String siteClass, int most) {
        Rulebook rulebook = shot.edition().rulebook();
        List<ClauseRow> rows = new ArrayList<>();
        Map<String, Tally> worst = tallies.mostFailed(shot.id(), shot.key(), place, siteClass, most);
        worst.forEach((number, tally) -> {
            int index = rulebook.clauseIndex(number);
            if (index >= 0) {
                rows.add(row(shot, index, tally));
            }
        });
        return rows;
    }

    private static ClauseRow row(Shot shot, int index, Tally tally) {
        Clause clause = shot.edition().rulebook().clauses().get(index);
        return new ClauseRow(
                clause.number(),
                Standards.head(shot.edition()).clause(clause.number()),
                Standards.text(clause.plain()),
                Standards.obligation(clause),
                clause.veto(),
                Standards.basis(shot.edition(), index),
                tally);
    }
}
