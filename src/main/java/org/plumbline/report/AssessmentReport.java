package org.plumbline.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.report.Paper.Quantity;

/**
 * Everything the printed assessment of one site (评估报告) says, ready to show: texts in both languages, typed numbers,
 * dates. Lists are printed in the order given. The printer looks nothing up and decides nothing.
 *
 * @param title title of the document
 * @param number report number, such as 闵党建评〔2026〕12号
 * @param issuer the office that issues it
 * @param site the site
 * @param standard the edition it is held against
 * @param onDate date of the assessment; the PDF carries it as its own date, so that the same report has the same bytes
 * @param result score, bounds, band
 * @param chapters one row a chapter
 * @param failures failed clauses: vetoes and short deadlines first
 * @param open clauses without a verdict
 * @param outcomes every clause of the edition
 * @param facts the facts the verdict rests on
 * @param proof what is needed to repeat and check it
 * @param jsonLd the assessment as JSON-LD, attached as {@code assessment.jsonld} in UTF-8
 * @param synthetic the sentence printed on every page when the facts are not real, else null
 */
public record AssessmentReport(
        Words title,
        String number,
        Words issuer,
        Site site,
        Standard standard,
        LocalDate onDate,
        Result result,
        List<Chapter> chapters,
        List<Failure> failures,
        List<OpenClause> open,
        List<ClauseOutcome> outcomes,
        List<FactLine> facts,
        Proof proof,
        String jsonLd,
        @Nullable Words synthetic) {

    /** The outcome of a clause, after EARL. */
    public enum Outcome {
        PASSED,
        FAILED,
        UNTESTED,
        CANT_TELL,
        INAPPLICABLE
    }

    /**
     * The site.
     *
     * @param siteClass label of its class, such as 居民区党群服务站
     * @param address address line, empty if not known
     */
    public record Site(Words name, String code, Words siteClass, Words address, Words street, Words district) {}

    /**
     * The edition.
     *
     * @param number number as printed, such as PL/MS 001—2026
     * @param note what kind of document it is: a model standard says so here
     */
    public record Standard(Words title, String number, Words edition, Words note) {}

    /**
     * The result.
     *
     * @param score 0 to 100, null if nothing could be scored
     * @param scoreLow score if every open clause fails
     * @param scoreHigh score if every open clause passes
     * @param band the band reached, null without a score
     * @param stars stars of that band, 0 for none
     * @param bandLow the band if every open clause fails
     * @param bandHigh the band if every open clause passes
     * @param measuredShare share of the possible points that has a verdict, 0 to 1
     * @param provisional why the result is provisional, null if it is not
     * @param bonus what 可 clauses add, null for nothing
     * @param barred gates that keep it from a better band, a sentence each with the clauses that keep them closed
     * @param vetoes failed veto clauses, number and wording
     * @param settles the fewest facts whose measuring would settle the band
     * @param previous the round before, null if there was none
     */
    public record Result(
            @Nullable BigDecimal score,
            @Nullable BigDecimal scoreLow,
            @Nullable BigDecimal scoreHigh,
            @Nullable Words band,
            int stars,
            @Nullable Words bandLow,
            @Nullable Words bandHigh,
            BigDecimal measuredShare,
            @Nullable Words provisional,
            @Nullable Bonus bonus,
            List<Words> barred,
            List<Words> vetoes,
            List<Words> settles,
            @Nullable Previous previous) {
        /** Whether the band stays the same, whatever the open clauses turn out to be. */
        boolean settled() {
            return Objects.equals(bandLow, bandHigh);
        }
    }

    /** Points that 可 clauses add to the score {@code without} them; a score ends at 100. */
    public record Bonus(BigDecimal without, BigDecimal points) {}

    /** The round before: its date, score and band. */
    public record Previous(LocalDate onDate, BigDecimal score, Words band) {}

    /**
     * One chapter.
     *
     * @param earned points earned
     * @param possible points of the applicable clauses
     * @param undecided points of the applicable clauses without a verdict, part of {@code possible}
     */
    public record Chapter(
            String number,
            Words title,
            BigDecimal earned,
            BigDecimal possible,
            BigDecimal undecided,
            int passed,
            int failed,
            int open,
            int inapplicable) {}

    /**
     * A failed clause.
     *
     * @param gap what is missing, one sentence
     * @param due date by which it has to be put right
     * @param lost points lost of {@code points}
     * @param facts the facts used
     * @param basis documents and articles, each with its mark (verified, secondary, from memory, illustrative)
     */
    public record Failure(
            String clause,
            Words text,
            Words plain,
            Words gap,
            Words obligation,
            Words severity,
            boolean veto,
            LocalDate due,
            BigDecimal lost,
            BigDecimal points,
            List<FactLine> facts,
            List<Words> basis) {}

    /**
     * A clause without a verdict.
     *
     * @param outcome untested or cantTell
     * @param reason why, one sentence
     * @param needed labels of the facts that would give a verdict
     * @param points points at stake
     */
    public record OpenClause(
            String clause, Words text, Outcome outcome, Words reason, List<Words> needed, BigDecimal points) {}

    /** One clause and what came out; {@code earned} of {@code possible} points, both null where the clause does not apply. */
    public record ClauseOutcome(
            String clause,
            Words plain,
            Words obligation,
            Outcome outcome,
            @Nullable BigDecimal earned,
            @Nullable BigDecimal possible) {}

    /**
     * A fact as it was used.
     *
     * @param value value with its unit, or "none found"
     * @param quantity the value to calculate with; null for anything but one undisputed number
     * @param source who observed it
     * @param observedOn date of the observation
     */
    public record FactLine(
            Words fact, Words value, @Nullable Quantity quantity, Words source, LocalDate observedOn) {}

    /**
     * What names the verdict's inputs.
     *
     * @param rulebook {@code sha256:} and the hash of the compiled edition
     * @param ledgerPosition number of the last ledger entry read, 0 if there was no ledger
     * @param checkpoint head hash of the ledger there, empty if there was none
     * @param command the command that repeats the assessment
     * @param address where the same assessment is published for good, printed as a QR code; null when it is not published
     */
    public record Proof(
            String rulebook,
            long ledgerPosition,
            String checkpoint,
            String command,
            @Nullable String address) {}

    Document document() {
        return new Document(
                title,
                number,
                issuer,
                site.name(),
                site.code(),
                onDate,
                true,
                Document.ASSESSMENT,
                "评估数据 Assessment as JSON-LD",
                jsonLd,
                synthetic);
    }
}
