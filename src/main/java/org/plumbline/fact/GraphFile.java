package org.plumbline.fact;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.F;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.PROV;
import org.plumbline.rdf.SKOS;
import org.plumbline.rdf.Sources;
import org.plumbline.table.CellPlace;

/** A graph as a file states it: its subjects in their order, where each triple stands, and what of it has been looked at. */
final class GraphFile {
    /** Vocabularies that describe things for people: what they say is no fact, and leaving it out changes none. */
    private static final List<String> DESCRIBING = List.of(RDFS.getURI(), SKOS.NS, DCT.NS, PROV.NS);

    private static final Map<String, String> PREFIXES = Map.of(
            F.NS, "f:", PL.NS, "pl:", RDFS.getURI(), "rdfs:", SKOS.NS, "skos:", DCT.NS, "dcterms:", PROV.NS, "prov:");

    private static final int SHOWN = 80;

    private final String name;
    private final Sources sources;
    private final boolean json;
    private final Map<Node, List<Triple>> bySubject = new LinkedHashMap<>();
    private final Set<Node> seen = new HashSet<>();
    private final Map<Node, Node> owners = new HashMap<>();
    private final Map<String, Integer> passed = new LinkedHashMap<>();

    GraphFile(String name, Sources sources, boolean json) {
        this.name = name;
        this.sources = sources;
        this.json = json;
        sources.graph().stream()
                .sorted(Comparator.comparing((Triple triple) -> sources.place(triple))
                        .thenComparing((Triple triple) -> triple.toString()))
                .forEach(triple -> bySubject
                        .computeIfAbsent(triple.getSubject(), subject -> new ArrayList<>())
                        .add(triple));
    }

    Sources sources() {
        return sources;
    }

    /** Whether it is JSON-LD, in which every number with a fraction is a binary one. */
    boolean json() {
        return json;
    }

    /** All subjects, in the order of the file. */
    Collection<Node> subjects() {
        return bySubject.keySet();
    }

    /** What is said of a subject, in the order of the file. */
    List<Triple> triples(Node subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** What a subject has by a property, in the order of the file. */
    List<Node> objects(Node subject, Node property) {
        return triples(subject).stream()
                .filter(triple -> triple.getPredicate().equals(property))
                .map(Triple::getObject)
                .toList();
    }

    /** Notes that a node below a site is looked at. */
    void see(Node node) {
        seen.add(node);
    }

    /** Notes that a node, and all that stands below it, belongs to something that is refused as a whole. */
    void swallow(Node node) {
        if (!node.isLiteral() && seen.add(node)) {
            triples(node).forEach(triple -> {
                if (triple.getObject().isBlank()) {
                    swallow(triple.getObject());
                }
            });
        }
    }

    boolean seen(Node node) {
        return seen.contains(node);
    }

    /** Gives a record to a site; false when another has it already. */
    boolean claim(Node record, Node site) {
        Node owner = owners.putIfAbsent(record, site);
        return owner == null || owner.equals(site);
    }

    /** Passes over a property that describes; false when it does more, so that passing over it would lose something. */
    boolean pass(Node property) {
        if (DESCRIBING.stream().noneMatch(property.getURI()::startsWith)) {
            return false;
        }
        passed.merge(shown(property), 1, Integer::sum);
        return true;
    }

    /** Passes over a class that says nothing of facts. */
    void passType(Node type) {
        passed.merge("rdf:type " + shown(type), 1, Integer::sum);
    }

    /** How often each property was passed over. */
    Map<String, Integer> passed() {
        return passed;
    }

    /** The file as a whole. */
    CellPlace whole() {
        return new CellPlace(name, 1, -1, "");
    }

    /** Where a subject begins. */
    CellPlace row(Node subject) {
        return new CellPlace(name, (int) Math.max(1, sources.place(subject).line()), -1, "");
    }

    /** Where a triple stands, under the name of what it states. */
    CellPlace at(Triple triple, String head) {
        return new CellPlace(name, (int) Math.max(1, sources.place(triple).line()), 0, head);
    }

    /** The last part of an IRI, which is the code of a site or the key of a record. */
    static String local(Node node) {
        if (!node.isURI()) {
            return "";
        }
        String iri = node.getURI();
        String whole = iri.endsWith("/") ? iri.substring(0, iri.length() - 1) : iri;
        String last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('#')) + 1);
        try {
            return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return last;
        }
    }

    /** A node as people would write it. */
    String shown(Node node) {
        if (node.isBlank()) {
            return "[ ]";
        }
        if (node.isLiteral()) {
            return "\"" + Literals.shown(node.getLiteralLexicalForm(), SHOWN) + "\"";
        }
        String iri = node.getURI();
        for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
            if (iri.startsWith(prefix.getKey())) {
                return Literals.shown(
                        prefix.getValue() + iri.substring(prefix.getKey().length()), SHOWN);
            }
        }
        return "<" + Literals.shown(iri, SHOWN) + ">";
    }
}
