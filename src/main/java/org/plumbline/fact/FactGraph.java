package org.plumbline.fact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.plumbline.ledger.Submission;
import org.plumbline.rdf.EARL;
import org.plumbline.rdf.F;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Micros;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;

/** What is stated of a site or place as the graph of a submission, and back as JSON values. */
final class FactGraph {
    private static final String CODE = "https://w3id.org/plumbline/code/";

    private FactGraph() {}

    /**
     * The statements of a submission.
     *
     * @throws IllegalArgumentException when a fact is not of the vocabulary, or its value not of the fact's type
     */
    static Graph of(String submission, String subject, SiteFacts facts, FactBook book) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node about = NodeFactory.createURI(subject);
        facts.facts().forEach((name, value) -> add(graph, about, definition(book, name), value, book));
        int number = 0;
        for (Map.Entry<String, SiteFacts.Judgement> entry : facts.judgements().entrySet()) {
            Node judgement = NodeFactory.createURI(Submission.judgement(submission, ++number));
            graph.add(about, PL.JUDGEMENT, judgement);
            graph.add(judgement, PL.CLAUSE, NodeFactory.createURI(entry.getKey()));
            graph.add(judgement, PL.OUTCOME, EARL.term(entry.getValue().outcome()));
            graph.add(judgement, PL.REASON, Literals.string(entry.getValue().reason()));
        }
        return graph;
    }

    private static FactDefinition definition(FactBook book, String name) {
        FactDefinition fact = book.facts().get(name);
        if (fact == null) {
            throw new IllegalArgumentException("f:" + name + " is not a fact of the vocabulary");
        }
        return fact;
    }

    private static void add(Graph graph, Node about, FactDefinition fact, FactValue value, FactBook book) {
        switch (value) {
            case FactValue.None none -> graph.add(about, PL.OBSERVED_NONE, fact.node());
            case FactValue.Truth(var truth)
            when fact.type() == Datatype.BOOLEAN -> graph.add(about, fact.node(), Literals.bool(truth));
            case FactValue.Amount(var micros)
            when fact.type() == Datatype.INTEGER && micros % Micros.ONE == 0 ->
                graph.add(about, fact.node(), Literals.integer(micros / Micros.ONE));
            case FactValue.Amount(var micros)
            when fact.type() == Datatype.DECIMAL ->
                graph.add(about, fact.node(), Literals.decimal(BigDecimal.valueOf(micros, 6)));
            case FactValue.Day(var day)
            when fact.type() == Datatype.DATE -> graph.add(about, fact.node(), Literals.date(day));
            case FactValue.Wording(var text)
            when fact.type() == Datatype.TEXT -> graph.add(about, fact.node(), Literals.string(text));
            case FactValue.Codes(var codes)
            when fact.codes() != null && (fact.type() == Datatype.CODES || codes.size() == 1) -> {
                for (String code : codes) {
                    if (fact.codes().indexOf(code) < 0) {
                        throw new IllegalArgumentException("f:" + fact.name() + " has no code " + code);
                    }
                    graph.add(
                            about,
                            fact.node(),
                            NodeFactory.createURI(CODE + fact.codes().name() + "/" + code));
                }
            }
            case FactValue.Records(var records)
            when fact.type() == Datatype.RECORDS -> {
                for (Map.Entry<String, SortedMap<String, FactValue>> entry : records.entrySet()) {
                    Node record = NodeFactory.createURI(about.getURI() + "/" + fact.name() + "/" + entry.getKey());
                    graph.add(about, fact.node(), record);
                    entry.getValue()
                            .forEach((name, member) -> add(graph, record, definition(book, name), member, book));
                }
            }
            default ->
                throw new IllegalArgumentException(
                        "f:" + fact.name() + " is " + fact.type() + " and cannot be " + value);
        }
    }

    /** The values that a submission states, by the names under which they are kept; empty for one that states no facts. */
    static SortedMap<String, ObjectNode> read(Submission submission) {
        Map<Node, List<Triple>> bySubject = new TreeMap<>((a, b) -> a.getURI().compareTo(b.getURI()));
        submission.statements().stream()
                .forEach(triple -> bySubject
                        .computeIfAbsent(triple.getSubject(), about -> new ArrayList<>())
                        .add(triple));
        Node about = NodeFactory.createURI(submission.subject());
        SortedMap<String, ObjectNode> values = values(about, bySubject);
        for (Triple triple : bySubject.getOrDefault(about, List.of())) {
            if (triple.getPredicate().equals(PL.JUDGEMENT)) {
                judgement(bySubject.getOrDefault(triple.getObject(), List.of()), values);
            }
        }
        return values;
    }

    private static SortedMap<String, ObjectNode> values(Node about, Map<Node, List<Triple>> bySubject) {
        SortedMap<String, ObjectNode> values = new TreeMap<>();
        Map<String, List<Node>> objects = new TreeMap<>();
        for (Triple triple : bySubject.getOrDefault(about, List.of())) {
            if (triple.getPredicate().equals(PL.OBSERVED_NONE)) {
                values.put(local(triple.getObject()), CanonicalJson.object().put("none", true));
            } else if (triple.getPredicate().getURI().startsWith(F.NS)) {
                objects.computeIfAbsent(local(triple.getPredicate()), name -> new ArrayList<>())
                        .add(triple.getObject());
            }
        }
        objects.forEach((name, nodes) -> values.put(name, value(about, nodes, bySubject)));
        return values;
    }

    private static ObjectNode value(Node about, List<Node> nodes, Map<Node, List<Triple>> bySubject) {
        ObjectNode json = CanonicalJson.object();
        Node first = nodes.getFirst();
        if (first.isLiteral()) {
            String lexical = first.getLiteralLexicalForm();
            switch (first.getLiteralDatatypeURI()
                    .substring(first.getLiteralDatatypeURI().indexOf('#') + 1)) {
                case "boolean" -> json.put("value", lexical.equals("true"));
                case "integer", "decimal" -> json.put("value", Micros.format(Micros.parse(lexical)));
                default -> json.put("value", lexical);
            }
        } else if (first.getURI().startsWith(about.getURI() + "/")) {
            ObjectNode records = json.putObject("records");
            for (Node record : nodes) {
                ObjectNode members = records.putObject(local(record));
                values(record, bySubject).forEach(members::set);
            }
        } else {
            ArrayNode codes = json.putArray("value");
            nodes.stream().map(FactGraph::local).sorted().forEach(codes::add);
        }
        return json;
    }

    private static void judgement(List<Triple> triples, SortedMap<String, ObjectNode> values) {
        ObjectNode json = CanonicalJson.object();
        String clause = "";
        for (Triple triple : triples) {
            if (triple.getPredicate().equals(PL.CLAUSE)) {
                clause = triple.getObject().getURI();
            } else if (triple.getPredicate().equals(PL.OUTCOME)) {
                json.put("outcome", local(triple.getObject()));
            } else if (triple.getPredicate().equals(PL.REASON)) {
                json.put("reason", triple.getObject().getLiteralLexicalForm());
            }
        }
        values.put(RecordJson.JUDGEMENT + clause, json);
    }

    private static String local(Node node) {
        String iri = node.getURI();
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }
}
