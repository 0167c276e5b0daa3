package org.plumbline.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sys.JenaSystem;

/** What the integrity constraints of the RDF Data Cube vocabulary, IC-1 to IC-21, say against a graph. */
public final class CubeFaults {
    static {
        JenaSystem.init();
    }

    private static final int CONSTRAINTS = 21;
    private static final int OF_HIERARCHIES = 20;
    private static final String PARENT_CHILD = "urn:plumbline:parent-child";

    private CubeFaults() {}

    /** The faults, a line each: the constraint, what breaks it, and what it asks for; the graph may be an abbreviated cube. */
    public static List<String> of(Graph graph) {
        DatasetGraph data = DatasetGraphFactory.create();
        GraphUtil.addInto(data.getDefaultGraph(), graph);
        UpdateExec.dataset(data).update(text("normalise.ru")).execute();
        List<String> faults = new ArrayList<>();
        for (int i = 1; i <= CONSTRAINTS; i++) {
            String name = "ic-%02d".formatted(i);
            String query = text(name + ".rq");
            for (String property : properties(data, i)) {
                rows(data, query.replace(PARENT_CHILD, property))
                        .forEach(row -> faults.add(name + " " + row + ": " + words(query)));
            }
        }
        return faults;
    }

    /** IC-20 and IC-21 are asked for each property that leads down a code list, all others once. */
    private static List<String> properties(DatasetGraph data, int constraint) {
        if (constraint < OF_HIERARCHIES) {
            return List.of(PARENT_CHILD);
        }
        String inverse = constraint == CONSTRAINTS ? "/<http://www.w3.org/2002/07/owl#inverseOf>" : "";
        return rows(
                        data,
                        "SELECT DISTINCT ?p { ?list <http://purl.org/linked-data/cube#parentChildProperty>" + inverse
                                + " ?p FILTER isIRI(?p) }")
                .stream()
                .map(row -> row.substring(row.indexOf('<') + 1, row.length() - 1))
                .toList();
    }

    private static List<String> rows(DatasetGraph data, String query) {
        List<String> rows = new ArrayList<>();
        try (QueryExec asked = QueryExec.dataset(data).query(query).build()) {
            asked.select().forEachRemaining(row -> {
                StringBuilder line = new StringBuilder();
                row.forEach((name, value) -> line.append(line.isEmpty() ? "?" : " ?")
                        .append(name.getVarName())
                        .append(' ')
                        .append(NodeFmtLib.strNT(value)));
                rows.add(line.toString());
            });
        }
        return rows;
    }

    private static String words(String query) {
        List<String> lines = query.lines().toList();
        return lines.get(1).substring(2) + " / " + lines.get(0).substring(2);
    }

    private static String text(String file) {
        String path = "/shapes/data-cube/" + file;
        try (InputStream in = Objects.requireNonNull(CubeFaults.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
