package org.plumbline.standard;

import static org.plumbline.standard.Reading.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.CCCEV;
import org.plumbline.rdf.F;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.SKOS;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Text;
import org.plumbline.rulebook.Unit;
import org.plumbline.rulebook.Validity;
import org.plumbline.standard.FactDefinition.Span;

/** Reads the shared fact vocabulary and says what is wrong with it. */
final class FactReader {
    static final Node LABEL = SKOS.term("prefLabel");
    static final Set<String> DERIVING = Set.of("expression", "count", "sum", "min", "max");

    private static final Pattern PERIOD = Pattern.compile("P(?:(\\d{1,3})Y)?(?:(\\d{1,4})M)?(?:(\\d{1,5})D)?");

    private final Reading reading;
    private final Map<String, CodeList> codeLists = new LinkedHashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();

    FactReader(Reading reading) {
        this.reading = reading;
    }

    FactBook read() {
        for (Node unit : reading.instances(PL.term("Unit"))) {
            reading.about("unit " + local(unit));
            String ucum = Objects.requireNonNullElse(reading.lexical(unit, PL.term("ucum")), "");
            units.put(ucum, new Unit(ucum, reading.text(unit, PL.term("symbol"))));
        }
        for (Node scheme : reading.instances(SKOS.term("ConceptScheme"))) {
            codeLists.put(local(scheme), codeList(scheme));
        }
        Map<String, FactDefinition> facts = new LinkedHashMap<>();
        for (Node node : reading.instances(CCCEV.term("InformationConcept"))) {
            reading.about("fact f:" + local(node));
            FactDefinition fact = fact(node);
            facts.put(fact.name(), fact);
        }
        reading.about("");
        return new FactBook(
                facts, codeLists, units, labels("SiteClass"), labels("RecordKind"), new CalendarReader(reading).read());
    }

    private Map<String, Text> labels(String type) {
        Map<String, Text> labels = new LinkedHashMap<>();
        for (Node node : reading.instances(PL.term(type))) {
            labels.put(local(node), reading.text(node, LABEL));
        }
        return labels;
    }

    private CodeList codeList(Node scheme) {
        reading.about("code list " + local(scheme));
        List<String> codes = new ArrayList<>();
        List<Text> labels = new ArrayList<>();
        for (Node concept : reading.instances(SKOS.term("Concept"))) {
            if (scheme.equals(reading.one(concept, SKOS.term("inScheme")))) {
                codes.add(local(concept));
                labels.add(reading.text(concept, LABEL));
            }
        }
        if (codes.isEmpty()) {
            reading.error(
                    scheme, "The code list has no codes, so that nothing can be stated. Add skos:Concept members.");
        }
        if (codes.size() > CodeList.MOST) {
            reading.error(
                    scheme,
                    "The code list has " + codes.size() + " codes; at most " + CodeList.MOST
                            + " fit one set. Split it into two lists.");
        }
        return new CodeList(local(scheme), codes, labels);
    }

    private FactDefinition fact(Node node) {
        boolean derived = DERIVING.stream().anyMatch(term -> reading.has(node, PL.term(term)));
        List<String> observers = reading.all(node, PL.term("observer")).stream()
                .map(Reading::local)
                .toList();
        boolean system = reading.has(node, PL.term("system")) || observers.equals(List.of("System"));
        Datatype type = datatype(node);
        String ucum = reading.lexical(node, PL.term("unit"));
        Unit unit = ucum == null ? null : units.get(ucum);
        if (ucum != null && unit == null) {
            reading.error(
                    node,
                    PL.term("unit"),
                    "The unit \"" + ucum + "\" is not known, so that values could not be read or shown. "
                            + "Use a UCUM code of facts/units.ttl or add the unit there."
                            + Terms.suggestion(ucum, units.keySet()));
        }
        Span limit = span(node, "limit");
        checkNumber(node, type, ucum, limit, derived);
        boolean observed = !derived && !system;
        if (observed && observers.isEmpty()) {
            reading.error(
                    node, "No pl:observer says who may observe the fact. Add pl:Inspector, pl:Manager or pl:Register.");
        }
        Node codeList = reading.one(node, PL.term("codeList"));
        Node sensitivity = reading.one(node, PL.term("sensitivity"));
        return new FactDefinition(
                local(node),
                node,
                type,
                reading.text(node, LABEL),
                observed ? reading.text(node, PL.term("question")) : null,
                codeList == null ? null : codes(node, codeList),
                unit,
                name(node, "of"),
                name(node, "record"),
                name(node, "keyedBy"),
                observers,
                sensitivity == null ? "Public" : local(sensitivity),
                validity(node, "validFor"),
                span(node, "plausible"),
                limit,
                type == Datatype.CODES || type == Datatype.RECORDS || reading.flag(node, PL.term("mayBeNone")),
                heldBy(node),
                name(node, "across"),
                derived,
                system);
    }

    private @Nullable CodeList codes(Node node, Node scheme) {
        CodeList list = codeLists.get(local(scheme));
        if (list == null) {
            reading.error(
                    node, PL.term("codeList"), "The code list " + scheme + " is not known. Define it under facts/.");
        }
        return list;
    }

    private Datatype datatype(Node node) {
        boolean many = reading.flag(node, PL.term("many"));
        if (reading.has(node, PL.term("record"))) {
            return Datatype.RECORDS;
        }
        if (reading.has(node, PL.term("codeList"))) {
            return many ? Datatype.CODES : Datatype.CODE;
        }
        if (many) {
            reading.error(
                    node,
                    PL.term("many"),
                    "Only codes and records can be many-valued. Put the values into a nested record of their own.");
        }
        Node type = reading.one(node, PL.term("datatype"));
        Map<Node, Datatype> types = Map.of(
                XSD.xboolean.asNode(), Datatype.BOOLEAN,
                XSD.integer.asNode(), Datatype.INTEGER,
                XSD.decimal.asNode(), Datatype.DECIMAL,
                XSD.date.asNode(), Datatype.DATE,
                XSD.xstring.asNode(), Datatype.TEXT);
        Datatype known = type == null ? null : types.get(type);
        if (known == null) {
            reading.error(
                    node,
                    PL.term("datatype"),
                    "The fact has no datatype that is known here, so that no value can be read. Use pl:datatype xsd:boolean, "
                            + "xsd:integer, xsd:decimal, xsd:date or xsd:string, or pl:codeList.");
            return Datatype.TEXT;
        }
        return known;
    }

    private void checkNumber(Node node, Datatype type, @Nullable String unit, @Nullable Span limit, boolean derived) {
        if (type.number() && unit == null) {
            reading.error(
                    node,
                    PL.term("datatype"),
                    "A number without a unit cannot be read safely. Add pl:unit with a UCUM code, \"1\" for a ratio.");
        }
        if (!type.number() && unit != null) {
            reading.error(node, PL.term("unit"), "Only numbers have units, and this is no number. Remove pl:unit.");
        }
        if (type.number() && !derived && limit == null) {
            reading.error(
                    node,
                    PL.term("datatype"),
                    "The number has no hard limit, so that a slip of the pen counts and sums cannot be bounded. "
                            + "Add pl:limit [ pl:from … ; pl:to … ].");
        }
    }

    private @Nullable String heldBy(Node node) {
        String holder = name(node, "heldBy");
        if (holder != null && !reading.has(node, PL.term("across"))) {
            reading.error(
                    node,
                    PL.term("heldBy"),
                    "A site can lie in several places that hold this fact, and nothing says which value then stands. "
                            + "Add pl:across pl:Sum, pl:Min or pl:Max.");
        }
        return holder;
    }

    private @Nullable String name(Node node, String term) {
        Node value = reading.one(node, PL.term(term));
        return value == null ? null : local(value);
    }

    private @Nullable Span span(Node node, String term) {
        Node span = reading.one(node, PL.term(term));
        if (span == null) {
            return null;
        }
        String from = reading.lexical(span, PL.term("from"));
        String to = reading.lexical(span, PL.term("to"));
        try {
            if (from != null && to != null && Micros.parse(from) <= Micros.parse(to)) {
                return new Span(Micros.parse(from), Micros.parse(to));
            }
        } catch (NumberFormatException e) {
            // falls through to the one message below
        }
        reading.error(
                node, PL.term(term), "pl:" + term + " needs pl:from and a pl:to not below it, as plain decimals.");
        return null;
    }

    /** Reads {@code P90D}, {@code P6M}, {@code P3Y}: months or days, not both. */
    Validity validity(Node node, String term) {
        String text = reading.lexical(node, PL.term(term));
        if (text == null) {
            return Validity.FOREVER;
        }
        Matcher matcher = PERIOD.matcher(text);
        if (matcher.matches()) {
            int months = number(matcher.group(1)) * 12 + number(matcher.group(2));
            int days = number(matcher.group(3));
            if (months > 0 != days > 0) {
                return new Validity(months, days);
            }
        }
        reading.error(
                node, PL.term(term), "\"" + text + "\" is no period of months or of days. Write P90D, P6M or P3Y.");
        return Validity.FOREVER;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Whether {@code node} is a term of the fact namespace. */
    static boolean isFact(Node node) {
        return node.isURI() && node.getURI().startsWith(F.NS);
    }
}
