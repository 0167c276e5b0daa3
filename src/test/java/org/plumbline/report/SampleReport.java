package org.plumbline.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.report.AssessmentReport.Bonus;
import org.plumbline.report.AssessmentReport.Chapter;
import org.plumbline.report.AssessmentReport.ClauseOutcome;
import org.plumbline.report.AssessmentReport.FactLine;
import org.plumbline.report.AssessmentReport.Failure;
import org.plumbline.report.AssessmentReport.OpenClause;
import org.plumbline.report.AssessmentReport.Outcome;
import org.plumbline.report.AssessmentReport.Result;

/** The sample of {@code reports/assessment/}, and the extremes made from it. */
final class SampleReport {

    private SampleReport() {}

    /** 90 clauses of a station: 14 failed, one of them a veto, 8 open, 19 not applicable. */
    static AssessmentReport middling() {
        try {
            var mapper = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
            mapper.registerModule(new SimpleModule().addDeserializer(LocalDate.class, new JsonDeserializer<>() {
                @Override
                public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                    return LocalDate.parse(parser.getText());
                }
            }));
            var json = Files.readString(Path.of("reports/assessment/sample.json"));
            return mapper.readValue(json, AssessmentReport.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything passed: five stars, real facts, no previous round. */
    static AssessmentReport nothingFailed() {
        var r = middling();
        var five = new Words("五星", "Five stars");
        var result = new Result(
                new BigDecimal("100"),
                new BigDecimal("100"),
                new BigDecimal("100"),
                five,
                5,
                five,
                five,
                BigDecimal.ONE,
                null,
                new Bonus(new BigDecimal("98.14"), BigDecimal.valueOf(2)),
                List.of(),
                List.of(),
                List.of(),
                null);
        var chapters = r.chapters().stream()
                .map(c -> new Chapter(
                        c.number(),
                        c.title(),
                        c.possible(),
                        c.possible(),
                        BigDecimal.ZERO,
                        c.passed() + c.failed() + c.open(),
                        0,
                        0,
                        c.inapplicable()))
                .toList();
        return with(r, result, chapters, List.of(), List.of(), outcomes(r, Outcome.PASSED), r.facts(), null);
    }

    /** Every clause failed, each with its card. */
    static AssessmentReport allFailed() {
        var r = middling();
        var none = new Words("不达标", "Not compliant");
        var result = new Result(
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                none,
                0,
                none,
                none,
                BigDecimal.ONE,
                null,
                null,
                List.of(new Words("一星：否决条款全部符合（8.4）", "One star: No veto failed or open (8.4)")),
                r.outcomes().stream()
                        .map(o -> new Words(
                                o.clause() + "  " + o.plain().zh(), o.plain().en()))
                        .toList(),
                List.of(),
                r.result().previous());
        var chapters = r.chapters().stream()
                .map(c -> new Chapter(
                        c.number(),
                        c.title(),
                        BigDecimal.ZERO,
                        c.possible(),
                        BigDecimal.ZERO,
                        0,
                        c.passed() + c.failed() + c.open(),
                        0,
                        c.inapplicable()))
                .toList();
        var failures = r.outcomes().stream()
                .map(o -> {
                    var f = r.failures()
                            .get(Math.floorMod(
                                    o.clause().hashCode(), r.failures().size()));
                    return new Failure(
                            o.clause(),
                            o.plain(),
                            o.plain(),
                            f.gap(),
                            o.obligation(),
                            f.severity(),
                            f.veto(),
                            f.due(),
                            BigDecimal.ONE,
                            BigDecimal.ONE,
                            f.facts(),
                            f.basis());
                })
                .toList();
        return with(r, result, chapters, failures, List.of(), outcomes(r, Outcome.FAILED), r.facts(), r.synthetic());
    }

    /** Texts far longer than any should be, with characters that mean something to XML or to nobody. */
    static AssessmentReport veryLong() {
        var r = middling();
        var note = new Words(
                "整改说明<b>很长</b>，含有&符号、“引号”和换行；" + "应当逐条核对现场记录与台账。".repeat(100),
                "A <b>very</b> long note & more, \u0007with a bell; "
                        + "the record is to be checked line by line. ".repeat(60));
        var first = r.failures().getFirst();
        var facts = java.util.stream.IntStream.rangeClosed(1, 12)
                .mapToObj(i -> new FactLine(
                        new Words("房间" + i, "Room " + i), cut(note, 480), null, first.severity(), r.onDate()))
                .toList();
        var failure = new Failure(
                first.clause(),
                note,
                note,
                note,
                first.obligation(),
                first.severity(),
                true,
                first.due(),
                first.lost(),
                first.points(),
                facts,
                List.of(note));
        var open = new OpenClause("10.4", note, Outcome.CANT_TELL, note, List.of(note), BigDecimal.ONE);
        return with(r, r.result(), r.chapters(), List.of(failure), List.of(open), r.outcomes(), facts, r.synthetic());
    }

    private static Words cut(Words words, int length) {
        return new Words(words.zh().substring(0, length), words.en().substring(0, length));
    }

    private static List<ClauseOutcome> outcomes(AssessmentReport r, Outcome outcome) {
        return r.outcomes().stream()
                .map(o -> new ClauseOutcome(
                        o.clause(),
                        o.plain(),
                        o.obligation(),
                        outcome,
                        outcome == Outcome.PASSED ? BigDecimal.ONE : BigDecimal.ZERO,
                        BigDecimal.ONE))
                .toList();
    }

    private static AssessmentReport with(
            AssessmentReport r,
            Result result,
            List<Chapter> chapters,
            List<Failure> failures,
            List<OpenClause> open,
            List<ClauseOutcome> outcomes,
            List<FactLine> facts,
            @Nullable Words synthetic) {
        return new AssessmentReport(
                r.title(),
                r.number(),
                r.issuer(),
                r.site(),
                r.standard(),
                r.onDate(),
                result,
                chapters,
                failures,
                open,
                outcomes,
                facts,
                r.proof(),
                r.jsonLd(),
                synthetic);
    }
}
