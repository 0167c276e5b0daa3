package org.plumbline.standard;

import static org.plumbline.standard.Reading.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Obligation;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Text;

/**
 * An edition as plain SHACL that any engine can run on completed facts: a node shape for each clause and case, with
 * applicability and guards folded in, so that conforming means passed or inapplicable. The constraints are the very triples
 * of the edition, not a translation of the compiled rules: whoever distrusts the evaluator can check it with another engine.
 */
public final class ShapesExport {
    private final Edition edition;
    private final Rulebook rulebook;
    private final TurtleShape shapes;
    private final StringBuilder out = new StringBuilder();

    private ShapesExport(Edition edition) {
        this.edition = edition;
        rulebook = edition.rulebook();
        shapes = new TurtleShape(edition.graph());
    }

    /**
     * Writes the shapes of {@code edition} as Turtle in UTF-8, the same bytes each time.
     *
     * @throws IOException when {@code out} does
     */
    public static void write(Edition edition, OutputStream out) throws IOException {
        out.write(new ShapesExport(edition).turtle().getBytes(StandardCharsets.UTF_8));
    }

    private String turtle() {
        head();
        for (Clause clause : rulebook.clauses()) {
            Node node = Reading.iri(rulebook.clauseIri(clause.number()));
            if (clause.automatic()) {
                cases(clause, node);
            }
        }
        return out.toString();
    }

    private void head() {
        List<String> left = rulebook.clauses().stream()
                .filter(clause -> !clause.automatic())
                .map(Clause::number)
                .toList();
        out.append("# ")
                .append(rulebook.title().zh())
                .append(' ')
                .append(rulebook.number())
                .append('\n');
        out.append("# ").append(rulebook.title().en()).append('\n');
        out.append("""
                #
                # Plain SHACL for any engine. A site conforms to a shape when the clause is passed or does not apply to it.
                # Severity: sh:Violation for shall, sh:Warning for should, sh:Info for a permission that is not used.
                #
                # The data must be complete: every fact of the site measured, "there is none" as an absent value, and
                # derived facts put in before. This file cannot carry: facts not measured (an engine takes a missing value
                # for "none"), values that have aged out, disputes between sources, judgement by people, points and
                # grading, vetoes, scores and bands. Use the evaluator for those.
                """);
        if (!left.isEmpty()) {
            out.append("# Decided by people or not codified, so not here: ")
                    .append(String.join(" ", left))
                    .append('\n');
        }
        TurtleShape.prefixes(out);
    }

    private void cases(Clause clause, Node node) {
        Node applies = shapes.one(node, PL.term("appliesWhen"));
        Node list = shapes.one(node, PL.term("cases"));
        List<Node> nodes = list == null ? List.of(node) : shapes.list(list);
        for (int i = 0; i < nodes.size(); i++) {
            // Classes that meet the same cases before this one share a shape.
            Map<List<Integer>, List<String>> groups = new LinkedHashMap<>();
            for (int siteClass = 0; siteClass < rulebook.classes().size(); siteClass++) {
                List<Integer> before = before(clause, i, siteClass);
                if (before != null) {
                    groups.computeIfAbsent(before, key -> new ArrayList<>())
                            .add(rulebook.classes().get(siteClass).name());
                }
            }
            int part = 0;
            for (Map.Entry<List<Integer>, List<String>> group : groups.entrySet()) {
                List<String> branches = new ArrayList<>();
                if (applies != null) {
                    branches.add(shapes.not(applies));
                }
                for (int earlier : group.getKey()) {
                    branches.add(shapes.shape(guard(nodes.get(earlier))));
                }
                Node own = list == null ? null : shapes.one(nodes.get(i), PL.term("when"));
                if (own != null) {
                    branches.add(shapes.not(own));
                }
                String suffix = (list == null ? "" : "/" + (i + 1)) + (groups.size() > 1 ? "/" + ++part : "");
                write(clause, clause.cases().get(i), suffix, group.getValue(), branches, nodes.get(i));
            }
        }
    }

    private Node guard(Node one) {
        Node when = shapes.one(one, PL.term("when"));
        if (when == null) {
            throw new IllegalStateException("an earlier case without a guard leaves nothing to later ones");
        }
        return when;
    }

    /** The guarded cases that a site of a class meets before case {@code index}; null when it never gets there. */
    private static @Nullable List<Integer> before(Clause clause, int index, int siteClass) {
        if (!clause.concerns(siteClass) || !clause.cases().get(index).isFor(siteClass)) {
            return null;
        }
        List<Integer> before = new ArrayList<>();
        for (int i = 0; i < index; i++) {
            Clause.Case one = clause.cases().get(i);
            if (one.isFor(siteClass)) {
                if (one.when() == null) {
                    return null;
                }
                before.add(i);
            }
        }
        return before;
    }

    private void write(
            Clause clause, Clause.Case one, String suffix, List<String> classes, List<String> branches, Node check) {
        Text text = one.text() == null ? clause.text() : one.text();
        out.append("\n<")
                .append(edition.iri())
                .append("/shape/")
                .append(clause.number())
                .append(suffix);
        out.append("> a sh:NodeShape ;\n  sh:targetClass f:")
                .append(String.join(" , f:", classes))
                .append(" ;\n");
        out.append("  sh:severity sh:").append(severity(one.obligation())).append(" ;\n");
        out.append("  sh:message ").append(literal(clause.number() + " " + text.zh(), "zh"));
        out.append(" , ")
                .append(literal(clause.number() + " " + text.en(), "en"))
                .append(" ;\n  ");
        if (branches.isEmpty()) {
            // Only results of the node shape itself carry its message and severity.
            out.append("sh:and ( ").append(shapes.shape(check)).append(" )");
        } else {
            out.append("sh:or ( ").append(String.join("\n    ", branches)).append("\n    ");
            out.append(shapes.shape(check)).append(" )");
        }
        out.append(" .\n");
    }

    private static String severity(Obligation obligation) {
        return switch (obligation) {
            case SHALL -> "Violation";
            case SHOULD -> "Warning";
            case MAY -> "Info";
        };
    }

    private static String literal(String text, String language) {
        return TurtleShape.quoted(text) + "@" + language;
    }

    /** A term of the prefixes that the file declares, else an IRI in brackets. */
    static String term(Node node) {
        for (Map.Entry<String, String> prefix : TurtleShape.PREFIXES.entrySet()) {
            String iri = node.getURI();
            if (iri.startsWith(prefix.getValue()) && local(node).matches("[A-Za-z][A-Za-z0-9]*")) {
                return prefix.getKey() + ":" + local(node);
            }
        }
        return "<" + node.getURI() + ">";
    }
}
