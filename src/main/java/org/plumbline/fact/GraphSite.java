package org.plumbline.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.GraphStatements.Stated;
import org.plumbline.rdf.F;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Datatype;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;
import org.plumbline.table.CellPlace;

/** Writes what a graph states of one site or place over: a row for each day and source, and rows for its records and judgements. */
final class GraphSite {
    private final GraphFile file;
    private final Transcript transcript;
    private final Node site;
    private final GraphStatements statements;
    private final GraphRecord records;
    /** The rows of this site by day and source. */
    private final Map<List<String>, Transcript.Row> rows = new LinkedHashMap<>();
    /** What is wrong with the site as a whole, for each of its rows. */
    private final List<Consumer<Transcript.Row>> everywhere = new ArrayList<>();

    private final List<Said> about = new ArrayList<>();
    private @Nullable Said day;
    private @Nullable Said source;

    GraphSite(GraphFile file, Transcript transcript, SiteLookup lookup, Node site) {
        this.file = file;
        this.transcript = transcript;
        this.site = site;
        statements = new GraphStatements(file, transcript, lookup, null);
        records = new GraphRecord(file, transcript, lookup);
    }

    /** A text for a column, and where it was said. */
    record Said(String column, String text, CellPlace at) {}

    void write() {
        code();
        day = said(site, PL.OBSERVED_ON, Transcript.DATE, everywhere::add);
        source = said(site, PL.SOURCE, Transcript.SOURCE, everywhere::add);
        List<Triple> facts = new ArrayList<>();
        List<Triple> nested = new ArrayList<>();
        for (Triple triple : file.triples(site)) {
            Node property = triple.getPredicate();
            if (property.equals(RDF.type.asNode())) {
                type(triple);
            } else if (property.equals(PL.OBSERVATION) || property.equals(PL.JUDGEMENT)) {
                nested.add(triple);
            } else if (!property.equals(PL.OBSERVED_ON) && !property.equals(PL.SOURCE) && !file.pass(property)) {
                facts.add(triple);
            }
        }
        if (!facts.isEmpty() || nested.isEmpty()) {
            facts(facts);
        }
        for (Triple triple : nested) {
            if (triple.getObject().isLiteral()) {
                statements.misplaced(row(day, source), triple);
            } else if (triple.getPredicate().equals(PL.OBSERVATION)) {
                observation(triple.getObject(), triple);
            } else {
                judgement(triple.getObject(), triple);
            }
        }
        rows.values().forEach(row -> everywhere.forEach(one -> one.accept(row)));
    }

    private void code() {
        CellPlace at = file.row(site);
        if (site.isURI()) {
            about.add(new Said(Transcript.SITE, GraphFile.local(site), at));
        } else {
            everywhere.add(
                    row -> row.refuse(
                            at,
                            "站点写成了空白节点，看不出是哪一个。请给它一个以站点编号结尾的IRI。",
                            "The site is a blank node, so that nobody knows which it is: give it an IRI that ends with its code."));
        }
    }

    private void type(Triple triple) {
        FactBook book = transcript.form().book();
        Node type = triple.getObject();
        String name = GraphFile.local(type);
        CellPlace at = file.at(triple, Transcript.SITE_CLASS);
        Set<String> kinds = new TreeSet<>(Set.of("District", "Street", "Committee", "Area"));
        book.facts().values().stream()
                .map(FactDefinition::heldBy)
                .filter(kind -> kind != null)
                .forEach(kinds::add);
        if (type.equals(PL.EXAMPLE)) {
            everywhere.add(row -> row.refuse(
                    at,
                    "这是标准的示例，内容是编出来的，不能作为事实记录。",
                    "This is an example of a standard: it is made up, and no fact to be recorded."));
        } else if (!type.isURI() || !type.getURI().startsWith(F.NS)) {
            file.passType(type);
        } else if (book.classes().containsKey(name)) {
            Optional<Said> before = about.stream()
                    .filter(said -> said.column().equals(Transcript.SITE_CLASS))
                    .findFirst();
            before.ifPresentOrElse(
                    other -> everywhere.add(row -> row.refuse(
                            at,
                            "站点有两个类别：f:" + other.text() + " 和 f:" + name + "。请只留一个。",
                            "The site has two classes, f:" + other.text() + " and f:" + name + ": keep one.")),
                    () -> about.add(new Said(Transcript.SITE_CLASS, name, at)));
        } else if (!kinds.contains(name)) {
            Set<String> classes = new TreeSet<>(book.classes().keySet());
            everywhere.add(row -> row.refuse(
                    at,
                    "没有类别 f:" + name + "。可用的有 f:" + String.join(" f:", classes) + "。",
                    "There is no class f:" + name + ": there are f:" + String.join(" f:", classes) + "."));
        }
    }

    /** The row of a day and source, made when it is first needed. */
    private Transcript.Row row(@Nullable Said on, @Nullable Said by) {
        return rows.computeIfAbsent(List.of(on == null ? "" : on.text(), by == null ? "" : by.text()), key -> {
            Transcript.Row row = transcript.site(file.row(site));
            ids(on, by).forEach(id -> row.put(id.column(), id.text(), id.at()));
            return row;
        });
    }

    private List<Said> ids(@Nullable Said on, @Nullable Said by) {
        List<Said> ids = new ArrayList<>(about);
        if (on != null) {
            ids.add(on);
        }
        if (by != null) {
            ids.add(by);
        }
        return ids;
    }

    private void facts(List<Triple> triples) {
        Transcript.Row row = row(day, source);
        List<Triple> facts = new ArrayList<>();
        for (Triple triple : triples) {
            if (triple.getPredicate().equals(PL.OBSERVED_NONE)) {
                statements.none(row, triple);
            } else {
                facts.add(triple);
            }
        }
        statements.facts(row, facts).forEach(stated -> state(row, stated, day, source));
    }

    private void state(Transcript.Row row, Stated stated, @Nullable Said on, @Nullable Said by) {
        if (stated.fact().type() != Datatype.RECORDS) {
            statements.put(row, stated);
        } else if (row.has(stated.fact().name())) {
            CellPlace at = file.at(stated.triples().getFirst(), stated.fact().name());
            stated.triples().forEach(triple -> file.swallow(triple.getObject()));
            row.refuse(
                    at,
                    stated.fact().label().zh() + "既写了“经查没有”，又列了明细。请只留一种。",
                    stated.fact().label().en() + " are observed none and listed as well: keep one of the two.");
        } else {
            List<Said> ids = ids(on, by).stream()
                    .filter(id -> !id.column().equals(Transcript.SITE_CLASS))
                    .toList();
            records.write(site, row, stated, ids);
        }
    }

    private void observation(Node observation, Triple link) {
        file.see(observation);
        List<Consumer<Transcript.Row>> wrong = new ArrayList<>();
        Said on = said(observation, PL.OBSERVED_ON, Transcript.DATE, wrong::add);
        Said by = said(observation, PL.SOURCE, Transcript.SOURCE, wrong::add);
        Said when = on == null ? day : on;
        Said whose = by == null ? source : by;
        Transcript.Row row = row(when, whose);
        wrong.forEach(one -> one.accept(row));
        List<Triple> named = new ArrayList<>();
        List<Triple> values = new ArrayList<>();
        for (Triple triple : file.triples(observation)) {
            Node property = triple.getPredicate();
            if (property.equals(PL.FACT)) {
                named.add(triple);
            } else if (property.equals(PL.VALUE)) {
                values.add(triple);
            } else if (!Set.of(PL.OBSERVED_ON, PL.SOURCE, RDF.type.asNode()).contains(property)
                    && !file.pass(property)) {
                statements.misplaced(row, triple);
            }
        }
        if (named.size() != 1) {
            values.forEach(value -> file.swallow(value.getObject()));
            row.refuse(
                    file.at(named.isEmpty() ? link : named.getFirst(), "pl:observation"),
                    named.isEmpty()
                            ? "pl:observation 没有写 pl:fact，不知道观察的是什么。请补上。"
                            : "pl:observation 写了几个 pl:fact。请各写一个。",
                    named.isEmpty()
                            ? "The pl:observation names no pl:fact, so that it says nothing: add it."
                            : "The pl:observation names several facts: write one for each.");
            return;
        }
        if (values.isEmpty()) {
            statements.none(row, named.getFirst());
            return;
        }
        FactDefinition fact =
                statements.fact(row, named.getFirst(), named.getFirst().getObject());
        if (fact == null) {
            values.forEach(value -> file.swallow(value.getObject()));
        } else {
            state(row, new Stated(fact, values), when, whose);
        }
    }

    private void judgement(Node judgement, Triple link) {
        file.see(judgement);
        Transcript.Row row =
                transcript.judgement(judgement.isURI() || !file.json() ? file.row(judgement) : file.row(site));
        Said on = said(judgement, PL.OBSERVED_ON, Transcript.DATE, one -> one.accept(row));
        Said by = said(judgement, PL.SOURCE, Transcript.SOURCE, one -> one.accept(row));
        ids(on == null ? day : on, by == null ? source : by).stream()
                .filter(id -> !id.column().equals(Transcript.SITE_CLASS))
                .forEach(id -> row.put(id.column(), id.text(), id.at()));
        new GraphJudgement(file, transcript.form(), statements).fill(row, judgement);
        everywhere.forEach(one -> one.accept(row));
        if (file.triples(judgement).isEmpty()) {
            row.refuse(
                    file.at(link, "pl:judgement"),
                    "判定没有内容。请补上或删去。",
                    "The judgement says nothing: complete or remove it.");
        }
    }

    /** The one day or source that a node says. */
    private @Nullable Said said(Node node, Node property, String column, Consumer<Consumer<Transcript.Row>> wrong) {
        List<Triple> all = file.triples(node).stream()
                .filter(triple -> triple.getPredicate().equals(property))
                .toList();
        if (all.isEmpty()) {
            return null;
        }
        Triple first = all.getFirst();
        Node value = first.getObject();
        CellPlace at = file.at(first, column);
        if (all.size() > 1) {
            wrong.accept(row -> row.refuse(
                    at,
                    file.shown(property) + " 写了" + all.size() + "个。请只留一个。",
                    file.shown(property) + " is stated " + all.size() + " times: keep one."));
        }
        boolean date = property.equals(PL.OBSERVED_ON);
        boolean right = date
                ? value.isLiteral() && value.getLiteralDatatypeURI().equals(XSD.date.getURI())
                : value.isURI() && value.getURI().startsWith(PL.NS);
        if (!right) {
            wrong.accept(row -> row.refuse(
                    at,
                    file.shown(property) + " " + file.shown(value) + " 写法不对。请写成 "
                            + (date ? "\"2026-09-01\"^^xsd:date" : "pl:Inspector、pl:Register、pl:System 或 pl:Manager")
                            + "。",
                    file.shown(property) + " " + file.shown(value) + " is not written as it should be: write "
                            + (date ? "\"2026-09-01\"^^xsd:date" : "pl:Inspector, pl:Register, pl:System or pl:Manager")
                            + "."));
        }
        return new Said(column, value.isLiteral() ? value.getLiteralLexicalForm() : GraphFile.local(value), at);
    }
}
