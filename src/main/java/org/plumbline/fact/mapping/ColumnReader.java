package org.plumbline.fact.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.mapping.Mapping.About;
import org.plumbline.fact.mapping.Mapping.Column;
import org.plumbline.fact.mapping.Mapping.Head;
import org.plumbline.fact.mapping.Mapping.Use;
import org.plumbline.rdf.CSVW;
import org.plumbline.rdf.F;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Datatype;
import org.plumbline.standard.EditDistance;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;

/** Reads one column of a mapping. */
final class ColumnReader {
    private static final Map<Node, About> IDS = Map.of(
            PL.SITE_CODE, About.SITE_CODE,
            PL.SITE_NAME, About.SITE_NAME,
            PL.COMMITTEE_CODE, About.COMMITTEE_CODE,
            PL.COMMITTEE_NAME, About.COMMITTEE_NAME,
            PL.SITE_CLASS, About.SITE_CLASS,
            PL.OBSERVED_ON, About.OBSERVED_ON,
            PL.SOURCE, About.SOURCE);

    private static final Set<Node> OF_COLUMN = Set.of(
            CSVW.NAME,
            CSVW.TITLE,
            PL.UNDER,
            PL.OPTIONAL,
            CSVW.VIRTUAL,
            CSVW.REQUIRED,
            CSVW.PROPERTY_URL,
            CSVW.SUPPRESS_OUTPUT,
            RDFS.comment.asNode(),
            PL.BECAUSE,
            CSVW.NULL,
            CSVW.DEFAULT,
            CSVW.SEPARATOR,
            CSVW.DATATYPE,
            PL.CODE_LIST,
            PL.FACTOR,
            PL.SUM_OF);

    private final MappingGraph graph;
    private final FactBook book;
    /** Kind of record that the column is of; null for the site. */
    private final @Nullable String kind;

    ColumnReader(MappingGraph graph, FactBook book, @Nullable String kind) {
        this.graph = graph;
        this.book = book;
        this.kind = kind;
    }

    Column read(Node node, int number) {
        List<String> titles = graph.texts(node, CSVW.TITLE);
        String written = graph.text(node, CSVW.NAME);
        String name = written != null ? written : titles.isEmpty() ? "#" + number : titles.getFirst();
        graph.about("column " + name);
        graph.only(node, OF_COLUMN);
        Head head = head(node, titles);
        Use use = use(node, head);
        List<String> sumOf = graph.list(graph.one(node, PL.SUM_OF)).stream()
                .map(part -> part.isLiteral() ? part.getLiteralLexicalForm() : MappingGraph.shown(part))
                .toList();
        FactDefinition fact = use instanceof Use.Fact(var of) ? book.facts().get(of) : null;
        if (!sumOf.isEmpty() && (fact == null || !fact.type().number() || head != null)) {
            graph.error(
                    node,
                    PL.SUM_OF,
                    "A sum is a fact that is a number, and no column of the table. Write csvw:virtual true"
                            + " and csvw:propertyUrl.");
        }
        Mapping.Conversion conversion = new ConversionReader(graph, node).read(fact, use);
        if (head == null && sumOf.isEmpty() && conversion.otherwise() == null) {
            graph.error(node, CSVW.DEFAULT, "A column that no table has says nothing. Add csvw:default or pl:sumOf.");
        }
        if (conversion.otherwise() != null && fact != null && (kind == null || head != null)) {
            graph.error(
                    node,
                    CSVW.DEFAULT,
                    "An empty cell means that nobody looked, and csvw:default would invent an observation. Remove it.");
        }
        return new Column(name, head, use, conversion, sumOf);
    }

    private @Nullable Head head(Node node, List<String> titles) {
        boolean virtual = graph.flag(node, CSVW.VIRTUAL);
        if (virtual == !titles.isEmpty()) {
            graph.error(
                    node,
                    CSVW.TITLE,
                    virtual
                            ? "A virtual column stands in no table. Remove csvw:title or csvw:virtual."
                            : "Nobody knows which column this is. Add csvw:title with its head, or csvw:virtual true.");
        }
        return titles.isEmpty()
                ? null
                : new Head(List.copyOf(titles), graph.text(node, PL.UNDER), graph.flag(node, PL.OPTIONAL));
    }

    private Use use(Node node, @Nullable Head head) {
        boolean ignored = graph.flag(node, CSVW.SUPPRESS_OUTPUT);
        Node property = graph.one(node, CSVW.PROPERTY_URL);
        if (ignored && property != null) {
            graph.error(
                    node,
                    CSVW.SUPPRESS_OUTPUT,
                    "The column is left out and stated as well. Remove csvw:suppressOutput or csvw:propertyUrl.");
        }
        if (ignored) {
            if (head == null) {
                graph.error(node, CSVW.SUPPRESS_OUTPUT, "There is nothing to leave out. Remove the column.");
            }
            Node shared = graph.one(node, PL.BECAUSE);
            return new Use.Ignored(graph.wording(shared == null ? node : shared, RDFS.comment.asNode()));
        }
        if (property == null) {
            return new Use.Part();
        }
        // CSVW writes a template for an address; an address without braces is one, and in Turtle reads best as itself.
        String iri =
                property.isURI() ? property.getURI() : property.isLiteral() ? property.getLiteralLexicalForm() : "";
        About id = IDS.entrySet().stream()
                .filter(entry -> entry.getKey().getURI().equals(iri))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (id != null) {
            if (kind != null) {
                graph.error(
                        node,
                        CSVW.PROPERTY_URL,
                        "A record takes site, day and source from its row. Remove the column.");
            }
            return new Use.Identity(id);
        }
        return new Use.Fact(fact(node, iri));
    }

    private String fact(Node node, String iri) {
        String name = iri.startsWith(F.NS) ? iri.substring(F.NS.length()) : "";
        FactDefinition fact = book.facts().get(name);
        if (fact == null) {
            List<String> near = new ArrayList<>(new TreeSet<>(book.facts().keySet()));
            near.removeIf(other -> EditDistance.between(name, other) > 2);
            graph.error(
                    node,
                    CSVW.PROPERTY_URL,
                    "<" + iri + "> is no fact of the vocabulary and none of pl:siteCode, pl:siteName, pl:committeeCode,"
                            + " pl:committeeName, pl:siteClass, pl:observedOn, pl:source. Correct it."
                            + (near.isEmpty() ? "" : " Did you mean f:" + near.getFirst() + "?"));
        } else if (!fact.observed()) {
            graph.error(
                    node,
                    CSVW.PROPERTY_URL,
                    "f:" + name
                            + " is computed or written by the system, and cannot be stated. Map what it is computed from.");
        } else if (kind == null ? fact.of() != null : !kind.equals(fact.of())) {
            graph.error(
                    node,
                    CSVW.PROPERTY_URL,
                    "f:" + name
                            + (fact.of() == null
                                    ? " is a fact of the site."
                                    : " is a fact of a record, f:" + fact.of() + ".")
                            + (kind == null
                                    ? " Put the column into pl:nested."
                                    : " Put the column beside the others."));
        } else if (fact.type() == Datatype.RECORDS) {
            graph.error(node, CSVW.PROPERTY_URL, "f:" + name + " lists records. Describe them with pl:nested.");
        }
        return name;
    }
}
