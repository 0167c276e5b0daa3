package org.plumbline.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.assessment.Assertor;
import org.plumbline.report.AssessmentReport.Bonus;
import org.plumbline.report.AssessmentReport.Chapter;
import org.plumbline.report.AssessmentReport.ClauseOutcome;
import org.plumbline.report.AssessmentReport.Failure;
import org.plumbline.report.AssessmentReport.OpenClause;
import org.plumbline.report.AssessmentReport.Outcome;
import org.plumbline.report.AssessmentReport.Result;
import org.plumbline.rulebook.Band;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.GateWording;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Standing;
import org.plumbline.rulebook.Text;
import org.plumbline.rulebook.json.AssessmentReader;
import org.plumbline.standard.Edition;

/**
 * The report of one site's assessment, from the assessment's JSON ({@code rulebook.json.AssessmentWriter}) and the edition: the
 * same whether it was just computed or read from what is published.
 */
public final class SiteReport {
    private final Edition edition;
    private final AssessmentFields assessment;
    private final Rulebook rulebook;
    private final LocalDate on;
    private final FactLines facts;
    private final Standing standing;

    private SiteReport(Edition edition, Map<String, ?> assessment) {
        this.edition = edition;
        this.assessment = new AssessmentFields(assessment);
        rulebook = edition.rulebook();
        standing = AssessmentReader.standing(rulebook, assessment);
        on = LocalDate.parse(this.assessment.string("onDate"));
        facts = new FactLines(edition, this.assessment.object("facts"));
    }

    /**
     * What the assessment does not say itself.
     *
     * @param number report number, such as 闵评〔2026〕12号
     * @param issuer the office that issues it
     * @param site who the site is
     * @param previous the round before, or null
     * @param ledgerPosition last ledger entry read, 0 without a ledger
     * @param checkpoint head of the ledger there, empty without one
     * @param synthetic whether the facts are made up
     * @param address where the assessment is published for good; null when it is not
     */
    public record Frame(
            String number,
            Words issuer,
            AssessmentReport.Site site,
            AssessmentReport.@Nullable Previous previous,
            long ledgerPosition,
            String checkpoint,
            boolean synthetic,
            @Nullable String address) {}

    /** The report of an assessment that was just computed. */
    public static AssessmentReport of(Edition edition, Map<String, ?> assessment, Frame frame) {
        return of(edition, assessment, frame, AssessmentJsonLd.of(assessment, edition.rulebook(), Assertor.RUNNING));
    }

    /** The report with {@code jsonLd} attached. */
    public static AssessmentReport of(Edition edition, Map<String, ?> assessment, Frame frame, String jsonLd) {
        return new SiteReport(edition, assessment).report(frame, jsonLd);
    }

    private AssessmentReport report(Frame frame, String jsonLd) {
        return new AssessmentReport(
                new Words("标准符合性评估报告", "Standard conformance assessment report"),
                frame.number(),
                frame.issuer(),
                frame.site(),
                new AssessmentReport.Standard(words(edition.title()), edition.number(), version(), words(note())),
                on,
                result(frame),
                chapters(),
                failures(),
                open(),
                outcomes(),
                facts.all(),
                new AssessmentReport.Proof(
                        assessment.string("rulebook"),
                        frame.ledgerPosition(),
                        frame.checkpoint(),
                        "plumbline assess --standard standards/" + edition.key() + " --facts FILE --on " + on,
                        frame.address()),
                jsonLd,
                frame.synthetic() ? Paper.SYNTHETIC : null);
    }

    private Words version() {
        String name = edition.key().substring(edition.key().indexOf('/') + 1);
        return new Words(name + "版", "edition " + name);
    }

    private Text note() {
        return edition.documentType().equals("ModelStandard")
                ? new Text(
                        "示范标准，编号为示例，不是任何机关发布的正式文件。",
                        "A model standard with an illustrative number, not an official document of any authority.")
                : edition.summary();
    }

    private Result result(Frame frame) {
        List<Words> vetoes = assessment.strings("vetoes").stream()
                .map(this::clause)
                .map(one -> new Words(
                        one.number() + " " + one.plain().zh(),
                        one.number() + " " + one.plain().en()))
                .toList();
        List<Words> settles =
                assessment.strings("settles").stream().map(facts::label).toList();
        Band band = band("band");
        return new Result(
                assessment.decimal("score"),
                assessment.decimal("scoreLow"),
                assessment.decimal("scoreHigh"),
                band == null ? null : words(band.label()),
                band == null ? 0 : band.stars(),
                label(band("bandLow")),
                label(band("bandHigh")),
                assessment.required("measuredShare"),
                assessment.flag("provisional")
                        ? new Words("已测份额不足，或有否决条款尚未判定", "too few points are measured, or a veto clause is open")
                        : null,
                bonus(),
                barred(),
                vetoes,
                settles,
                frame.previous());
    }

    private @Nullable Bonus bonus() {
        return standing.hasBonus()
                ? new Bonus(
                        new BigDecimal(standing.base().text()),
                        BigDecimal.valueOf(standing.score().bonus(), 3))
                : null;
    }

    private List<Words> barred() {
        return standing.barred().stream()
                .flatMap(barred -> barred.gates().stream().map(closed -> {
                    var label = barred.band().label();
                    var gate = GateWording.of(rulebook, closed.gate());
                    var clauses = closed.clauses().stream()
                            .map(clause -> rulebook.clauses().get(clause).number())
                            .toList();
                    return new Words(
                            label.zh() + "：" + gate.zh() + "（" + String.join("、", clauses) + "）",
                            label.en() + ": " + gate.en() + " (" + String.join(", ", clauses) + ")");
                }))
                .toList();
    }

    private @Nullable Band band(String field) {
        String name = assessment.optional(field);
        return rulebook.bands().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Words label(@Nullable Band band) {
        return band == null ? null : words(band.label());
    }

    private List<Chapter> chapters() {
        List<Chapter> chapters = new ArrayList<>();
        for (int i = 0; i < rulebook.chapters().size(); i++) {
            int chapter = i;
            List<AssessmentFields> clauses = assessment.objects("clauses").stream()
                    .filter(one -> clause(one.string("clause")).chapter() == chapter)
                    .toList();
            AssessmentFields points = assessment.objects("chapters").get(i);
            BigDecimal undecided = clauses.stream()
                    .filter(one -> open(one) && !"MAY".equals(one.optional("obligation")))
                    .map(one -> one.required("points"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            chapters.add(new Chapter(
                    rulebook.chapters().get(i).number(),
                    words(rulebook.chapters().get(i).title()),
                    points.required("earned"),
                    points.required("points"),
                    undecided,
                    count(clauses, Outcome.PASSED),
                    count(clauses, Outcome.FAILED),
                    count(clauses, Outcome.UNTESTED) + count(clauses, Outcome.CANT_TELL),
                    count(clauses, Outcome.INAPPLICABLE)));
        }
        return chapters;
    }

    private static int count(List<AssessmentFields> clauses, Outcome outcome) {
        return (int) clauses.stream().filter(one -> outcome(one) == outcome).count();
    }

    private List<Failure> failures() {
        return assessment.objects("clauses").stream()
                .filter(one -> outcome(one) == Outcome.FAILED)
                .map(this::failure)
                .sorted(Comparator.comparing((Failure one) -> !one.veto()).thenComparing(Failure::due))
                .toList();
    }

    private Failure failure(AssessmentFields one) {
        Clause clause = clause(one.string("clause"));
        BigDecimal points = one.required("points");
        return new Failure(
                clause.number(),
                words(clause.text()),
                words(clause.plain()),
                one.words("text"),
                ReportWords.obligation(one.string("obligation")),
                ReportWords.severity(clause.severity()),
                clause.veto(),
                on.plusDays(clause.dueDays()),
                points.subtract(one.required("earned")),
                points,
                used(one),
                ReportWords.basis(edition, clause.number()));
    }

    private List<AssessmentReport.FactLine> used(AssessmentFields clause) {
        AssessmentFields judgement = assessment.object("judgements").object(clause.string("clause"));
        return judgement.map().isEmpty() ? facts.of(clause.strings("facts")) : List.of(FactLines.judgement(judgement));
    }

    private List<OpenClause> open() {
        return assessment.objects("clauses").stream()
                .filter(SiteReport::open)
                .map(one -> new OpenClause(
                        one.string("clause"),
                        words(clause(one.string("clause")).plain()),
                        outcome(one),
                        one.words("text"),
                        one.strings("needs").stream().map(facts::label).toList(),
                        one.required("points")))
                .toList();
    }

    private List<ClauseOutcome> outcomes() {
        return assessment.objects("clauses").stream()
                .map(one -> new ClauseOutcome(
                        one.string("clause"),
                        words(clause(one.string("clause")).plain()),
                        ReportWords.obligation(
                                one.optional("obligation") == null
                                        ? clause(one.string("clause"))
                                                .cases()
                                                .getFirst()
                                                .obligation()
                                                .name()
                                        : one.string("obligation")),
                        outcome(one),
                        one.decimal("earned"),
                        one.decimal("points")))
                .toList();
    }

    private Clause clause(String number) {
        return rulebook.clauses().get(Math.max(0, rulebook.clauseIndex(number)));
    }

    private static boolean open(AssessmentFields one) {
        return outcome(one) == Outcome.UNTESTED || outcome(one) == Outcome.CANT_TELL;
    }

    private static Outcome outcome(AssessmentFields one) {
        return Outcome.valueOf(
                org.plumbline.rulebook.Outcome.ofTerm(one.string("outcome")).name());
    }

    static Words words(Text text) {
        return new Words(text.zh(), text.en());
    }
}
