package org.plumbline.fact;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.plumbline.rdf.EARL;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Clause;
import org.plumbline.standard.Edition;
import org.plumbline.table.CellPlace;

/** Writes a judgement of a graph over into a row of the sheet of judgements. */
final class GraphJudgement {
    private static final Set<Node> ELSEWHERE = Set.of(PL.OBSERVED_ON, PL.SOURCE, RDF.type.asNode());

    private final GraphFile file;
    private final FactForm form;
    private final GraphStatements statements;

    GraphJudgement(GraphFile file, FactForm form, GraphStatements statements) {
        this.file = file;
        this.form = form;
        this.statements = statements;
    }

    /** Puts clause, outcome and reason into the row. */
    void fill(Transcript.Row row, Node judgement) {
        for (Triple triple : file.triples(judgement)) {
            Node property = triple.getPredicate();
            Node value = triple.getObject();
            if (property.equals(PL.CLAUSE)) {
                clause(row, triple);
            } else if (property.equals(PL.OUTCOME)) {
                boolean earl = value.isURI() && value.getURI().startsWith(EARL.NS);
                put(row, FormColumn.OUTCOME, earl ? GraphFile.local(value) : file.shown(value), triple);
            } else if (property.equals(PL.REASON)) {
                put(row, FormColumn.REASON, value.isLiteral() ? value.getLiteralLexicalForm() : "", triple);
            } else if (!ELSEWHERE.contains(property) && !file.pass(property)) {
                statements.misplaced(row, triple);
            }
        }
    }

    private void clause(Transcript.Row row, Triple triple) {
        Node clause = triple.getObject();
        Optional<Edition> edition = form.editions().stream()
                .filter(one -> one.rulebook().clauses().stream()
                        .map(Clause::number)
                        .anyMatch(number -> clause.isURI()
                                && one.rulebook().clauseIri(number).equals(clause.getURI())))
                .findFirst();
        put(row, FormColumn.CLAUSE, clause.isURI() ? GraphFile.local(clause) : file.shown(clause), triple);
        if (edition.isPresent()) {
            row.put(FormColumn.STANDARD.name(), edition.get().iri(), file.at(triple, FormColumn.STANDARD.name()));
        } else {
            row.refuse(
                    file.at(triple, FormColumn.CLAUSE.name()),
                    file.shown(clause) + " 不是现行标准的条款。请写条款的IRI。",
                    file.shown(clause) + " is no clause of a standard in use: write the IRI of one.");
        }
    }

    private void put(Transcript.Row row, FormColumn column, String text, Triple triple) {
        CellPlace at = file.at(triple, column.name());
        if (row.has(column.name())) {
            row.refuse(
                    at,
                    "判定的" + column.label().zh() + "写了两次。请只留一个。",
                    "The judgement's " + column.name() + " is stated twice: keep one.");
        } else {
            row.put(column.name(), text, at);
        }
    }
}
