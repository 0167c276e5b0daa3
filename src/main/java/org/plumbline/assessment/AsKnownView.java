package org.plumbline.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.assessment.AsKnown.Known;
import org.plumbline.assessment.Assessor.Held;
import org.plumbline.place.Pinyin;
import org.plumbline.place.Site;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Band;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Wording;
import org.plumbline.rulebook.json.AssessmentWriter;
import org.plumbline.rulebook.json.Json;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;
import org.plumbline.web.Labels;
import org.plumbline.web.Text;

/**
 * A site as it was known, for a page.
 *
 * @param code its code
 * @param name its name now
 * @param on the day that it is about
 * @param known the moment until which the ledger was read; empty for all of it
 * @param position how much of the ledger that is
 * @param editions what came of it for each edition
 * @param facts the facts that counted, in the order of names
 * @param data addresses of the same as JSON: the record first, then each edition's assessment
 */
record AsKnownView(
        String code,
        Text name,
        LocalDate on,
        String known,
        long position,
        List<OfEdition> editions,
        List<FactRow> facts,
        List<String> data) {

    /**
     * What came of it for one edition.
     *
     * @param score 0 to 100; null when no points were possible
     * @param failed sentences about the failed clauses, each after its number
     */
    record OfEdition(
            Text title,
            String key,
            String rulebook,
            @Nullable BigDecimal score,
            @Nullable String band,
            int passed,
            int open,
            List<FailedClause> failed) {}

    /** A failed clause and what is missing. */
    record FailedClause(String number, Text sentence) {}

    /**
     * A fact.
     *
     * @param source code of the source in labels; empty when it names none
     * @param on day of observation
     */
    record FactRow(Text label, Text value, Text unit, String source, String on) {}

    static AsKnownView of(Known known, Site site) {
        var question = known.question();
        return new AsKnownView(
                site.code,
                new Text(site.nameZh, Pinyin.english(site.nameEn, site.nameZh)),
                question.on(),
                question.known() == null ? "" : question.known().toString(),
                known.position(),
                known.held().stream().map(AsKnownView::edition).toList(),
                known.held().isEmpty()
                        ? List.of()
                        : facts(
                                known.record(),
                                known.held().getFirst().edition().book()),
                AsKnownResource.addresses(
                        question,
                        known.held().stream().map(one -> one.edition().key()).toList()));
    }

    private static OfEdition edition(Held held) {
        Assessment assessment = held.assessment();
        Wording wording = new Wording(assessment);
        List<FailedClause> failed = new ArrayList<>();
        int passed = 0;
        int open = 0;
        for (ClauseResult result : assessment.results()) {
            if (result.outcome() == Outcome.FAILED) {
                var sentence = wording.sentence(result.clause());
                failed.add(new FailedClause(
                        assessment.rulebook().clauses().get(result.clause()).number(),
                        new Text(sentence.zh(), sentence.en())));
            } else if (result.outcome() == Outcome.PASSED) {
                passed++;
            } else if (result.outcome() != Outcome.INAPPLICABLE) {
                open++;
            }
        }
        Band band = assessment.band();
        var title = held.edition().title();
        return new OfEdition(
                new Text(title.zh(), title.en()),
                held.edition().key(),
                held.edition().rulebookHash(),
                assessment.score().exists() ? new BigDecimal(assessment.score().text()) : null,
                band == null ? null : band.name(),
                passed,
                open,
                failed);
    }

    private static List<FactRow> facts(String record, FactBook book) {
        List<FactRow> rows = new ArrayList<>();
        AssessmentWriter.stated(Json.readObject(record)).forEach((name, entry) -> {
            FactDefinition fact = book.facts().get(name);
            if (fact != null && entry instanceof Map<?, ?> fields) {
                rows.add(new FactRow(
                        new Text(fact.label().zh(), fact.label().en()),
                        value(fact, fields),
                        fact.unit() == null || fields.containsKey("none") || fields.containsKey("records")
                                ? Text.same("")
                                : new Text(
                                        fact.unit().symbol().zh(),
                                        fact.unit().symbol().en()),
                        fields.get("source") instanceof String source ? source.toLowerCase(Locale.ROOT) : "",
                        fields.get("on") instanceof String on ? on : ""));
            }
        });
        return rows;
    }

    private static Text value(FactDefinition fact, Map<?, ?> fields) {
        if (fields.containsKey("none")) {
            return Labels.text("value.none");
        }
        if (fields.get("records") instanceof Map<?, ?> records) {
            return Text.same("× " + records.size());
        }
        Object value = fields.get("value");
        if (value instanceof Boolean truth) {
            return Labels.text(truth ? "value.yes" : "value.no");
        }
        CodeList codes = fact.codes();
        if (codes == null) {
            return Text.same(String.valueOf(value));
        }
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Object code : value instanceof List<?> list ? list : List.of(String.valueOf(value))) {
            int index = codes.indexOf(String.valueOf(code));
            zh.add(index < 0 ? String.valueOf(code) : codes.labels().get(index).zh());
            en.add(index < 0 ? String.valueOf(code) : codes.labels().get(index).en());
        }
        return new Text(String.join("、", zh), String.join(", ", en));
    }
}
