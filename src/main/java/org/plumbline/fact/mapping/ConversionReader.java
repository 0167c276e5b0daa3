package org.plumbline.fact.mapping;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.mapping.Mapping.About;
import org.plumbline.fact.mapping.Mapping.Conversion;
import org.plumbline.fact.mapping.Mapping.Use;
import org.plumbline.rdf.CSVW;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.SKOS;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Datatype;
import org.plumbline.standard.FactDefinition;

/** Reads how the cells of a column are to be understood. */
final class ConversionReader {
    private static final String CODE = "https://w3id.org/plumbline/code/";
    /** Year, month and day, each once, between signs that are no letters of the pattern's language. */
    private static final String DATES =
            "(?=.*y)(?=.*M)(?=.*d)[^A-Za-z'\\[\\]{}#]*(?:(?:yyyy|MM?|dd?)[^A-Za-z'\\[\\]{}#]*){3}";

    private final MappingGraph graph;
    private final Node node;

    ConversionReader(MappingGraph graph, Node node) {
        this.graph = graph;
        this.node = node;
    }

    Conversion read(@Nullable FactDefinition fact, Use use) {
        Node datatype = graph.one(node, CSVW.DATATYPE);
        Node base = datatype;
        String format = null;
        if (datatype != null && !datatype.isURI()) {
            base = graph.one(datatype, CSVW.BASE);
            format = graph.text(datatype, CSVW.FORMAT);
        }
        boolean date = is(base, XSD.date.getURI());
        boolean truth = is(base, XSD.xboolean.getURI());
        type(fact, use, base, format);
        BigDecimal factor = factor(fact, use);
        return new Conversion(
                List.copyOf(graph.texts(node, CSVW.NULL)),
                graph.text(node, CSVW.DEFAULT),
                graph.flag(node, CSVW.REQUIRED),
                graph.text(node, CSVW.SEPARATOR),
                date && format != null ? dates(format) : null,
                truth && format != null ? truths(format) : List.of(),
                factor,
                codes(fact, use));
    }

    private static boolean is(@Nullable Node base, String iri) {
        return base != null && base.isURI() && base.getURI().equals(iri);
    }

    private void type(@Nullable FactDefinition fact, Use use, @Nullable Node base, @Nullable String format) {
        if (base == null) {
            if (format != null) {
                graph.error(node, CSVW.DATATYPE, "csvw:format needs csvw:base. Add csvw:base xsd:date or xsd:boolean.");
            }
            return;
        }
        boolean day = use instanceof Use.Identity(var id) && id == About.OBSERVED_ON;
        Datatype wanted = fact == null ? (day ? Datatype.DATE : Datatype.TEXT) : fact.type();
        String local = MappingGraph.local(base);
        boolean right = switch (wanted) {
            case DATE -> local.equals("date");
            case BOOLEAN -> local.equals("boolean");
            case INTEGER -> local.equals("integer");
            case DECIMAL -> local.equals("decimal") || local.equals("integer");
            case TEXT, CODE, CODES -> local.equals("string") || use instanceof Use.Part;
            case RECORDS -> false;
        };
        if (!right) {
            graph.error(
                    node,
                    CSVW.DATATYPE,
                    "xsd:" + local + " is not what is stated here, which is "
                            + wanted.name().toLowerCase(Locale.ROOT) + ". Correct or remove it.");
        }
        if (format != null && !local.equals("date") && !local.equals("boolean")) {
            graph.error(node, CSVW.DATATYPE, "csvw:format is read of dates and booleans only. Remove it.");
        }
    }

    private @Nullable String dates(String format) {
        if (!format.matches(DATES)) {
            graph.error(
                    node,
                    CSVW.DATATYPE,
                    "\"" + format
                            + "\" is no format of a date. Write yyyy, MM or M, dd or d, each once, with signs between,"
                            + " such as \"yyyy年M月d日\" or \"dd/MM/yyyy\".");
            return null;
        }
        return format;
    }

    private List<String> truths(String format) {
        List<String> words = List.of(format.split("\\|", -1));
        if (words.size() != 2 || words.stream().anyMatch(String::isBlank)) {
            graph.error(
                    node,
                    CSVW.DATATYPE,
                    "The format of a boolean is the word for yes, | and the word for no: \"有|无\".");
            return List.of();
        }
        return words;
    }

    private @Nullable BigDecimal factor(@Nullable FactDefinition fact, Use use) {
        String text = graph.text(node, PL.FACTOR);
        if (text == null) {
            return null;
        }
        boolean number = fact == null ? use instanceof Use.Part : fact.type().number();
        try {
            BigDecimal factor = new BigDecimal(text);
            if (number && factor.signum() > 0 && Math.abs(factor.scale()) <= 12 && factor.precision() <= 18) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        graph.error(
                node,
                PL.FACTOR,
                number
                        ? "\"" + text + "\" is no factor. Write a positive decimal such as 10000."
                        : "Only a number can be multiplied. Remove pl:factor.");
        return null;
    }

    private Map<String, String> codes(@Nullable FactDefinition fact, Use use) {
        Node scheme = graph.one(node, PL.CODE_LIST);
        if (scheme == null) {
            return Map.of();
        }
        CodeList list = fact == null ? null : fact.codes();
        boolean id = use instanceof Use.Identity(var what) && (what == About.SOURCE || what == About.SITE_CLASS);
        if (list == null && !id) {
            graph.error(
                    node, PL.CODE_LIST, "Only codes can be translated, and classes and sources. Remove pl:codeList.");
            return Map.of();
        }
        Map<String, String> codes = new LinkedHashMap<>();
        for (Triple triple : graph.triples(Node.ANY, SKOS.IN_SCHEME)) {
            if (triple.getObject().equals(scheme)) {
                code(list, triple.getSubject(), codes);
            }
        }
        if (codes.isEmpty()) {
            graph.error(
                    node,
                    PL.CODE_LIST,
                    MappingGraph.shown(scheme) + " has no codes in this file. Write <…> skos:inScheme "
                            + MappingGraph.shown(scheme) + " ; skos:notation \"…\" ; skos:exactMatch … .");
        }
        return codes;
    }

    private void code(@Nullable CodeList list, Node concept, Map<String, String> codes) {
        Node match = graph.one(concept, SKOS.EXACT_MATCH);
        List<String> notations = graph.texts(concept, SKOS.NOTATION);
        if (match == null || notations.isEmpty() || !known(list, match)) {
            graph.error(
                    concept,
                    SKOS.EXACT_MATCH,
                    "A code needs skos:notation, as it stands in the table, and skos:exactMatch, a code of "
                            + (list == null ? "ours" : "the list " + list.name()) + ". Complete it.");
            return;
        }
        for (String notation : notations) {
            if (codes.putIfAbsent(notation, MappingGraph.local(match)) != null) {
                graph.error(concept, SKOS.NOTATION, "\"" + notation + "\" stands for two codes. Keep one.");
            }
        }
    }

    private static boolean known(@Nullable CodeList list, Node match) {
        return match.isURI()
                && (list == null
                        || match.getURI().startsWith(CODE + list.name() + "/")
                                && list.indexOf(MappingGraph.local(match)) >= 0);
    }
}
