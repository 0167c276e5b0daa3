package org.plumbline.fact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.FactDefinition;

/**
 * A value of a graph as the text of a cell, which the cell's reader checks further; with what is wrong about its datatype, which
 * a cell does not show.
 *
 * @param text its text, also of a wrong one, so that it comes back with the row
 * @param wrong what is wrong and what to write instead; null when nothing is
 */
record GraphValue(String text, @Nullable Text wrong) {
    private static final String CODE = "https://w3id.org/plumbline/code/";
    /** Decimal digits that a binary number keeps: JSON writes 480.5, and its readers make 4.805E2 of it. */
    private static final MathContext KEPT = new MathContext(15);

    /** Whole numbers, as other programs like to type them. */
    private static final Set<String> WHOLE = Set.of(
            "integer",
            "int",
            "long",
            "short",
            "byte",
            "nonNegativeInteger",
            "positiveInteger",
            "unsignedInt",
            "unsignedLong",
            "unsignedShort",
            "unsignedByte");

    static GraphValue of(FactDefinition fact, Node node, GraphFile file) {
        CodeList codes = fact.codes();
        if (codes != null) {
            return code(codes, node, file);
        }
        if (!node.isLiteral()) {
            return wrong(
                    GraphFile.local(node),
                    "是一个资源（" + file.shown(node) + "），而这里要写" + literal(fact).zh(),
                    "is a resource (" + file.shown(node) + "), and a literal belongs here: write "
                            + literal(fact).en());
        }
        String text = node.getLiteralLexicalForm();
        String type = node.getLiteralDatatypeURI();
        if (file.json() && type.equals(XSD.xdouble.getURI()) && fact.type() == Datatype.DECIMAL) {
            return new GraphValue(decimal(text), null);
        }
        boolean whole = type.startsWith(XSD.getURI())
                && WHOLE.contains(type.substring(XSD.getURI().length()));
        boolean right = switch (fact.type()) {
            case BOOLEAN -> type.equals(XSD.xboolean.getURI());
            case INTEGER, DECIMAL -> whole || type.equals(XSD.decimal.getURI());
            case DATE -> type.equals(XSD.date.getURI());
            case TEXT -> type.equals(XSD.xstring.getURI());
            case CODE, CODES, RECORDS -> false;
        };
        return right
                ? new GraphValue(text, null)
                : wrong(
                        text,
                        "的类型是 " + shortType(node) + "。请写成" + literal(fact).zh(),
                        "is an " + shortType(node) + ": write " + literal(fact).en());
    }

    private static GraphValue code(CodeList codes, Node node, GraphFile file) {
        String list = CODE + codes.name() + "/";
        if (node.isURI() && node.getURI().startsWith(list)) {
            return new GraphValue(GraphFile.local(node), null);
        }
        String text = node.isLiteral() ? node.getLiteralLexicalForm() : GraphFile.local(node);
        return wrong(
                text,
                "（" + file.shown(node) + "）不是代码表 " + codes.name() + " 的代码。请写 <" + list + "…>",
                "(" + file.shown(node) + ") is no code of the list " + codes.name() + ": write <" + list + "…>");
    }

    private static String decimal(String text) {
        try {
            BigDecimal number = new BigDecimal(text).round(KEPT).stripTrailingZeros();
            // Written out, 1E2000000000 would have two thousand million digits.
            return Math.abs((long) number.precision() - number.scale()) > 30 ? text : number.toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Text literal(FactDefinition fact) {
        return switch (fact.type()) {
            case BOOLEAN -> new Text(" true 或 false", "true or false");
            case INTEGER -> new Text("整数，例如 12", "a whole number such as 12");
            case DECIMAL -> new Text("小数，例如 480.5，不带指数", "a plain decimal such as 480.5, without an exponent");
            case DATE -> new Text(" \"2026-09-01\"^^xsd:date", "\"2026-09-01\"^^xsd:date");
            case TEXT -> new Text("不带语言标记的文字", "a text in quotes without a language");
            case CODE, CODES -> new Text("代码", "a code");
            case RECORDS -> new Text("明细的IRI", "the IRI of a record");
        };
    }

    private static String shortType(Node literal) {
        String language = literal.getLiteralLanguage();
        String type = literal.getLiteralDatatypeURI();
        return language.isEmpty()
                ? type.startsWith(XSD.getURI())
                        ? "xsd:" + type.substring(XSD.getURI().length())
                        : "<" + type + ">"
                : "rdf:langString@" + language;
    }

    private static GraphValue wrong(String text, String zh, String en) {
        return new GraphValue(text, new Text(zh, en));
    }
}
