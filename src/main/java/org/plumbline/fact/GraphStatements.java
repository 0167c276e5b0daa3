package org.plumbline.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.F;
import org.plumbline.rdf.Literals;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;
import org.plumbline.table.CellPlace;

/** Puts what a graph states of one subject into a row: the facts by their values, and those that were looked for in vain. */
final class GraphStatements {
    private final GraphFile file;
    private final Transcript transcript;
    private final SiteLookup lookup;
    /** Kind of record whose facts may be stated; null for those of a site. */
    private final @Nullable String kind;

    GraphStatements(GraphFile file, Transcript transcript, SiteLookup lookup, @Nullable String kind) {
        this.file = file;
        this.transcript = transcript;
        this.lookup = lookup;
        this.kind = kind;
    }

    /** A fact as a subject states it, with the triples that do. */
    record Stated(FactDefinition fact, List<Triple> triples) {}

    /** The facts among these triples, each with its values; those that cannot be stated here refuse the row. */
    List<Stated> facts(Transcript.Row row, List<Triple> triples) {
        Map<String, Stated> byName = new LinkedHashMap<>();
        for (Triple triple : triples) {
            FactDefinition fact = fact(row, triple, triple.getPredicate());
            if (fact != null) {
                byName.computeIfAbsent(fact.name(), name -> new Stated(fact, new ArrayList<>()))
                        .triples()
                        .add(triple);
            }
        }
        return List.copyOf(byName.values());
    }

    /** The fact that a term names, if it can be stated of the subject; else the row is refused. */
    @Nullable
    FactDefinition fact(Transcript.Row row, Triple triple, Node term) {
        FactBook book = transcript.form().book();
        FactDefinition fact = book.fact(term);
        String shown = file.shown(term);
        CellPlace at = file.at(triple, GraphFile.local(term));
        if (fact == null) {
            Set<String> names = new TreeSet<>(book.facts().keySet());
            String nearest = term.isURI() && term.getURI().startsWith(F.NS)
                    ? Spelling.nearest(GraphFile.local(term), names).orElse("")
                    : "";
            row.refuse(
                    at,
                    shown + "（值为 " + value(triple) + "）不是事实词汇中的名称，记录下来也不会起作用。"
                            + (nearest.isEmpty() ? "请改正或删去。" : "是否想写 f:" + nearest + "？"),
                    shown + " (with the value " + value(triple)
                            + ") is no fact of the vocabulary, and would have no effect: "
                            + (nearest.isEmpty() ? "correct or remove it." : "did you mean f:" + nearest + "?"));
            file.swallow(triple.getObject());
            return null;
        }
        boolean fits = kind == null
                ? transcript.takes(fact, lookup)
                : kind.equals(fact.of()) && fact.observed() && fact.type() != Datatype.RECORDS;
        if (fits) {
            return fact;
        }
        Text why = why(fact);
        row.refuse(
                at,
                shown + "（值为 " + value(triple) + "）" + why.zh(),
                shown + " (with the value " + value(triple) + ") " + why.en());
        file.swallow(triple.getObject());
        return null;
    }

    /** Refuses a row for a property that means nothing where it stands. */
    void misplaced(Transcript.Row row, Triple triple) {
        String shown = file.shown(triple.getPredicate());
        row.refuse(
                file.at(triple, GraphFile.local(triple.getPredicate())),
                shown + "（值为 " + value(triple) + "）写在这里不起作用。请写到站点上，改正或删去。",
                shown + " (with the value " + value(triple)
                        + ") has no effect here: state it of the site, correct or remove it.");
        file.swallow(triple.getObject());
    }

    private Text why(FactDefinition fact) {
        if (fact.derived()) {
            return new Text("由其他事实算出，不能填写。请删去。", "is computed from other facts and cannot be stated: remove it.");
        }
        if (fact.system()) {
            return new Text("只由系统写入。请删去。", "is written by the system only: remove it.");
        }
        return fact.of() == null
                ? new Text("说的是站点，不是明细。请写在站点上。", "is a fact of the site and not of its record: state it of the site.")
                : new Text(
                        "说的是明细（" + fact.of() + "），不是站点。请写在明细上。",
                        "is a fact of a record (f:" + fact.of() + ") and not of the site: state it of the record.");
    }

    private String value(Triple triple) {
        return file.shown(triple.getObject());
    }

    /** Puts the values of a fact that lists no records. */
    void put(Transcript.Row row, Stated stated) {
        FactDefinition fact = stated.fact();
        CellPlace at = file.at(stated.triples().getFirst(), fact.name());
        Set<String> texts = new LinkedHashSet<>();
        for (Triple triple : stated.triples()) {
            GraphValue value = GraphValue.of(fact, triple.getObject(), file);
            texts.add(value.text());
            Text wrong = value.wrong();
            if (wrong != null) {
                row.refuse(
                        file.at(triple, fact.name()),
                        fact.label().zh() + " “" + Literals.shown(value.text(), 40) + "” " + wrong.zh() + "。",
                        fact.label().en() + " (f:" + fact.name() + ") \"" + Literals.shown(value.text(), 40) + "\" "
                                + wrong.en() + ".");
                file.swallow(triple.getObject());
            }
        }
        String text = String.join("; ", texts);
        if (fact.type() != Datatype.CODES && texts.size() > 1) {
            row.refuse(
                    at,
                    fact.label().zh() + "只能有一个值，这里有" + texts.size() + "个：" + Literals.shown(text, 80)
                            + "。请只留一个；不同日期或来源的，各写成一个 pl:observation。",
                    fact.label().en() + " (f:" + fact.name() + ") has one value, and here stand " + texts.size() + ": "
                            + Literals.shown(text, 80)
                            + ". Keep one; what was seen on another day or by another source goes into a pl:observation each.");
        }
        if (row.has(fact.name())) {
            twice(row, fact, at);
        } else {
            row.put(fact.name(), text, at);
        }
    }

    /** Puts "looked, there is none". */
    void none(Transcript.Row row, Triple triple) {
        none(row, triple, triple.getObject());
    }

    /** The same for the fact that an observation names. */
    void none(Transcript.Row row, Triple triple, Node term) {
        FactDefinition fact = fact(row, triple, term);
        if (fact != null) {
            CellPlace at = file.at(triple, fact.name());
            if (row.has(fact.name())) {
                twice(row, fact, at);
            } else {
                row.put(fact.name(), "none", at);
            }
        }
    }

    /** Refuses a row in which a fact stands twice: with two values, or with one and as observed none. */
    private static void twice(Transcript.Row row, FactDefinition fact, CellPlace at) {
        row.refuse(
                at,
                fact.label().zh() + "在同一天、同一来源下写了两次。请只留一个。",
                fact.label().en() + " (f:" + fact.name() + ") is stated twice for one day and source: keep one.");
    }
}
