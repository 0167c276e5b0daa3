package org.plumbline.standard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.plumbline.rdf.F;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.SH;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Derivation;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Obligation;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Subject;

/** What Jena says: of the very shapes of an edition about completed facts, and of the expressions of derived facts. */
final class JenaOracle {
    private static final String SHAPE = "urn:shape:";

    private final Reading reading;
    private final Rulebook rulebook;
    private final TurtleShape triples;
    private final Shapes shapes;
    private final Set<String> violated = new HashSet<>();

    JenaOracle(Reading reading, Rulebook rulebook) {
        this.reading = reading;
        this.rulebook = rulebook;
        triples = new TurtleShape(reading.sources().graph());
        Graph graph = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(graph, reading.sources().graph());
        for (Clause clause : rulebook.clauses()) {
            Node node = node(clause);
            sites(graph, clause.number() + "/applies", triples.one(node, PL.term("appliesWhen")));
            List<Node> cases = cases(node);
            for (int i = 0; i < cases.size(); i++) {
                sites(graph, clause.number() + "/when/" + i, triples.one(cases.get(i), PL.term("when")));
                sites(graph, clause.number() + "/check/" + i, cases.get(i));
            }
        }
        for (Derivation derivation : rulebook.derivations()) {
            Node fact = definition(derivation.fact());
            Node measuredWhen = triples.one(fact, PL.term("measuredWhen"));
            if (derivation.fact().kind() == Fact.SITE) {
                sites(graph, derivation.fact().name() + "/measuredWhen", measuredWhen);
            } else {
                records(graph, derivation.fact().name() + "/measuredWhen", measuredWhen);
            }
            for (String term : FactReader.DERIVING) {
                Node spec = triples.one(fact, PL.term(term));
                records(
                        graph,
                        derivation.fact().name() + "/where",
                        spec == null ? null : triples.one(spec, PL.term("where")));
            }
        }
        shapes = Shapes.parse(graph);
    }

    private Node node(Clause clause) {
        return NodeFactory.createURI(rulebook.clauseIri(clause.number()));
    }

    private List<Node> cases(Node clause) {
        Node list = triples.one(clause, PL.term("cases"));
        return list == null ? List.of(clause) : triples.list(list);
    }

    private void sites(Graph graph, String name, Node part) {
        if (part != null) {
            Node shape = shape(graph, name, part);
            rulebook.classes()
                    .forEach(one ->
                            graph.add(Triple.create(shape, SH.TARGET_CLASS, NodeFactory.createURI(F.NS + one.name()))));
        }
    }

    private void records(Graph graph, String name, Node part) {
        if (part != null) {
            Node shape = shape(graph, name, part);
            rulebook.facts().stream()
                    .filter(fact -> fact.type() == Datatype.RECORDS)
                    .forEach(fact -> graph.add(Triple.create(shape, SH.term("targetObjectsOf"), definition(fact))));
        }
    }

    /** A shape of its own that holds exactly where {@code part} does. */
    private static Node shape(Graph graph, String name, Node part) {
        Node shape = NodeFactory.createURI(SHAPE + name);
        Node list = NodeFactory.createBlankNode();
        graph.add(Triple.create(shape, RDF.type.asNode(), SH.NODE_SHAPE));

        graph.add(Triple.create(shape, SH.AND, list));
        graph.add(Triple.create(list, RDF.first.asNode(), part));
        graph.add(Triple.create(list, RDF.rest.asNode(), RDF.nil.asNode()));
        return shape;
    }

    /** Validates data; {@link #outcome} then answers about its sites. */
    void validate(Graph data) {
        violated.clear();
        ShaclValidator.get()
                .validate(shapes, data)
                .getEntries()
                .forEach(entry -> violated.add(entry.source().toString() + " " + entry.focusNode()));
    }

    private boolean conforms(String name, String site) {
        return !violated.contains(SHAPE + name + " " + site);
    }

    /** The outcome of a clause for a site of the data, by the first case whose guard Jena finds to hold. */
    Outcome outcome(Clause clause, int siteClass, String site) {
        if (!clause.concerns(siteClass) || !conforms(clause.number() + "/applies", site)) {
            return Outcome.INAPPLICABLE;
        }
        for (int i = 0; i < clause.cases().size(); i++) {
            Clause.Case one = clause.cases().get(i);
            if ((one.classes() >> siteClass & 1) == 1 && conforms(clause.number() + "/when/" + i, site)) {
                boolean holds = conforms(clause.number() + "/check/" + i, site);
                boolean may = one.obligation() == Obligation.MAY;
                return holds ? Outcome.PASSED : may ? Outcome.INAPPLICABLE : Outcome.FAILED;
            }
        }
        return Outcome.INAPPLICABLE;
    }

    /** Whether the records or sites named fulfil the {@code pl:where} or {@code pl:measuredWhen} of a derived fact. */
    boolean holds(Fact derived, String part, Node node) {
        return conforms(derived.name() + "/" + part, node.toString());
    }

    /** The expression of a derived fact as Jena evaluates it over the facts of one subject; empty where it is an error. */
    Optional<NodeValue> value(Fact derived, Subject subject, int onDay) {
        DateFunctions.register(rulebook.calendar());
        Expr expr = ExpressionSyntax.parse(reading.lexical(definition(derived), PL.term("expression")));
        BindingBuilder binding = Binding.builder();
        binding.add(Var.alloc("onDate"), DateFunctions.date(onDay));
        for (Fact fact : rulebook.facts()) {
            boolean simple = fact.type().ordered() || fact.type() == Datatype.BOOLEAN;
            if (fact.kind() == derived.kind()
                    && simple
                    && subject.state(fact.slot()) == Subject.VALUE
                    && expr.getVarsMentioned().contains(Var.alloc(fact.name()))) {
                binding.add(Var.alloc(fact.name()), CompletedFacts.literal(fact, subject.value(fact.slot()), null));
            }
        }
        try {
            return Optional.of(expr.eval(binding.build(), new FunctionEnvBase(ARQ.getContext())));
        } catch (ExprEvalException | ArithmeticException e) {
            // Jena lets a division by zero inside some expressions through as an ArithmeticException.
            return Optional.empty();
        }
    }

    private static Node definition(Fact fact) {
        return NodeFactory.createURI(F.NS + fact.name());
    }

    /** A number as the evaluator keeps it: millionths after one rounding half to even; a boolean as 0 or 1. */
    static long micros(NodeValue value) {
        if (value.isBoolean()) {
            return value.getBoolean() ? 1 : 0;
        }
        BigDecimal number = value.isInteger() ? new BigDecimal(value.getInteger()) : value.getDecimal();
        return number.setScale(6, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }
}
