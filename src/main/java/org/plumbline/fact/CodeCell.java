package org.plumbline.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.fact.CellReader.Read;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.FactDefinition;
import org.plumbline.table.TableCell;

/** Reads a cell of one or several codes, each written as the code or as its label in either language. */
final class CodeCell {
    private CodeCell() {}

    /** Reads a cell that is not empty and not "none"; {@code text} is its text in half-width form. */
    static Read read(FactDefinition fact, TableCell cell, String text) {
        CodeList list = fact.codes();
        if (list == null) {
            return CellReader.bad(
                    fact, cell, "没有代码表", "has no code list", "请联系标准编写人", "tell whoever wrote the standard");
        }
        List<String> codes = new ArrayList<>();
        for (String part : text.split("[;\\n]")) {
            if (part.isBlank()) {
                continue;
            }
            int index = find(list, part);
            if (index < 0) {
                return unknownCode(fact, cell, list, part.strip());
            }
            codes.add(list.codes().get(index));
        }
        if (codes.isEmpty() || codes.size() > 1 && fact.type() == Datatype.CODE) {
            return CellReader.bad(fact, cell, "应只有一个代码", "must be exactly one code", "请只留一个", "keep one of them");
        }
        return new Read.Value(FactValue.codes(codes), null);
    }

    private static Read unknownCode(FactDefinition fact, TableCell cell, CodeList list, String part) {
        List<String> words = new ArrayList<>(list.codes());
        list.labels().forEach(label -> words.addAll(List.of(label.zh(), label.en())));
        Optional<String> nearest = Spelling.nearest(part, words);
        String zh = nearest.map(word -> "是否想写“" + word + "”？").orElse("可用的有 " + sample(list, "zh"));
        String en = nearest.map(word -> "did you mean " + word + "?").orElse("there are " + sample(list, "en"));
        return CellReader.bad(
                fact,
                cell,
                "中的“" + part + "”不在代码表里（几个代码之间用；分隔）",
                "holds \"" + part + "\", which is not in the code list (separate several by ;)",
                zh,
                en);
    }

    private static String sample(CodeList list, String language) {
        List<String> shown =
                list.labels().stream().limit(8).map(label -> label.in(language)).toList();
        return String.join(language.equals("en") ? "; " : "；", shown)
                + (list.codes().size() > 8 ? " …" : "");
    }

    /** Index of a code named by itself or by its label in either language; -1 when the list has none. */
    static int find(CodeList list, String text) {
        String word = Spelling.folded(text);
        for (int i = 0; i < list.codes().size(); i++) {
            Text label = list.labels().get(i);
            if (word.equals(Spelling.folded(list.codes().get(i)))
                    || word.equals(Spelling.folded(label.zh()))
                    || word.equals(Spelling.folded(label.en()))) {
                return i;
            }
        }
        return -1;
    }
}
