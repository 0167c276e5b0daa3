package org.plumbline.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Derivation;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactDefinition;

/**
 * What the columns of the sheet of sites are about: the first chapter, of the first edition, whose clauses reach the fact, directly
 * or through a derived one. What places hold and what has a sheet of its own stand at the end.
 */
final class FormTopics {
    private static final Text HELD = new Text("居村街镇掌握", "Held by places");
    private static final Text RECORDS = new Text("明细（另有工作表）", "Details (sheets of their own)");

    /** By fact the place of its chapter in the order of editions and chapters, and the chapter's title. */
    private final Map<String, Topic> chapters = new HashMap<>();

    /**
     * A topic.
     *
     * @param order its place among the topics
     * @param title what it is about
     */
    record Topic(int order, Text title) {}

    private FormTopics() {}

    static FormTopics of(List<Edition> editions) {
        FormTopics topics = new FormTopics();
        int order = 0;
        for (Edition edition : editions) {
            Rulebook rulebook = edition.rulebook();
            Map<String, Derivation> derivations = new HashMap<>();
            rulebook.derivations().forEach(one -> derivations.put(one.fact().name(), one));
            for (Clause clause : rulebook.clauses()) {
                Rulebook.Chapter chapter = rulebook.chapters().get(clause.chapter());
                Text title = editions.size() == 1
                        ? new Text(
                                chapter.number() + " " + chapter.title().zh(),
                                chapter.number() + " " + chapter.title().en())
                        : new Text(
                                edition.number() + " " + chapter.number() + " "
                                        + chapter.title().zh(),
                                edition.number() + " " + chapter.number() + " "
                                        + chapter.title().en());
                Topic topic = new Topic(order + clause.chapter(), title);
                Set<String> seen = new HashSet<>();
                for (int i = 0; i < rulebook.classes().size(); i++) {
                    clause.facts(i, fact -> topics.reach(fact, topic, derivations, seen));
                }
            }
            order += rulebook.chapters().size();
        }
        return topics;
    }

    private void reach(Fact fact, Topic topic, Map<String, Derivation> derivations, Set<String> seen) {
        if (!seen.add(fact.name())) {
            return;
        }
        chapters.merge(fact.name(), topic, (a, b) -> a.order() <= b.order() ? a : b);
        Derivation derivation = derivations.get(fact.name());
        if (derivation != null) {
            derivation.facts(under -> reach(under, topic, derivations, seen));
        }
    }

    /** The columns by topic, within one in the order given; what belongs to none stands first. */
    List<FormColumn> sorted(List<FormColumn> columns) {
        List<FormColumn> sorted = new ArrayList<>(columns);
        sorted.sort(Comparator.comparingInt(column -> {
            Topic topic = topic(column);
            return topic == null ? -1 : topic.order();
        }));
        return List.copyOf(sorted);
    }

    /** What a column is about; null for one that identifies the row. */
    private @Nullable Topic topic(FormColumn column) {
        FactDefinition fact = column.fact();
        if (fact == null || fact.of() != null) {
            return null;
        }
        if (fact.record() != null) {
            return new Topic(Integer.MAX_VALUE, RECORDS);
        }
        if (fact.heldBy() != null) {
            return new Topic(Integer.MAX_VALUE - 1, HELD);
        }
        return chapters.get(fact.name());
    }

    /** The columns as they are written: before each topic one that names it and that nobody fills in. */
    List<FormColumn> titled(List<FormColumn> columns) {
        List<FormColumn> titled = new ArrayList<>();
        int last = -1;
        for (FormColumn column : columns) {
            Topic topic = topic(column);
            if (topic != null && topic.order() != last) {
                last = topic.order();
                titled.add(FormColumn.topic(topic.title()));
            }
            titled.add(column);
        }
        return titled;
    }
}
