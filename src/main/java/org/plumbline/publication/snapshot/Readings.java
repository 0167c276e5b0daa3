package org.plumbline.publication.snapshot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which facts of which submission the records of a publication rest on, gathered while the records pass. */
final class Readings {
    private final Map<String, TreeSet<String>> facts = new TreeMap<>();

    /** Notes the submissions behind the facts and judgements of a published assessment. */
    void add(Map<String, Object> shown) {
        if (shown.get("facts") instanceof Map<?, ?> stated) {
            stated.forEach((name, entry) -> note(String.valueOf(name), entry));
        }
        if (shown.get("judgements") instanceof Map<?, ?> judged) {
            judged.forEach((clause, entry) -> note("judgement:" + shown.get("standard") + "/clause/" + clause, entry));
        }
    }

    private void note(String fact, @Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> fields)) {
            return;
        }
        if (fields.get("submission") instanceof String submission) {
            facts.computeIfAbsent(SubmissionTable.uuid(submission), key -> new TreeSet<>())
                    .add(fact);
        }
        for (String nested : List.of("parts", "disputed")) {
            if (fields.get(nested) instanceof List<?> list) {
                list.forEach(member -> note(fact, member));
            }
        }
    }

    void write(Sql sql, long publication) {
        Columns rows = new Columns(sql, "published.reading", "publication bigint", "submission uuid", "facts text[]");
        facts.forEach((submission, names) -> rows.add(publication, submission, names));
        rows.flush();
    }
}
