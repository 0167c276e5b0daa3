package org.plumbline.standard;

import static org.plumbline.standard.ShapeReader.sh;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Atoms.AtMostOther;
import org.plumbline.rulebook.Atoms.Bound;
import org.plumbline.rulebook.Atoms.Count;
import org.plumbline.rulebook.Atoms.Equal;
import org.plumbline.rulebook.Atoms.Matches;
import org.plumbline.rulebook.Comparison;
import org.plumbline.rulebook.Condition;
import org.plumbline.rulebook.Condition.All;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Members.AllIn;
import org.plumbline.rulebook.Members.CountIn;
import org.plumbline.rulebook.Members.Has;

/** Reads the constraints that a property shape puts on the values of one fact, and keeps SHACL and three-valued logic one. */
final class AtomReader {
    private static final Map<String, Comparison> RANGES = Map.of(
            "minInclusive", Comparison.AT_LEAST,
            "minExclusive", Comparison.MORE_THAN,
            "maxInclusive", Comparison.AT_MOST,
            "maxExclusive", Comparison.LESS_THAN);

    private final Reading reading;
    private final ValueReader literals;
    private final NoneAnalysis none;

    AtomReader(Reading reading, FactBook book) {
        this.reading = reading;
        literals = new ValueReader(reading);
        none = new NoneAnalysis(reading, book);
    }

    /** The constraints on one fact; record facts only take counts here. */
    List<Condition> read(Node shape, Fact fact, Function<Node, @Nullable Fact> facts) {
        List<Condition> parts = new ArrayList<>();
        counts(shape, "minCount", "maxCount")
                .forEach((comparison, limit) -> parts.add(new Count(fact, comparison, limit)));
        hasValues(shape, fact, parts);
        Node in = reading.one(shape, sh("in"));
        if (in != null) {
            addIn(shape, fact, in, parts);
        }
        for (String term : List.of("minInclusive", "minExclusive", "maxInclusive", "maxExclusive")) {
            Node value = reading.one(shape, sh(term));
            Comparison comparison = RANGES.get(term);
            if (value != null && comparison != null && checkRange(shape, fact, term)) {
                Long limit = literals.value(shape, fact, value);
                if (limit != null) {
                    parts.add(new Bound(fact, comparison, limit));
                }
            }
        }
        addPattern(shape, fact, parts);
        for (String term : List.of("lessThan", "lessThanOrEquals")) {
            Node other = reading.one(shape, sh(term));
            Fact second = other == null ? null : facts.apply(other);
            if (second != null && checkRange(shape, fact, term)) {
                Comparison comparison = term.equals("lessThan") ? Comparison.LESS_THAN : Comparison.AT_MOST;
                parts.add(new AtMostOther(fact, comparison, second));
            }
        }
        addCodeCount(shape, fact, parts);
        return parts;
    }

    /** Whether a constraint asks that some value exists, not something of all values. */
    boolean existential(Node shape, Condition atom) {
        if (atom instanceof Count count && (count.comparison() != Comparison.AT_LEAST || count.limit() != 1)) {
            reading.error(
                    shape,
                    sh(count.comparison() == Comparison.AT_LEAST ? "minCount" : "maxCount"),
                    "On a path through records only sh:minCount 1 can be counted, since equal values count once. "
                            + "Count records with sh:qualifiedValueShape.");
        }
        return atom instanceof Count || atom instanceof Has || atom instanceof Equal;
    }

    /** A negation is sound only around one value, or one list or range on a single fact that must be there. */
    void checkNegation(Node shape, Condition inner) {
        boolean value = inner instanceof Equal || inner instanceof Has has && Long.bitCount(has.members()) == 1;
        boolean range = inner instanceof All all
                && all.parts().size() == 2
                && all.parts().getFirst() instanceof Count count
                && count.comparison() == Comparison.AT_LEAST
                && count.limit() == 1
                && single(count.fact())
                && (all.parts().get(1) instanceof AllIn || all.parts().get(1) instanceof Bound);
        if (!value && !range) {
            reading.error(
                    shape,
                    sh("not"),
                    "sh:not may only stand around one sh:hasValue, or around sh:in or one range on a "
                            + "single-valued fact with sh:minCount 1; otherwise a missing fact would turn the check around. "
                            + "Write the opposite constraint instead.");
        }
    }

    private static boolean single(Fact fact) {
        return fact.type() != Datatype.CODES && fact.type() != Datatype.RECORDS;
    }

    /** The counts that two terms state, in the order least, most. */
    Map<Comparison, Long> counts(Node shape, String least, String most) {
        Map<Comparison, Long> counts = new EnumMap<>(Comparison.class);
        count(shape, least, Comparison.AT_LEAST, counts);
        count(shape, most, Comparison.AT_MOST, counts);
        return counts;
    }

    private void count(Node shape, String term, Comparison comparison, Map<Comparison, Long> counts) {
        String lexical = reading.lexical(shape, sh(term));
        if (lexical != null) {
            if (lexical.matches("\\d{1,6}")) {
                counts.put(comparison, Long.parseLong(lexical));
            } else {
                reading.error(
                        shape, sh(term), "sh:" + term + " takes a whole number not below 0, not \"" + lexical + "\".");
            }
        }
    }

    private void hasValues(Node shape, Fact fact, List<Condition> parts) {
        long members = 0;
        for (Node value : reading.all(shape, sh("hasValue"))) {
            if (refuseDecimal(shape, fact, "hasValue") || refuseForm(shape, fact, "hasValue", value)) {
                continue;
            }
            Long number = literals.value(shape, fact, value);
            if (number == null) {
                continue;
            }
            if (fact.codes() != null) {
                members |= 1L << number;
            } else {
                parts.add(new Equal(fact, number, fact.type() == Datatype.TEXT ? value.getLiteralLexicalForm() : null));
            }
        }
        if (members != 0) {
            parts.add(new Has(fact, members));
        }
    }

    private void addIn(Node shape, Fact fact, Node list, List<Condition> parts) {
        if (refuseDecimal(shape, fact, "in")) {
            return;
        }
        long members = 0;
        List<Long> numbers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Node cell : reading.cells(list)) {
            Node value = reading.one(cell, RDF.first.asNode());
            if (value == null || refuseForm(shape, fact, "in", value)) {
                return;
            }
            Long number = literals.value(cell, fact, value);
            if (number == null) {
                return;
            }
            if (fact.codes() != null) {
                members |= 1L << number;
            } else if (fact.type() == Datatype.TEXT) {
                texts.add(value.getLiteralLexicalForm());
            } else {
                numbers.add(number);
            }
        }
        parts.add(new AllIn(fact, members, List.copyOf(numbers), List.copyOf(texts)));
    }

    /** A whole number written otherwise, as 1.0 or 01, is another term than the one that facts are stated with. */
    private boolean refuseForm(Node shape, Fact fact, String term, Node value) {
        boolean other = fact.type() == Datatype.INTEGER
                && value.isLiteral()
                && !(value.getLiteralDatatypeURI().equals(XSD.integer.getURI())
                        && value.getLiteralLexicalForm().matches("0|-?[1-9]\\d*"));
        if (other) {
            reading.error(
                    shape,
                    sh(term),
                    "sh:" + term + " compares terms, and " + value + " is another term than the plain whole number. "
                            + "Write it without sign, leading zeros and decimals.");
        }
        return other;
    }

    private boolean refuseDecimal(Node shape, Fact fact, String term) {
        if (fact.type() == Datatype.DECIMAL) {
            reading.error(
                    shape,
                    sh(term),
                    "sh:" + term + " compares terms, and 1.0 is another term than 1.00. "
                            + "Write sh:minInclusive and sh:maxInclusive with the same value.");
        }
        return fact.type() == Datatype.DECIMAL;
    }

    private boolean checkRange(Node shape, Fact fact, String term) {
        if (!fact.type().ordered()) {
            reading.error(
                    shape,
                    sh(term),
                    "sh:" + term + " needs a number or a date, and f:" + fact.name()
                            + " is neither. Use sh:hasValue, sh:in or sh:minCount.");
            return false;
        }
        requireCount(shape, fact, term, "A range");
        return true;
    }

    private void requireCount(Node shape, Fact fact, String term, String what) {
        boolean counted = reading.has(shape, sh("minCount"));
        if (!counted && none.mayBeNone(fact.name())) {
            reading.error(
                    shape,
                    sh(term),
                    what + " on f:" + fact.name() + ", which can be observed as none, would pass where there is none. "
                            + "Add sh:minCount 1, or allow none openly with sh:or ( [ … sh:maxCount 0 ] [ … ] ).");
        }
    }

    private void addPattern(Node shape, Fact fact, List<Condition> parts) {
        String regex = reading.lexical(shape, sh("pattern"));
        if (regex == null) {
            return;
        }
        if (fact.type() != Datatype.TEXT) {
            reading.error(
                    shape, sh("pattern"), "sh:pattern needs a text, and f:" + fact.name() + " is none. Use sh:in.");
            return;
        }
        String fault = Patterns.fault(regex);
        if (fault != null) {
            reading.error(shape, sh("pattern"), fault);
            return;
        }
        requireCount(shape, fact, "pattern", "A pattern");
        parts.add(new Matches(fact, regex));
    }

    private void addCodeCount(Node shape, Fact fact, List<Condition> parts) {
        Node qualified = reading.one(shape, sh("qualifiedValueShape"));
        if (qualified == null || fact.type() == Datatype.RECORDS) {
            return;
        }
        Node in = reading.one(qualified, sh("in"));
        if (in == null
                || fact.codes() == null
                || reading.triples(qualified, Node.ANY).size() != 1) {
            reading.error(
                    shape,
                    sh("qualifiedValueShape"),
                    "Values are counted by sh:in over codes, records by a shape. "
                            + "Write sh:qualifiedValueShape [ sh:in ( … ) ] on a fact with a code list.");
            return;
        }
        long members = 0;
        for (Node value : reading.list(in)) {
            Long bit = literals.value(shape, fact, value);
            members |= bit == null ? 0 : 1L << bit;
        }
        long counted = members;
        counts(shape, "qualifiedMinCount", "qualifiedMaxCount")
                .forEach((comparison, limit) -> parts.add(new CountIn(fact, counted, comparison, limit)));
    }
}
