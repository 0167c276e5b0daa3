package org.plumbline.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Text;

/**
 * One edition of a standard, read and compiled.
 *
 * @param key folder, such as {@code model-station/2026}
 * @param iri its IRI, without a trailing slash
 * @param number document number
 * @param title title
 * @param summary what it is, in a few sentences
 * @param documentType local name of the document type, such as ModelStandard
 * @param legalNature local name, such as Recommended
 * @param publisher who issues it
 * @param issued day of issue
 * @param validFrom first day in force
 * @param validTo last day in force, or null
 * @param chapters what each chapter is about, in the rulebook's order
 * @param provisions what stands around each clause, in the rulebook's order
 * @param examples sites with the outcomes that they must get
 * @param rulebook the compiled rules
 * @param rulebookHash {@code sha256:} and the hash of the rulebook's canonical JSON in hexadecimal
 * @param book the fact vocabulary that it was compiled with
 * @param graph the edition's own triples, examples included
 * @param vocabulary triples of the facts, code lists and units that it stands on
 */
public record Edition(
        String key,
        String iri,
        String number,
        Text title,
        Text summary,
        String documentType,
        String legalNature,
        Text publisher,
        LocalDate issued,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<Text> chapters,
        List<Provision> provisions,
        List<Example> examples,
        Rulebook rulebook,
        String rulebookHash,
        FactBook book,
        Graph graph,
        Graph vocabulary) {

    /** The edition's triples without its examples, which are made-up sites. */
    public Graph withoutExamples() {
        return EditionGraph.withoutExamples(graph);
    }

    /** The triples of one clause with the nodes that stand in it alone; empty when there is no such clause. */
    public Optional<Graph> clause(String clause) {
        return EditionGraph.about(graph, NodeFactory.createURI(rulebook.clauseIri(clause)));
    }

    /**
     * What stands around a clause and does not bear on the verdict.
     *
     * @param number the clause's number
     * @param methods how it is found out: local names such as Measure
     * @param place code of where in a walk through the centre it is looked at, or empty
     * @param bases what it rests on
     * @param written the file and line where it begins
     */
    public record Provision(
            String number, List<String> methods, String place, List<Basis> bases, Sources.Place written) {}

    /** How many clauses a program decides, a person judges, and neither. */
    public record Coverage(long automatic, long judged, long notCodified) {}

    /** The coverage of this edition, which is public. */
    public Coverage coverage() {
        long automatic =
                rulebook.clauses().stream().filter(clause -> clause.automatic()).count();
        long judged =
                rulebook.clauses().stream().filter(clause -> clause.judged()).count();
        return new Coverage(automatic, judged, rulebook.clauses().size() - automatic - judged);
    }
}
