package org.plumbline.standard;

import java.time.format.DateTimeParseException;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Micros;

/** Reads RDF values as values of a fact, checking datatype and code list. */
final class ValueReader {
    private final Reading reading;

    ValueReader(Reading reading) {
        this.reading = reading;
    }

    /**
     * The value of {@code node} as the fact holds it: millionths, day, 0 or 1, index of a code; 0 for a text.
     *
     * @return null after a finding where {@code at} names it when it is no value of this fact
     */
    @Nullable
    Long value(Node at, Fact fact, Node node) {
        CodeList codes = fact.codes();
        if (codes != null) {
            int index = node.isURI() && node.getURI().contains("/code/" + codes.name() + "/")
                    ? codes.indexOf(Reading.local(node))
                    : -1;
            if (index < 0) {
                reading.error(
                        at,
                        node,
                        Reading.name(node) + " is not a code of the list " + codes.name()
                                + " that f:" + fact.name() + " takes. Use one of its codes or add it there."
                                + Terms.suggestion(Reading.local(node), new java.util.TreeSet<>(codes.codes())));
                return null;
            }
            return (long) index;
        }
        String fault = "a literal of its datatype";
        if (node.isLiteral()) {
            String text = node.getLiteralLexicalForm();
            boolean number = node.getLiteralDatatypeURI().equals(XSD.integer.getURI())
                    || node.getLiteralDatatypeURI().equals(XSD.decimal.getURI());
            try {
                switch (fact.type()) {
                    case BOOLEAN -> {
                        if (text.equals("true") || text.equals("false")) {
                            return text.equals("true") ? 1L : 0L;
                        }
                        fault = "true or false";
                    }
                    case INTEGER -> {
                        fault = "a whole number";
                        if (number && Micros.parse(text) % Micros.ONE == 0) {
                            return Micros.parse(text);
                        }
                    }
                    case DECIMAL -> {
                        fault = "a plain decimal number with at most six decimals";
                        if (number) {
                            return Micros.parse(text);
                        }
                    }
                    case DATE -> {
                        fault = "a date \"YYYY-MM-DD\"^^xsd:date";
                        if (node.getLiteralDatatypeURI().equals(XSD.date.getURI())) {
                            return (long) Dates.day(text);
                        }
                    }
                    case TEXT -> {
                        fault = "a text in quotes";
                        if (node.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
                            return 0L;
                        }
                    }
                    default -> fault = "a record";
                }
            } catch (NumberFormatException | DateTimeParseException e) {
                fault += " (" + e.getMessage() + ")";
            }
        }
        reading.error(
                at,
                node,
                node.toString() + " is not a value that f:" + fact.name()
                        + " can have, so that the check would never hold. " + "Write " + fault + ".");
        return null;
    }
}
