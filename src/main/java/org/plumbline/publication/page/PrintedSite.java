package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.page.SiteShots.SiteShot;
import org.plumbline.publication.view.Basis;
import org.plumbline.publication.view.ChapterResult;
import org.plumbline.publication.view.ClauseResult;
import org.plumbline.publication.view.FactUsed;
import org.plumbline.publication.view.Score;
import org.plumbline.publication.view.SiteRound;
import org.plumbline.publication.view.SiteView;
import org.plumbline.publication.view.Value;
import org.plumbline.report.AssessmentReport;
import org.plumbline.report.AssessmentReport.Chapter;
import org.plumbline.report.AssessmentReport.ClauseOutcome;
import org.plumbline.report.AssessmentReport.FactLine;
import org.plumbline.report.AssessmentReport.Failure;
import org.plumbline.report.AssessmentReport.OpenClause;
import org.plumbline.report.AssessmentReport.Outcome;
import org.plumbline.report.AssessmentReport.Previous;
import org.plumbline.report.AssessmentReport.Proof;
import org.plumbline.report.AssessmentReport.Result;
import org.plumbline.report.ReportPrinter;
import org.plumbline.report.Words;
import org.plumbline.rulebook.Obligation;
import org.plumbline.web.Format;
import org.plumbline.web.Labels;
import org.plumbline.web.Text;

/** The paper of a site by the report printer: what the page shows, mapped to what the report prints. */
@ApplicationScoped
class PrintedSite implements SitePaper {
    private static final Words TITLE = new Words("标准符合性评估报告", "Standard conformance assessment report");

    private final ReportPrinter printer;

    PrintedSite(ReportPrinter printer) {
        this.printer = printer;
    }

    @Override
    public byte[] pdf(SiteShot found, SiteView view, String jsonLd) {
        return printer.pdf(report(found, view, jsonLd));
    }

    private static AssessmentReport report(SiteShot found, SiteView view, String jsonLd) {
        var publication = found.shot().publication();
        Words district = words(found.shot().district().name());
        String address = found.site().address();
        List<ClauseResult> results = view.results();
        return new AssessmentReport(
                TITLE,
                view.code() + " · " + view.edition().key() + " · " + publication.onDate(),
                district,
                new AssessmentReport.Site(
                        words(view.name()),
                        view.code(),
                        words(view.kind().label()),
                        Words.same(address == null ? "" : address),
                        words(view.street().name()),
                        district),
                new AssessmentReport.Standard(
                        words(view.edition().title()),
                        view.edition().number(),
                        new Words(
                                view.edition().edition() + "版",
                                "edition " + view.edition().edition()),
                        words(view.edition().documentType())),
                publication.onDate(),
                result(found, view),
                view.chapters().stream().map(chapter -> chapter(found, chapter, results)).toList(),
                results.stream()
                        .filter(result -> result.outcome() == org.plumbline.rulebook.Outcome.FAILED)
                        .sorted(Comparator.comparing((ClauseResult result) -> !result.veto())
                                .thenComparing(PrintedSite::days))
                        .map(result -> failure(found, result))
                        .toList(),
                results.stream()
                        .filter(result -> result.outcome().open())
                        .map(PrintedSite::open)
                        .toList(),
                results.stream().map(PrintedSite::outcome).toList(),
                facts(results),
                new Proof(view.proof().rulebook(), publication.position(), publication.head(), command(view)),
                jsonLd,
                publication.synthetic() ? words(Labels.text("synthetic.line")) : null);
    }

    private static String command(SiteView view) {
        return "plumbline assess --standard standards/" + view.edition().key() + " --facts FACTS.ttl --on "
                + view.proof().onDate() + " --site " + view.code();
    }

    private static Result result(SiteShot found, SiteView view) {
        Score score = view.score();
        boolean scored = score.scored();
        List<Words> vetoes = view.vetoes().stream()
                .map(veto -> new Words(
                        veto.number() + "  " + veto.plain().zh(),
                        veto.number() + "  " + veto.plain().en()))
                .toList();
        return new Result(
                score.score(),
                score.low(),
                score.high(),
                scored ? words(score.band().label()) : null,
                scored ? score.band().stars() : 0,
                scored ? words(score.bandLow().label()) : null,
                scored ? words(score.bandHigh().label()) : null,
                score.measuredShare(),
                score.provisional() ? provisional(score) : null,
                vetoes,
                view.settles().stream().map(fact -> words(fact.label())).toList(),
                previous(found, view));
    }

    private static Words provisional(Score score) {
        String share = Format.share(score.measuredShare());
        return new Words(
                "已查证分值占 " + share + "，或有否决条款尚无结论，结果为暂定。",
                "With " + share + " of the points measured, or a veto clause open, the result is provisional.");
    }

    private static @Nullable Previous previous(SiteShot found, SiteView view) {
        return view.rounds().stream()
                .filter(round -> round.onDate().isBefore(found.shot().publication().onDate()))
                .max(Comparator.comparing(SiteRound::onDate))
                .filter(round -> round.score().scored())
                .map(round -> new Previous(
                        round.onDate(),
                        java.util.Objects.requireNonNull(round.score().score()),
                        words(round.score().band().label())))
                .orElse(null);
    }

    private static Chapter chapter(SiteShot found, ChapterResult chapter, List<ClauseResult> results) {
        var rulebook = found.shot().edition().rulebook();
        BigDecimal undecided = results.stream()
                .filter(result -> result.outcome().open() && result.obligation() != Obligation.MAY)
                .filter(result -> rulebook.chapters()
                        .get(rulebook.clauses()
                                .get(rulebook.clauseIndex(result.number()))
                                .chapter())
                        .number()
                        .equals(chapter.number()))
                .map(ClauseResult::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Chapter(
                chapter.number(),
                words(chapter.title()),
                chapter.earned(),
                chapter.possible(),
                undecided,
                (int) chapter.tally().passed(),
                (int) chapter.tally().failed(),
                (int) chapter.tally().open(),
                (int) chapter.tally().inapplicable());
    }

    private static int days(ClauseResult result) {
        return Integer.parseInt(result.due().substring(1, result.due().length() - 1));
    }

    private static Failure failure(SiteShot found, ClauseResult result) {
        Text gap = result.gaps().isEmpty() ? Text.same("") : result.gaps().getFirst();
        return new Failure(
                result.number(),
                words(result.text()),
                words(result.plain()),
                words(gap),
                label("obligation.", result.obligation().name()),
                label("severity.", result.severity().name()),
                result.veto(),
                found.shot().publication().onDate().plusDays(days(result)),
                result.points().subtract(result.earned()),
                result.points(),
                lines(result.facts()),
                result.basis().stream().map(PrintedSite::basis).toList());
    }

    private static Words basis(Basis basis) {
        String named = (basis.document() + " " + basis.article()).strip();
        Text mark = Labels.text("mark." + basis.mark().key());
        String before = named.isEmpty() ? "" : named + " ";
        return new Words(before + "（" + mark.zh() + "）", before + "(" + mark.en() + ")");
    }

    private static OpenClause open(ClauseResult result) {
        List<Words> needed = result.facts().stream()
                .filter(fact -> fact.state() != FactUsed.State.VALID && fact.state() != FactUsed.State.DERIVED)
                .map(fact -> words(fact.label()))
                .toList();
        Text reason = result.reason() == null ? Text.same("") : result.reason();
        return new OpenClause(
                result.number(), words(result.text()), outcome(result.outcome()), words(reason), needed, result.points());
    }

    private static ClauseOutcome outcome(ClauseResult result) {
        boolean applies = result.outcome() != org.plumbline.rulebook.Outcome.INAPPLICABLE;
        return new ClauseOutcome(
                result.number(),
                words(result.plain()),
                label("obligation.", result.obligation().name()),
                outcome(result.outcome()),
                applies ? result.earned() : null,
                applies ? result.points() : null);
    }

    private static Outcome outcome(org.plumbline.rulebook.Outcome outcome) {
        return Outcome.valueOf(outcome.name());
    }

    /** Every fact that was used, once, in the order of its name. */
    private static List<FactLine> facts(List<ClauseResult> results) {
        Map<String, FactUsed> byName = new TreeMap<>();
        results.forEach(result -> gather(result.facts(), byName));
        return lines(List.copyOf(byName.values()));
    }

    private static void gather(List<FactUsed> facts, Map<String, FactUsed> byName) {
        for (FactUsed fact : facts) {
            byName.putIfAbsent(fact.name(), fact);
            gather(fact.operands(), byName);
        }
    }

    private static List<FactLine> lines(List<FactUsed> facts) {
        List<FactLine> lines = new ArrayList<>();
        for (FactUsed fact : facts) {
            if (fact.value() != null && fact.observedOn() != null && fact.source() != null) {
                lines.add(new FactLine(
                        words(fact.label()),
                        value(fact.value()),
                        words(Labels.text(fact.source().key())),
                        fact.observedOn()));
            }
        }
        return lines;
    }

    private static Words value(Value value) {
        return new Words(
                (value.text().zh() + " " + value.unit().zh()).strip(),
                (value.text().en() + " " + value.unit().en()).strip());
    }

    private static Words label(String group, String name) {
        return words(Labels.text(group + name));
    }

    private static Words words(Text text) {
        return text.zh().equals(text.en()) ? Words.same(text.zh()) : new Words(text.zh(), text.en());
    }
}
