package org.plumbline.rdf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.util.Set;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sys.JenaSystem;

/**
 * Literals in their one canonical form, so that equal values are equal bytes: 20.00 becomes 20.0, +007 becomes 7, 1 becomes
 * true, text is NFC and trimmed. Numbers with an exponent are refused, for a binary fraction has no exact decimal value.
 */
public final class Literals {
    static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    private static final Set<String> WHOLE = Set.of(
            "integer",
            "long",
            "int",
            "short",
            "byte",
            "nonNegativeInteger",
            "positiveInteger",
            "nonPositiveInteger",
            "negativeInteger",
            "unsignedLong",
            "unsignedInt",
            "unsignedShort",
            "unsignedByte");

    static {
        JenaSystem.init();
    }

    private Literals() {}

    /**
     * The same literal in canonical form.
     *
     * @throws IllegalArgumentException when the text is no value of its datatype, or the datatype is xsd:double or xsd:float
     */
    public static Node canonical(Node literal) {
        var language = literal.getLiteralLanguage();
        if (!language.isEmpty()) return NodeFactory.createLiteralLang(text(literal.getLiteralLexicalForm()), language);
        var datatype = literal.getLiteralDatatypeURI();
        var lexical = lexical(literal.getLiteralLexicalForm(), datatype);
        return lexical.equals(literal.getLiteralLexicalForm())
                ? literal
                : NodeFactory.createLiteralDT(lexical, TypeMapper.getInstance().getSafeTypeByName(datatype));
    }

    /** Text in normal form C, without white space at either end. */
    public static String text(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** A text literal, canonical. */
    public static Node string(String text) {
        return NodeFactory.createLiteralString(text(text));
    }

    /** A text literal in a language, canonical. */
    public static Node string(String text, String language) {
        return NodeFactory.createLiteralLang(text(text), language);
    }

    /** An xsd:date, canonical. */
    public static Node date(LocalDate date) {
        return NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate);
    }

    /** An xsd:dateTime in UTC, canonical. */
    public static Node time(Instant instant) {
        return NodeFactory.createLiteralDT(instantText(instant), XSDDatatype.XSDdateTime);
    }

    /** An xsd:integer, canonical. */
    public static Node integer(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }

    /** An xsd:decimal, canonical. */
    public static Node decimal(BigDecimal value) {
        return NodeFactory.createLiteralDT(decimalText(value), XSDDatatype.XSDdecimal);
    }

    /** An xsd:boolean, canonical. */
    public static Node bool(boolean value) {
        return NodeFactory.createLiteralDT(Boolean.toString(value), XSDDatatype.XSDboolean);
    }

    private static String lexical(String lexical, String datatype) {
        var text = text(lexical);
        if (!datatype.startsWith(XSD)) return text;
        var name = datatype.substring(XSD.length());
        try {
            return switch (name) {
                case "decimal" -> decimalText(plain(text));
                case "boolean" -> bool(text);
                case "date" -> LocalDate.parse(text).toString();
                case "dateTime" -> instantText(OffsetDateTime.parse(text).toInstant());
                case "double", "float" ->
                    throw new IllegalArgumentException("\"" + text + "\" is an xsd:" + name
                            + ", which has no exact decimal value: write it as a decimal without exponent");
                default -> WHOLE.contains(name) ? whole(text) : text;
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no xsd:" + name, e);
        }
    }

    private static BigDecimal plain(String text) {
        if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) throw new NumberFormatException("exponent");
        return new BigDecimal(text);
    }

    private static String decimalText(BigDecimal value) {
        var text = value.stripTrailingZeros().toPlainString();
        return text.indexOf('.') < 0 ? text + ".0" : text;
    }

    private static String whole(String text) {
        return new BigInteger(text).toString();
    }

    private static String bool(String text) {
        return switch (text) {
            case "true", "1" -> "true";
            case "false", "0" -> "false";
            default -> throw new IllegalArgumentException("\"" + text + "\" is no xsd:boolean: write true or false");
        };
    }

    /** XSD wants no trailing zeros in the fraction; Java writes fractions in groups of three digits. */
    private static String instantText(Instant instant) {
        var text = instant.toString();
        if (instant.get(ChronoField.NANO_OF_SECOND) == 0) return text;
        return text.replaceFirst("0+Z$", "Z");
    }

    /** What is quoted of a file, as one line that no terminal takes for a command: characters that nobody sees are replaced. */
    public static String shown(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "\uFFFD");
    }

    /** The same, at most so many characters of it. */
    public static String shown(String text, int most) {
        String plain = shown(text);
        return plain.length() > most ? plain.substring(0, most) + "…" : plain;
    }
}
