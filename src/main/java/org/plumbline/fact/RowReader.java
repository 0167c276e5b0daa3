package org.plumbline.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.plumbline.fact.CellReader.Read;
import org.plumbline.ledger.Source;
import org.plumbline.rdf.Literals;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.FactDefinition;
import org.plumbline.table.CellPlace;
import org.plumbline.table.TableCell;
import org.plumbline.table.TableRow;

/** Reads one row as far as the row alone, the vocabulary and the register allow. */
final class RowReader {
    /** Before this day nobody inspected what is inspected now: an older date is a number in disguise. */
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private static final int SHOWN = 40;
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._~-]{0,63}");

    private final FactForm form;
    private final SiteLookup lookup;
    private final LocalDate today;
    private final Suggestions suggestions;

    RowReader(FactForm form, SiteLookup lookup, LocalDate today) {
        this.form = form;
        this.lookup = lookup;
        this.today = today;
        this.suggestions = new Suggestions(lookup::nearest);
    }

    Draft read(FormSheet sheet, CellPlace place, TableRow row, Heads.Found heads) {
        Map<Integer, FormColumn> columns = heads.columns();
        Draft draft = new Draft(sheet, row.number(), place);
        for (TableCell cell : row.cells()) {
            FormColumn column = columns.get(cell.place().column());
            if (column != null && !cell.empty()) {
                draft.cells.put(column.name(), cell);
            }
        }
        RowShape.check(draft, row, heads);
        subject(draft);
        day(draft);
        source(draft);
        columns.values().forEach(column -> fact(draft, column));
        switch (sheet.kind()) {
            case SITES -> {}
            case RECORDS -> key(draft);
            case JUDGEMENTS -> JudgementReader.read(form, draft);
        }
        return draft;
    }

    private void subject(Draft draft) {
        TableCell cell = draft.cells.get(FormColumn.SITE.name());
        if (cell == null) {
            draft.refuse(
                    draft.place,
                    "没有写站点编号，不知道说的是哪里。请补上。",
                    "The site code is missing, so that nobody knows what the row is about: fill it in.");
            return;
        }
        draft.code = Spelling.plain(cell.text());
        draft.known = lookup.find(draft.code).orElse(null);
        if (draft.known == null) {
            Optional<String> nearest = suggestions.nearest(draft.code);
            draft.meant = nearest.orElse(null);
            String shown = Literals.shown(draft.code, SHOWN);
            draft.refuse(
                    cell.place(),
                    "登记册里没有站点“" + shown + "”。"
                            + nearest.map(code -> "是否想写 " + code + "？").orElse("请核对编号，或先导入登记册。"),
                    "There is no site \"" + shown + "\" in the register: "
                            + nearest.map(code -> "did you mean " + code + "?")
                                    .orElse("check the code, or import the register first."));
            return;
        }
        siteClass(draft);
    }

    private void siteClass(Draft draft) {
        SiteLookup.Known known = draft.known;
        if (known == null || known.place()) {
            return;
        }
        draft.siteClass = known.kind();
        TableCell cell = draft.cells.get(FormColumn.SITE_CLASS.name());
        if (cell != null) {
            String name = form.book().classes().entrySet().stream()
                    .filter(entry -> List.of(
                                    Spelling.folded(entry.getKey()),
                                    Spelling.folded(entry.getValue().zh()),
                                    Spelling.folded(entry.getValue().en()))
                            .contains(Spelling.folded(cell.text())))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            if (name.isEmpty() || !lookup.standalone() && !name.equals(known.kind())) {
                draft.refuse(
                        cell.place(),
                        "站点类别“" + cell.text() + "”" + (name.isEmpty() ? "不存在。可用的有 " : "与登记册不符。登记册里是 ")
                                + (name.isEmpty()
                                        ? String.join(" ", form.book().classes().keySet())
                                        : known.kind()) + "。",
                        "The class \"" + cell.text() + "\" "
                                + (name.isEmpty() ? "does not exist: there are " : "differs from the register: it has ")
                                + (name.isEmpty()
                                        ? String.join(" ", form.book().classes().keySet())
                                        : known.kind()) + ".");
                return;
            }
            draft.siteClass = name;
        }
        if (draft.sheet.kind() == FormSheet.Kind.SITES
                && (draft.siteClass == null || !form.book().classes().containsKey(draft.siteClass))) {
            draft.refuse(
                    draft.at(FormColumn.SITE),
                    "看不出“" + draft.code + "”是哪一类站点。请在“站点类别”列写明。",
                    "The class of \"" + draft.code + "\" is not known: write it into the column siteClass.");
        }
    }

    private void day(Draft draft) {
        TableCell cell = draft.cells.get(FormColumn.DATE.name());
        if (cell == null) {
            if (draft.sheet.kind() == FormSheet.Kind.SITES) {
                draft.on = lookup.standalone() ? today : null;
                if (draft.on == null) {
                    draft.refuse(
                            draft.place,
                            "没有写观察日期，事实的新旧就无从判断。请写成 2026-09-01。",
                            "The observation date is missing, so that nobody can tell how old the facts are: write it as 2026-09-01.");
                }
            }
            return;
        }
        Optional<LocalDate> day = cell.kind() == TableCell.Kind.NUMBER ? Optional.empty() : CellReader.day(cell.text());
        if (day.isEmpty()) {
            draft.refuse(
                    cell.place(),
                    "“" + cell.text() + "”不是日期。请写成 2026-09-01。",
                    "\"" + cell.text() + "\" is no date: write it as 2026-09-01.");
        } else if (day.get().isBefore(EARLIEST)) {
            draft.refuse(
                    cell.place(),
                    "观察日期 " + day.get() + " 早于 " + EARLIEST + "，多半是数字被当成了日期。请写成 2026-09-01。",
                    "The observation date " + day.get() + " is before " + EARLIEST
                            + "; most likely a number was taken for a date: write it as 2026-09-01.");
        } else if (day.get().isAfter(today)) {
            draft.refuse(
                    cell.place(),
                    "观察日期 " + day.get() + " 在" + (lookup.standalone() ? "评估日" : "今天") + "（" + today
                            + "）之后，那时还不可能观察到。请改正。",
                    "The observation date " + day.get() + " is after "
                            + (lookup.standalone() ? "the assessment date" : "today") + " (" + today
                            + "), when nobody can have looked yet: correct it.");
        } else {
            draft.on = day.get();
        }
    }

    private void source(Draft draft) {
        TableCell cell = draft.cells.get(FormColumn.SOURCE.name());
        if (cell == null) {
            if (draft.sheet.kind() == FormSheet.Kind.SITES) {
                draft.source = lookup.standalone() ? Source.all().getLast().name() : null;
                if (draft.source == null) {
                    draft.refuse(
                            draft.place,
                            "没有写来源，不知道谁说了算。请写 " + sources("zh") + " 之一。",
                            "The source is missing, so that nobody knows whose word counts: write one of "
                                    + sources("en") + ".");
                }
            }
            return;
        }
        String word = Spelling.folded(cell.text());
        Optional<Source> source = Source.all().stream()
                .filter(one -> List.of(
                                Spelling.folded(one.name()),
                                Spelling.folded(one.labelZh()),
                                Spelling.folded(one.labelEn()))
                        .contains(word))
                .findFirst();
        draft.source = source.map(Source::name).orElse(null);
        draft.sourceWritten = true;
        if (source.isEmpty()) {
            draft.refuse(
                    cell.place(),
                    "没有来源“" + cell.text() + "”。请写 " + sources("zh") + " 之一。",
                    "There is no source \"" + cell.text() + "\": write one of " + sources("en") + ".");
        }
    }

    private static String sources(String language) {
        List<String> names = Source.all().stream()
                .map(one -> language.equals("en") ? one.name() : one.labelZh())
                .toList();
        return String.join(language.equals("en") ? ", " : "、", names);
    }

    private void fact(Draft draft, FormColumn column) {
        FactDefinition fact = column.fact();
        TableCell cell = draft.cells.get(column.name());
        if (fact == null || cell == null) {
            return;
        }
        switch (CellReader.read(fact, cell)) {
            case Read.Bad(var problem) -> draft.problems.add(problem);
            case Read.Value(var value, var warning) -> {
                if (warning != null) {
                    draft.warnings.add(warning);
                }
                put(draft, cell, fact, value);
            }
        }
    }

    private void put(Draft draft, TableCell cell, FactDefinition fact, FactValue value) {
        SiteLookup.Known known = draft.known;
        String holder = fact.heldBy();
        if (known != null && known.place() && !Objects.equals(known.kind(), holder)) {
            draft.refuse(
                    cell.place(),
                    fact.label().zh() + "不是这类地方（" + known.kind() + "）所掌握的事实。请填在站点的行里。",
                    fact.label().en() + " (" + fact.name() + ") is not held by a place of this kind (" + known.kind()
                            + "): state it in the row of a site.");
        } else if (known != null && !known.place() && holder != null && !lookup.standalone()) {
            List<String> places = draft.on == null ? List.of() : lookup.holders(known.code(), holder, draft.on);
            if (places.size() == 1) {
                draft.held
                        .computeIfAbsent(places.getFirst(), place -> new TreeMap<>())
                        .put(fact.name(), value);
            } else {
                draft.refuse(
                        cell.place(),
                        fact.label().zh() + "由" + holder + "掌握，而该站点当天所在的有 " + places + "。请另起一行，编号写那个地方的编码。",
                        fact.label().en() + " (" + fact.name() + ") is held by the " + holder
                                + ", and on that day the site stands in " + places
                                + ": give it in a row of its own with the code of that place.");
            }
        } else {
            draft.facts.put(fact.name(), value);
            // People who speak for their own site are told where somebody else's word is wanted.
            boolean declared =
                    draft.sourceWritten && Source.all().getLast().name().equals(draft.source);
            if (holder == null && declared && !fact.observers().contains(draft.source)) {
                draft.warnings.add(new Problem(
                        cell.place(),
                        new Text(
                                fact.label().zh() + "通常不由站点自报，有更权威的来源时以其为准。",
                                fact.label().en() + " (" + fact.name()
                                        + ") is not usually declared by a manager: a better source goes before it.")));
            }
        }
    }

    private void key(Draft draft) {
        FactDefinition records = draft.sheet.records();
        if (records == null) {
            return;
        }
        if (records.key() != null) {
            FactValue key = draft.facts.get(records.key());
            draft.key = switch (key) {
                case FactValue.Day(var day) -> day.toString();
                case FactValue.Codes(var codes) -> codes.getFirst();
                case FactValue.Amount(var micros) -> Micros.format(micros);
                case FactValue.Wording(var text) -> text;
                case null, default -> "";
            };
        } else {
            TableCell cell = draft.cells.get(records.name() + ".key");
            draft.key = cell == null ? "" : Spelling.plain(cell.text());
        }
        boolean keyBad = draft.cells.containsKey(String.valueOf(records.key())) && draft.key.isEmpty() && !draft.fine();
        if (!keyBad && !KEY.matcher(draft.key).matches()) {
            draft.refuse(
                    draft.place,
                    "“" + draft.key + "”不能作" + records.label().zh() + "的编号。请写字母、汉字、数字和 - . _，最多64个，例如 201。",
                    "\"" + draft.key + "\" cannot be the key of a record in "
                            + records.label().en() + ": write letters, digits and - . _, at most 64, such as 201.");
        }
    }
}
