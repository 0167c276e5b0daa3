package org.plumbline.standard;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Atoms.AtMostOther;
import org.plumbline.rulebook.Atoms.Bound;
import org.plumbline.rulebook.Atoms.Count;
import org.plumbline.rulebook.Atoms.Equal;
import org.plumbline.rulebook.Atoms.Matches;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Condition;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Members.AllIn;
import org.plumbline.rulebook.Members.CountIn;
import org.plumbline.rulebook.Members.Has;
import org.plumbline.rulebook.Records.CountRecords;
import org.plumbline.rulebook.Records.Each;
import org.plumbline.rulebook.Records.Found;

/** The values at which conditions change their mind, by the name of the fact. */
final class Thresholds {
    /** Numbers and dates compared with; indexes of codes named. */
    final Map<String, TreeSet<Long>> values = new TreeMap<>();
    /** Texts compared with. */
    final Map<String, TreeSet<String>> texts = new TreeMap<>();
    /** Whether a pattern, another fact, or records are compared with, which no list of values exhausts. */
    boolean open;

    /** Adds those of a clause: of its condition, guards and checks. */
    void add(Clause clause) {
        add(clause.appliesWhen());
        clause.cases().forEach(one -> {
            add(one.when());
            add(one.check());
        });
    }

    /** Adds those of a condition. */
    void add(@Nullable Condition condition) {
        if (condition == null) {
            return;
        }
        condition.facts(fact -> at(fact, values -> {}));
        switch (condition) {
            case Condition.All all -> all.parts().forEach(this::add);
            case Condition.Any any -> any.parts().forEach(this::add);
            case Condition.Not not -> add(not.part());
            case Bound bound -> at(bound.fact(), values -> values.add(bound.limit()));
            case Equal equal -> {
                at(equal.fact(), values -> values.add(equal.required()));
                if (equal.text() != null) {
                    texts(equal.fact()).add(equal.text());
                }
            }
            case AllIn in -> {
                at(in.fact(), values -> values.addAll(in.values()));
                texts(in.fact()).addAll(in.texts());
                codes(in.fact(), in.members());
            }
            case Has has -> codes(has.fact(), has.members());
            case CountIn count -> codes(count.fact(), count.members());
            case Count count -> {}
            case Matches matches -> open = true;
            case AtMostOther other -> open = true;
            case Each each -> {
                open = true;
                add(each.part());
            }
            case Found found -> {
                open = true;
                codes(found.code(), found.members());
            }
            case CountRecords count -> {
                open = true;
                add(count.part());
            }
        }
    }

    private void at(Fact fact, Consumer<TreeSet<Long>> change) {
        change.accept(values.computeIfAbsent(fact.name(), key -> new TreeSet<>()));
    }

    private TreeSet<String> texts(Fact fact) {
        return texts.computeIfAbsent(fact.name(), key -> new TreeSet<>());
    }

    private void codes(Fact fact, long members) {
        for (int i = 0; i < Long.SIZE; i++) {
            if ((members >> i & 1) == 1) {
                long code = i;
                at(fact, values -> values.add(code));
            }
        }
    }
}
