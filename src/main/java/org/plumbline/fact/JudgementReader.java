package org.plumbline.fact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.fact.SiteFacts.Judgement;
import org.plumbline.rdf.Literals;
import org.plumbline.rulebook.Clause;
import org.plumbline.standard.Edition;
import org.plumbline.table.TableCell;

/** Reads a row of the sheet of judgements. */
final class JudgementReader {
    private static final Set<String> PASSED = Set.of("passed", "pass", "通过", "合格", "符合", "是", "yes", "true");
    private static final Set<String> FAILED = Set.of("failed", "fail", "不通过", "未通过", "不合格", "不符合", "否", "no", "false");

    private static final int LONGEST = 2000;

    private JudgementReader() {}

    /** Puts the clause and the judgement into the draft, or what is wrong with them. */
    static void read(FactForm form, Draft draft) {
        TableCell number = draft.cells.get(FormColumn.CLAUSE.name());
        TableCell outcome = draft.cells.get(FormColumn.OUTCOME.name());
        TableCell reason = draft.cells.get(FormColumn.REASON.name());
        TableCell standard = draft.cells.get(FormColumn.STANDARD.name());
        Optional<Edition> edition = form.edition(standard == null ? "" : standard.text());
        if (edition.isEmpty()) {
            String numbers = String.join(
                    ", ", form.editions().stream().map(Edition::number).toList());
            draft.refuse(
                    draft.at(FormColumn.STANDARD),
                    "不知道是哪个标准的条款。请写 " + numbers + "。",
                    "It is not clear which standard the clause is of: write " + numbers + ".");
        } else if (number == null) {
            draft.refuse(draft.place, "没有写条款号。请补上。", "The clause is missing: fill it in.");
        } else {
            clause(draft, edition.get(), number);
        }
        String word = outcome == null ? "" : Spelling.folded(outcome.text());
        if (!PASSED.contains(word) && !FAILED.contains(word)) {
            draft.refuse(
                    draft.at(FormColumn.OUTCOME),
                    "判定“" + (outcome == null ? "" : outcome.text()) + "”不是“通过”或“不通过”。请写其中之一；没判就删去这一行。",
                    "The outcome \"" + (outcome == null ? "" : outcome.text())
                            + "\" is neither passed nor failed: write one of them, or remove the row if nobody judged.");
        } else if (reason == null) {
            draft.refuse(
                    draft.place,
                    "没有写理由，别人无法核对这一判定。请写一两句话。",
                    "The reason is missing, so that nobody can check the judgement: write a sentence or two.");
        } else if (reason.text().length() > LONGEST || Spelling.hidden(reason.text())) {
            draft.refuse(
                    reason.place(),
                    "理由超过" + LONGEST + "字，或含有看不见的字符。请缩短或重新输入。",
                    "The reason has more than " + LONGEST
                            + " characters, or holds an invisible one: shorten it or type it again.");
        } else {
            draft.judgement = new Judgement(PASSED.contains(word), Literals.text(reason.text()));
        }
    }

    private static void clause(Draft draft, Edition edition, TableCell cell) {
        String number = Spelling.plain(cell.text());
        int index = edition.rulebook().clauseIndex(number);
        boolean cut = cell.kind() == TableCell.Kind.NUMBER && edition.rulebook().clauseIndex(number + "0") >= 0;
        List<String> judged = edition.rulebook().clauses().stream()
                .filter(Clause::judged)
                .map(Clause::number)
                .toList();
        if (cut || cell.kind() == TableCell.Kind.DATE) {
            draft.refuse(
                    cell.place(),
                    "单元格是数值，分不清是 " + number + " 还是 " + number + "0。请设为文本后重写。",
                    "The cell is a number, so that " + number + " and " + number
                            + "0 look the same: format it as text and type it again.");
        } else if (index < 0) {
            draft.refuse(
                    cell.place(),
                    edition.number() + " 没有条款 " + number + "。由人判定的有 " + String.join(" ", judged) + "。",
                    edition.number() + " has no clause " + number + ": people judge " + String.join(" ", judged) + ".");
        } else if (!edition.rulebook().clauses().get(index).judged()) {
            draft.refuse(
                    cell.place(),
                    "条款 " + number + " 由事实自动判定，不能由人判定。请填写它用到的事实。",
                    "Clause " + number + " is decided from facts and not by people: state the facts that it needs.");
        } else {
            draft.clause = edition.rulebook().clauseIri(number);
        }
    }
}
