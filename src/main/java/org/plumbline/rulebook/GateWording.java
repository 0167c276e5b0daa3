package org.plumbline.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says what a gate of a band asks. */
public final class GateWording {
    private static final Text NOTHING = new Text("", "");
    private static final List<Text> OBLIGATIONS =
            List.of(new Text("应", "shall"), new Text("宜", "should"), new Text("可", "may"));

    private GateWording() {}

    /** The gate as a sentence without a full stop: <i>No “shall” clause failed in chapters 5, 7</i>. */
    public static Text of(Rulebook rulebook, Band.Gate gate) {
        Text scope = scope(rulebook, gate);
        return switch (gate) {
            case Band.AtMostFailed(var most, var obligations, var chapters) -> {
                Text of = obligations(obligations);
                yield most == 0
                        ? new Text(scope.zh() + of.zh() + "条款无一不符合", "No " + of.en() + "clause failed" + scope.en())
                        : new Text(
                                scope.zh() + of.zh() + "条款不符合的不多于 " + most + " 条",
                                "At most " + most + " " + of.en() + "clauses failed" + scope.en());
            }
            case Band.LeastShare(var share, var chapters) -> {
                String percent =
                        BigDecimal.valueOf(share, 1).stripTrailingZeros().toPlainString() + "%";
                yield new Text(scope.zh() + "得分率不低于 " + percent, "At least " + percent + " of the points" + scope.en());
            }
            case Band.NoVeto(var chapters) -> new Text(scope.zh() + "否决条款全部符合", "No veto failed or open" + scope.en());
        };
    }

    private static Text scope(Rulebook rulebook, Band.Gate gate) {
        List<String> numbers = IntStream.range(0, rulebook.chapters().size())
                .filter(gate::covers)
                .mapToObj(i -> rulebook.chapters().get(i).number())
                .toList();
        if (numbers.size() == rulebook.chapters().size()) {
            return NOTHING;
        }
        return new Text(
                "第 " + String.join("、", numbers) + " 章",
                " in chapter" + (numbers.size() > 1 ? "s " : " ") + String.join(", ", numbers));
    }

    private static Text obligations(long bits) {
        List<Text> words = new ArrayList<>();
        for (int i = 0; i < Obligation.values().length; i++) {
            if ((bits >> i & 1) == 1) {
                words.add(OBLIGATIONS.get(i));
            }
        }
        if (words.size() == OBLIGATIONS.size()) {
            return NOTHING;
        }
        return new Text(
                words.stream().map(word -> "“" + word.zh() + "”").collect(Collectors.joining("、")),
                words.stream().map(word -> "“" + word.en() + "”").collect(Collectors.joining(" or ", "", " ")));
    }
}
