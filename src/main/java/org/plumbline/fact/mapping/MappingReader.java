package org.plumbline.fact.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.mapping.Mapping.Column;
import org.plumbline.fact.mapping.Mapping.Nested;
import org.plumbline.rdf.CSVW;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;
import org.plumbline.standard.Finding;

/** Reads a file of mappings and says what is wrong with it: a mapping with an error is not used. */
public final class MappingReader {
    private static final String BASE = "https://w3id.org/plumbline/mapping/";
    private static final Set<Node> OF_MAPPING =
            Set.of(DCT.TITLE, DCT.SOURCE, DCT.DESCRIPTION, RDFS.comment.asNode(), CSVW.COLUMN, PL.NESTED, PL.PASS_OVER);
    private static final Set<Node> OF_NESTED =
            Set.of(PL.FACT, PL.KEY, PL.REPEATED_BY, PL.WHOLE_SET, CSVW.COLUMN, RDFS.comment.asNode());

    private final MappingGraph graph;
    private final FactBook book;

    private MappingReader(MappingGraph graph, FactBook book) {
        this.graph = graph;
        this.book = book;
    }

    /**
     * What a file holds.
     *
     * @param mappings those without an error
     * @param findings errors, as file:line: column: what is wrong, why it matters, what to do
     */
    public record Result(List<Mapping> mappings, List<Finding> findings) {}

    /** Reads a file of mappings to the facts of a vocabulary. */
    public static Result read(String file, byte[] turtle, FactBook book) {
        Sources sources = new Sources();
        sources.read(file, turtle, BASE);
        MappingGraph graph = new MappingGraph(sources);
        List<Mapping> mappings = new ArrayList<>();
        if (graph.findings().isEmpty()) {
            List<Node> subjects = new ArrayList<>();
            for (Triple triple : graph.triples(Node.ANY, RDF.type.asNode())) {
                if (triple.getObject().equals(PL.MAPPING)) {
                    subjects.add(triple.getSubject());
                }
            }
            if (subjects.isEmpty()) {
                Node any = Node.ANY;
                graph.error(any, any, "The file holds no mapping. Write <name> a pl:Mapping , csvw:Schema .");
            }
            for (Node subject : subjects) {
                int before = graph.findings().size();
                Mapping mapping = new MappingReader(graph, book).mapping(subject);
                if (mapping != null && graph.findings().size() == before) {
                    mappings.add(mapping);
                }
            }
        }
        return new Result(List.copyOf(mappings), List.copyOf(graph.findings()));
    }

    private @Nullable Mapping mapping(Node subject) {
        graph.about("");
        if (!subject.isURI()) {
            graph.error(subject, RDF.type.asNode(), "The mapping has no name. Write <name> instead of [ ].");
            return null;
        }
        graph.only(subject, OF_MAPPING);
        Text title = graph.wording(subject, DCT.TITLE);
        List<String> passOver = graph.texts(subject, PL.PASS_OVER);
        ColumnReader reader = new ColumnReader(graph, book, null);
        List<Column> columns = columns(subject, reader);
        List<Nested> nested = new ArrayList<>();
        for (Node one : graph.list(graph.one(subject, PL.NESTED))) {
            Nested made = nested(one);
            if (made != null) {
                nested.add(made);
            }
        }
        graph.about("");
        Mapping mapping =
                new Mapping(MappingGraph.local(subject), title, columns, List.copyOf(nested), List.copyOf(passOver));
        new MappingChecks(graph, book, subject).check(mapping);
        return mapping;
    }

    private List<Column> columns(Node of, ColumnReader reader) {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Node> nodes = graph.list(graph.one(of, CSVW.COLUMN));
        if (nodes.isEmpty()) {
            graph.error(of, CSVW.COLUMN, "There are no columns. Write csvw:column ( [ … ] [ … ] ).");
        }
        for (Node node : nodes) {
            Column column = reader.read(node, columns.size() + 1);
            if (!names.add(column.name())) {
                graph.error(node, CSVW.NAME, "Another column has this name. Give each its own.");
            }
            columns.add(column);
        }
        return List.copyOf(columns);
    }

    private @Nullable Nested nested(Node node) {
        Node named = graph.one(node, PL.FACT);
        FactDefinition fact = named == null ? null : book.fact(named);
        graph.about("pl:nested " + (named == null ? "" : "f:" + MappingGraph.local(named)));
        graph.only(node, OF_NESTED);
        if (fact == null || fact.record() == null || !fact.observed()) {
            graph.error(
                    node,
                    PL.FACT,
                    (named == null ? "No fact" : MappingGraph.shown(named))
                            + " lists records. Write pl:fact and a fact with pl:record, such as f:room.");
            return null;
        }
        String key = graph.text(node, PL.KEY);
        String repeatedBy = graph.text(node, PL.REPEATED_BY);
        boolean keyed = fact.key() != null;
        if (!keyed && (key == null || !key.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._~-]{0,40}"))) {
            graph.error(
                    node,
                    PL.KEY,
                    "A record needs a key that stays. Write pl:key and letters, digits and - . _, such as \"office\".");
        }
        if (keyed && (key != null || repeatedBy != null)) {
            graph.error(
                    node,
                    PL.KEY,
                    "f:" + fact.name() + " has its key in f:" + fact.key() + ". Remove pl:key and pl:repeatedBy.");
        }
        if (!keyed && !graph.flag(node, PL.WHOLE_SET)) {
            graph.error(
                    node,
                    PL.WHOLE_SET,
                    "One table states the complete set of f:" + fact.name()
                            + ": a record that it has no column for would count as not being there. Write pl:wholeSet true if"
                            + " it has one for every kind, else leave the records out.");
        }
        List<Column> columns = columns(node, new ColumnReader(graph, book, fact.record()));
        if (keyed && columns.stream().noneMatch(column -> column.fact().equals(fact.key()))) {
            graph.error(node, CSVW.COLUMN, "No column states f:" + fact.key() + ", which is the key. Add it.");
        }
        return new Nested(fact.name(), keyed ? "" : String.valueOf(key), repeatedBy, columns);
    }
}
