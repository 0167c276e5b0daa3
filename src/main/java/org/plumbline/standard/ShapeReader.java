package org.plumbline.standard;

import static org.plumbline.standard.Reading.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.SH;
import org.plumbline.rulebook.Comparison;
import org.plumbline.rulebook.Condition;
import org.plumbline.rulebook.Condition.All;
import org.plumbline.rulebook.Condition.Any;
import org.plumbline.rulebook.Condition.Not;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Members.Has;
import org.plumbline.rulebook.Records.CountRecords;
import org.plumbline.rulebook.Records.Each;
import org.plumbline.rulebook.Records.Found;

/** Reads SHACL shapes of the allowed profile into conditions and refuses everything else, each with what to write instead. */
final class ShapeReader {
    private static final Set<String> LOGIC = Set.of("property", "node", "and", "or", "not");

    /** Far beyond any standard: blank nodes that are used in several places multiply with each level. */
    private static final int MOST = 10_000;

    private final Reading reading;
    private final FactIndex index;
    private final AtomReader atoms;
    private int read;

    ShapeReader(Reading reading, FactBook book, FactIndex index) {
        this.reading = reading;
        this.index = index;
        atoms = new AtomReader(reading, book);
    }

    /**
     * The condition that a shape states about a subject.
     *
     * @param shape a node shape or property shape; other than SHACL terms are left to who reads the clause
     * @param kind {@link Fact#SITE} or a record kind
     * @return null when the shape states nothing
     */
    @Nullable
    Condition shape(Node shape, int kind) {
        return shape(shape, kind, 0);
    }

    private @Nullable Condition shape(Node shape, int kind, int depth) {
        if (depth > 12 || ++read > MOST) {
            reading.error(
                    shape,
                    "The shapes are nested too deep or refer to themselves, which has no one meaning. Flatten them.");
            return null;
        }
        refuseUnknown(shape);
        if (reading.has(shape, sh("path"))) {
            return property(shape, kind, depth);
        }
        List<Condition> parts = logic(shape, kind, depth);
        for (String term : Terms.ALLOWED) {
            if (!LOGIC.contains(term) && reading.has(shape, sh(term))) {
                reading.error(shape, sh(term), "sh:" + term + " needs a sh:path beside it to say which fact is meant.");
            }
        }
        return all(parts);
    }

    private List<Condition> logic(Node shape, int kind, int depth) {
        List<Condition> parts = new ArrayList<>();
        for (String term : List.of("property", "node")) {
            for (Node part : reading.all(shape, sh(term))) {
                if (part.isURI()) {
                    reading.error(
                            shape,
                            sh(term),
                            "A shape stands where it is used, so that a clause can be read on its own. "
                                    + "Write it in place of " + Reading.name(part) + ".");
                    continue;
                }
                if (term.equals("property") != reading.has(part, sh("path"))) {
                    reading.error(
                            shape,
                            sh(term),
                            term.equals("node")
                                    ? "sh:node takes a shape without sh:path, and other engines refuse the file. "
                                            + "Write sh:property [ … ]."
                                    : "sh:property takes a shape with sh:path, and other engines refuse the file. "
                                            + "Write sh:node [ … ].");
                }
                add(parts, shape(part, kind, depth + 1));
            }
        }
        for (Node list : reading.all(shape, sh("and"))) {
            add(parts, all(members(list, kind, depth)));
        }
        for (Node list : reading.all(shape, sh("or"))) {
            List<Condition> members = members(list, kind, depth);
            add(parts, members.size() == 1 ? members.getFirst() : members.isEmpty() ? null : new Any(members));
        }
        for (Node part : reading.all(shape, sh("not"))) {
            Condition inner = shape(part, kind, depth + 1);
            if (inner != null) {
                atoms.checkNegation(shape, inner);
                add(parts, new Not(inner));
            }
        }
        return parts;
    }

    private List<Condition> members(Node list, int kind, int depth) {
        List<Condition> members = new ArrayList<>();
        for (Node member : reading.list(list)) {
            add(members, shape(member, kind, depth + 1));
        }
        return members;
    }

    private @Nullable Condition property(Node shape, int kind, int depth) {
        Node path = reading.one(shape, sh("path"));
        if (path == null) {
            return null;
        }
        if (!path.isURI()) {
            return throughRecords(shape, path, kind);
        }
        Fact fact = fact(shape, path, kind);
        if (fact == null) {
            return null;
        }
        List<Condition> parts = atoms.read(shape, fact, other -> fact(shape, other, kind));
        parts.addAll(onRecords(shape, fact, depth));
        if (parts.isEmpty()) {
            reading.error(
                    shape,
                    "The property says nothing about " + Reading.name(path)
                            + ", so that it would always pass. Add a constraint such as sh:minInclusive.");
        }
        return all(parts);
    }

    /** What a property shape says of each record of a record fact, and how many it counts. */
    private List<Condition> onRecords(Node shape, Fact fact, int depth) {
        List<Condition> parts = new ArrayList<>();
        boolean nested = LOGIC.stream().anyMatch(term -> reading.has(shape, sh(term)));
        Node qualified = reading.one(shape, sh("qualifiedValueShape"));
        if (fact.type() != Datatype.RECORDS) {
            if (nested) {
                reading.error(
                        shape,
                        "Only nested records have properties of their own. Put each constraint on f:" + fact.name()
                                + " into a property of its own and join them with sh:or or sh:and.");
            }
            return parts;
        }
        if (nested) {
            Condition each = all(logic(shape, fact.recordKind(), depth));
            add(parts, each == null ? null : new Each(fact, each));
        }
        if (qualified != null) {
            Condition part = shape(qualified, fact.recordKind(), depth + 1);
            if (part != null) {
                atoms.counts(shape, "qualifiedMinCount", "qualifiedMaxCount")
                        .forEach((comparison, limit) -> parts.add(new CountRecords(fact, part, comparison, limit)));
            }
        }
        return parts;
    }

    /** A path through a record fact to a fact of its records. */
    private @Nullable Condition throughRecords(Node shape, Node path, int kind) {
        List<Node> steps = reading.list(path);
        if (steps.size() != 2 || !steps.stream().allMatch(Node::isURI)) {
            reading.error(
                    shape,
                    sh("path"),
                    "The path is neither one fact nor a record fact and then a fact of its records. "
                            + "Write sh:path f:fact or sh:path ( f:recordFact f:fact ).");
            return null;
        }
        Fact records = fact(shape, steps.get(0), kind);
        if (records == null) {
            return null;
        }
        if (records.type() != Datatype.RECORDS) {
            reading.error(
                    shape, sh("path"), "f:" + records.name() + " has no records, so that the path leads nowhere.");
            return null;
        }
        Fact member = fact(shape, steps.get(1), records.recordKind());
        if (member == null) {
            return null;
        }
        if (reading.has(shape, sh("lessThan")) || reading.has(shape, sh("lessThanOrEquals"))) {
            reading.error(
                    shape,
                    "On a path through records SHACL compares with a fact of the site, not of the record. Write "
                            + "sh:path f:" + records.name() + " ; sh:property [ sh:path f:" + member.name()
                            + " ; … ].");
            return null;
        }
        List<Condition> parts = new ArrayList<>();
        for (Condition atom : atoms.read(shape, member, other -> fact(shape, other, records.recordKind()))) {
            if (atom instanceof Has has) {
                // Each required code may be in another record: one room is the reading room, another the hall.
                parts.add(new Found(records, member, has.members()));
            } else {
                parts.add(
                        atoms.existential(shape, atom)
                                ? new CountRecords(records, atom, Comparison.AT_LEAST, 1)
                                : new Each(records, atom));
            }
        }
        return all(parts);
    }

    private @Nullable Fact fact(Node shape, Node node, int kind) {
        Fact fact = index.fact(local(node));
        if (fact == null || !FactReader.isFact(node)) {
            reading.error(
                    shape,
                    sh("path"),
                    Reading.name(node)
                            + " is not a fact of the vocabulary, so that nobody could ever state it. Define it under facts/ or correct the name."
                            + Terms.suggestion(local(node), index.names()));
            return null;
        }
        if (fact.kind() != kind) {
            reading.error(
                    shape,
                    sh("path"),
                    "f:" + fact.name() + " belongs to "
                            + (fact.kind() == Fact.SITE ? "the site" : "records of another kind")
                            + " and cannot be read here. Reach it through its record fact, or leave the record.");
            return null;
        }
        return fact;
    }

    private void refuseUnknown(Node shape) {
        for (Triple triple : reading.triples(shape, Node.ANY)) {
            Node predicate = triple.getPredicate();
            if (shape.isBlank()
                    && !predicate.getURI().startsWith(SH.NS)
                    && !predicate.equals(RDF.type.asNode())
                    && !Set.of("appliesTo", "when", "points", "obligation", "text", "grading")
                            .contains(local(predicate))) {
                reading.error(
                        shape,
                        predicate,
                        Reading.name(predicate) + " has no meaning in a shape. Remove it or correct the name."
                                + Terms.suggestion(local(predicate), Terms.ALLOWED));
            }
        }
    }

    static @Nullable Condition all(List<Condition> parts) {
        return parts.isEmpty() ? null : parts.size() == 1 ? parts.getFirst() : new All(List.copyOf(parts));
    }

    private static void add(List<Condition> parts, @Nullable Condition part) {
        if (part != null) {
            parts.add(part);
        }
    }

    static Node sh(String term) {
        return SH.term(term);
    }
}
