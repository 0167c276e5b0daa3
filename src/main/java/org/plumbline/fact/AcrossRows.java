package org.plumbline.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.FactDefinition;

/** What can be said of the rows of a file only when all of them are read. */
final class AcrossRows {
    private final List<Draft> drafts;

    AcrossRows(List<Draft> drafts) {
        this.drafts = drafts;
    }

    /** Refuses repetitions, broken sets and contradictions, and warns of rows that state nothing. */
    void check() {
        duplicates();
        wholeSets();
        conflicts();
        silent();
    }

    /** Nested records and judgements take day, source and class from the one row of their site, unless they give them. */
    void inherit() {
        Map<String, List<Draft>> sites = new HashMap<>();
        drafts.stream()
                .filter(draft -> draft.sheet.kind() == FormSheet.Kind.SITES)
                .forEach(draft -> sites.computeIfAbsent(draft.code, code -> new ArrayList<>())
                        .add(draft));
        for (Draft draft : drafts) {
            if (draft.sheet.kind() == FormSheet.Kind.SITES || draft.known == null) {
                continue;
            }
            List<Draft> rows = sites.getOrDefault(draft.code, List.of());
            if (!rows.isEmpty()) {
                draft.siteClass = rows.getFirst().siteClass;
            }
            boolean dated = draft.on != null && draft.source != null;
            if (rows.size() == 1 && !dated) {
                draft.on = draft.on == null ? rows.getFirst().on : draft.on;
                draft.source = draft.source == null ? rows.getFirst().source : draft.source;
            }
            if (draft.submission() == null && draft.fine()) {
                draft.refuse(
                        draft.place,
                        "不知道是哪天、由谁观察的：“站点”表里 " + draft.code + " 有 " + rows.size() + " 行可用。请在本行写明观察日期和来源。",
                        "It is not known when and by whom this was observed, for the sheet of sites has " + rows.size()
                                + " rows to take it from: write date and source here.");
            }
        }
    }

    private void duplicates() {
        Map<List<Object>, Draft> seen = new HashMap<>();
        for (Draft draft : drafts) {
            Draft.Key key = draft.submission();
            if (key == null
                    || draft.sheet.kind() == FormSheet.Kind.RECORDS && draft.key.isEmpty()
                    || draft.sheet.kind() == FormSheet.Kind.JUDGEMENTS && draft.clause.isEmpty()) {
                continue;
            }
            Draft first = seen.putIfAbsent(List.of(draft.sheet.name(), key, draft.key, draft.clause), draft);
            if (first != null) {
                draft.refuse(
                        draft.place,
                        "与 " + first.place + " 重复（同一站点、日期和来源" + (draft.key.isEmpty() ? "" : "、编号 " + draft.key)
                                + "）。请只留一行。",
                        "The row repeats " + first.place + " (same site, date and source"
                                + (draft.key.isEmpty() ? "" : ", key " + draft.key) + "): keep one of them.");
            }
        }
    }

    /** A set of records counts as complete, so that one refused record would make the others say that it does not exist. */
    private void wholeSets() {
        Map<List<Object>, List<Draft>> sets = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            Draft.Key key = draft.submission();
            FactDefinition records = draft.sheet.records();
            if (records != null && key != null) {
                sets.computeIfAbsent(List.of(records.name(), key), set -> new ArrayList<>())
                        .add(draft);
            }
        }
        for (Draft site : drafts) {
            Draft.Key key = site.submission();
            if (key != null && site.sheet.kind() == FormSheet.Kind.SITES) {
                site.facts
                        .keySet()
                        .forEach(
                                fact -> sets.getOrDefault(List.of(fact, key), List.of())
                                        .forEach(
                                                record -> record.refuse(
                                                        record.place,
                                                        site.place + " 说“无”，这里却列了一条。请改正其中一处。",
                                                        site.place
                                                                + " says that there is none, and here stands one: correct one of the two.")));
            }
        }
        strays();
        for (List<Draft> set : sets.values()) {
            FactDefinition records = set.getFirst().sheet.records();
            Draft bad = set.stream().filter(draft -> !draft.fine()).findFirst().orElse(null);
            if (bad == null || records == null || records.key() != null) {
                continue;
            }
            set.stream().filter(Draft::fine).forEach(draft -> withdraw(draft, bad, records));
        }
    }

    /** A refused record of which not even site, day or source is known may belong to any set that it could be of. */
    private void strays() {
        for (Draft bad : drafts) {
            FactDefinition records = bad.sheet.records();
            if (records == null || records.key() != null || bad.submission() != null || bad.fine()) {
                continue;
            }
            String code = bad.known != null ? bad.known.code() : bad.meant;
            drafts.stream()
                    .filter(draft -> draft.fine() && draft.sheet.equals(bad.sheet))
                    .filter(draft -> code == null || draft.code.equals(code))
                    .forEach(draft -> withdraw(draft, bad, records));
        }
    }

    private static void withdraw(Draft draft, Draft bad, FactDefinition records) {
        draft.refuse(
                draft.place,
                records.label().zh() + "要整组一起记录，而 " + bad.place + " 被退回。请改正那一行后一并重新提交。",
                "Records of " + records.label().en() + " are taken as a complete set, and " + bad.place
                        + " is refused: correct it and hand in all of them again.");
    }

    /** A row of the first sheet that states nothing, and to whose submission no other row adds anything. */
    private void silent() {
        Set<Draft.Key> stated = new HashSet<>();
        drafts.stream().filter(Draft::states).forEach(draft -> stated.add(draft.submission()));
        drafts.stream()
                .filter(draft -> draft.sheet.kind() == FormSheet.Kind.SITES && draft.fine() && !draft.states())
                .filter(draft -> !stated.contains(draft.submission()))
                .forEach(draft -> draft.warnings.add(new Problem(
                        draft.place,
                        new Text(
                                "本行没有填任何事实，所以什么也没有记录。合并单元格时，只有第一格有内容。",
                                "The row states no fact, so that nothing of it is recorded. Of merged cells only the first has a"
                                        + " value."))));
    }

    /** Two rows that give one place different values on one day from one source. */
    private void conflicts() {
        Map<List<Object>, Draft> first = new HashMap<>();
        for (Draft draft : drafts) {
            Draft.Key key = draft.submission();
            if (key == null) {
                continue;
            }
            draft.held.forEach((place, facts) -> facts.forEach((fact, value) -> {
                Draft before = first.putIfAbsent(List.of(place, fact, key.on(), key.source()), draft);
                FactValue other = before == null
                        ? value
                        : before.held.getOrDefault(place, new TreeMap<>()).get(fact);
                if (before != null && !value.equals(other)) {
                    draft.refuse(
                            draft.at(fact),
                            place + " 的" + fact + "与 " + before.place + " 不同。请改成一致。",
                            fact + " of " + place + " differs from " + before.place + ": make them agree.");
                }
            }));
        }
    }
}
