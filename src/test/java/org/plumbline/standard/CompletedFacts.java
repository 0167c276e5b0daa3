package org.plumbline.standard;

import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.plumbline.rdf.F;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Subject;

/** Facts as RDF for another engine: values as triples, what is none or not known as nothing. */
public final class CompletedFacts {
    private final Rulebook rulebook;
    private final Graph graph;

    public CompletedFacts(Rulebook rulebook, Graph graph) {
        this.rulebook = rulebook;
        this.graph = graph;
    }

    /** Adds a site; derived facts too when {@code facts} are those of an assessment. */
    public void add(String site, int siteClass, Subject facts) {
        Node node = NodeFactory.createURI(site);
        String name = rulebook.classes().get(siteClass).name();
        graph.add(Triple.create(node, RDF.type.asNode(), NodeFactory.createURI(F.NS + name)));
        add(node, facts, Fact.SITE);
    }

    private void add(Node node, Subject subject, int kind) {
        for (Fact fact : rulebook.facts()) {
            if (fact.kind() == kind && subject.state(fact.slot()) == Subject.VALUE) {
                add(node, fact, subject);
            }
        }
    }

    private void add(Node node, Fact fact, Subject subject) {
        Node predicate = NodeFactory.createURI(F.NS + fact.name());
        long value = subject.value(fact.slot());
        CodeList codes = fact.codes();
        switch (fact.type()) {
            case RECORDS -> {
                for (Subject record : subject.records(fact.slot())) {
                    Node one = record(node, fact, record);
                    graph.add(Triple.create(node, predicate, one));
                    add(one, record, fact.recordKind());
                }
            }
            case CODE, CODES -> {
                long bits = fact.type() == org.plumbline.rulebook.Datatype.CODE ? 1L << value : value;
                for (int i = 0; i < codes.codes().size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        graph.add(Triple.create(node, predicate, code(codes, i)));
                    }
                }
            }
            default -> graph.add(Triple.create(node, predicate, literal(fact, value, subject.text(fact.slot()))));
        }
    }

    static Node record(Node site, Fact fact, Subject record) {
        return NodeFactory.createURI(site + "/" + fact.name() + "/" + record.id());
    }

    private static Node code(CodeList codes, int index) {
        return NodeFactory.createURI("https://w3id.org/plumbline/code/" + codes.name() + "/"
                + codes.codes().get(index));
    }

    static Node literal(Fact fact, long value, String text) {
        return switch (fact.type()) {
            case BOOLEAN -> literal(value == 1 ? "true" : "false", XSDDatatype.XSDboolean);
            case INTEGER -> literal(Micros.format(value), XSDDatatype.XSDinteger);
            case DECIMAL -> literal(Micros.format(value), XSDDatatype.XSDdecimal);
            case DATE -> literal(Dates.iso(value), XSDDatatype.XSDdate);
            default -> NodeFactory.createLiteralString(text);
        };
    }

    private static Node literal(String lexical, RDFDatatype type) {
        return NodeFactory.createLiteralDT(lexical, type);
    }
}
