package org.plumbline.standard;

import static org.plumbline.standard.Reading.local;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Aggregate;
import org.plumbline.rulebook.Condition;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Derivation;
import org.plumbline.rulebook.Expression;
import org.plumbline.rulebook.Fact;

/** Reads derived facts and puts them into an order in which each follows those it reads. */
final class DerivationReader {
    private final Reading reading;
    private final FactBook book;
    private final FactIndex index;
    private final ShapeReader shapes;
    private final Map<String, Derivation> done = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Magnitudes magnitudes = new Magnitudes();

    DerivationReader(Reading reading, FactBook book, FactIndex index, ShapeReader shapes) {
        this.reading = reading;
        this.book = book;
        this.index = index;
        this.shapes = shapes;
    }

    /** All derivations of the facts in the index, those of nested records first. */
    List<Derivation> read() {
        for (Fact fact : index.facts()) {
            if (fact.role() == Fact.Role.DERIVED) {
                visit(fact);
            }
        }
        List<Derivation> sorted = new ArrayList<>(done.values());
        sorted.sort(
                (a, b) -> Boolean.compare(a.fact().kind() == Fact.SITE, b.fact().kind() == Fact.SITE));
        reading.about("");
        return List.copyOf(sorted);
    }

    private void visit(Fact fact) {
        if (done.containsKey(fact.name())) {
            return;
        }
        Node node = node(fact);
        if (!open.add(fact.name())) {
            reading.about("fact f:" + fact.name());
            reading.error(
                    node,
                    deriving(node),
                    "The fact is derived from itself, so that it has no value. Break the circle of "
                            + String.join(", ", new TreeSet<>(open)) + ".");
            return;
        }
        Derivation derivation = derivation(fact, node);
        if (derivation != null) {
            derivation.facts(operand -> {
                if (operand.role() == Fact.Role.DERIVED) {
                    visit(operand);
                }
            });
            reading.about("fact f:" + fact.name());
            check(derivation, node);
            done.put(fact.name(), derivation);
        }
        open.remove(fact.name());
    }

    private Node node(Fact fact) {
        FactDefinition definition = book.facts().get(fact.name());
        return definition == null ? Reading.iri(fact.name()) : definition.node();
    }

    /** The property that says how a fact is derived. */
    private Node deriving(Node node) {
        return FactReader.DERIVING.stream()
                .map(PL::term)
                .filter(term -> reading.has(node, term))
                .findFirst()
                .orElse(node);
    }

    private @Nullable Derivation derivation(Fact fact, Node node) {
        reading.about("fact f:" + fact.name());
        Node measured = reading.one(node, PL.term("measuredWhen"));
        Condition measuredWhen = measured == null ? null : shapes.shape(measured, fact.kind());
        String text = reading.lexical(node, PL.term("expression"));
        if (text != null) {
            try {
                Expression expression = new ExpressionReader(index, fact.kind()).read(text);
                checkType(fact, node, expression);
                return new Derivation(fact, expression, null, measuredWhen);
            } catch (Operands.Refused e) {
                reading.error(node, PL.term("expression"), String.valueOf(e.getMessage()));
                return null;
            }
        }
        Aggregate aggregate = aggregate(fact, node, measured != null);
        return aggregate == null ? null : new Derivation(fact, null, aggregate, measuredWhen);
    }

    private void checkType(Fact fact, Node node, Expression expression) {
        boolean fits = switch (expression.type()) {
            case BOOLEAN -> fact.type() == Datatype.BOOLEAN;
            case DATE -> fact.type() == Datatype.DATE;
            case NUMBER ->
                fact.type() == Datatype.DECIMAL
                        || fact.type() == Datatype.INTEGER && expression.scale() == 0 && !Operands.fraction(expression);
        };
        if (!fits) {
            reading.error(
                    node,
                    PL.term("datatype"),
                    "The expression yields another datatype than the fact declares ("
                            + fact.type().name().toLowerCase(Locale.ROOT)
                            + "). Correct pl:datatype, or round with CEIL, FLOOR or ROUND.");
        }
    }

    private @Nullable Aggregate aggregate(Fact fact, Node node, boolean guarded) {
        for (String term : List.of("count", "sum", "min", "max")) {
            Node spec = reading.one(node, PL.term(term));
            if (spec == null) {
                continue;
            }
            Node path = reading.one(spec, PL.term("path"));
            List<Node> steps = path == null ? List.of() : path.isURI() ? List.of(path) : reading.list(path);
            Fact records = steps.isEmpty() ? null : index.fact(local(steps.getFirst()));
            Fact member = steps.size() < 2 ? null : index.fact(local(steps.get(1)));
            boolean count = term.equals("count");
            if (count && fact.type() != Datatype.INTEGER) {
                reading.error(node, PL.term("datatype"), "A count is a whole number. Write pl:datatype xsd:integer.");
            }
            if (records == null
                    || records.type() != Datatype.RECORDS
                    || count == (steps.size() == 2)
                    || !count && (member == null || !member.type().number())) {
                reading.error(
                        node,
                        PL.term(term),
                        "pl:" + term
                                + (count
                                        ? " needs pl:path f:recordFact."
                                        : " needs pl:path ( f:recordFact f:number )."));
                return null;
            }
            if (records.key() != null && !count && !guarded) {
                reading.error(
                        node,
                        PL.term(term),
                        "Absent members of a series are unmeasured, so that a " + term
                                + " over those reported could be turned around by the next. Add pl:measuredWhen on a count of members.");
            }
            Node where = reading.one(spec, PL.term("where"));
            Condition condition = where == null ? null : shapes.shape(where, records.recordKind());
            return new Aggregate(Aggregate.Function.valueOf(term.toUpperCase(Locale.ROOT)), records, member, condition);
        }
        return null;
    }

    private void check(Derivation derivation, Node node) {
        try {
            magnitudes.check(derivation);
        } catch (Magnitudes.Overflow e) {
            reading.error(
                    node,
                    deriving(node),
                    "Within the hard limits of its facts " + e.getMessage()
                            + ", more than 64 bits hold exactly. Tighten pl:limit of the facts, or divide earlier.");
        }
    }
}
