package org.plumbline.publication.page;

import java.math.BigDecimal;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.plumbline.assessment.AssessmentGraph;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.graph.BothLanguages;
import org.plumbline.publication.graph.FactTriples;
import org.plumbline.publication.page.SiteShots.SiteShot;
import org.plumbline.publication.snapshot.PlaceTable.PublishedSite;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.SuccessionTable.Before;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.EARL;
import org.plumbline.rdf.F;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.PROV;
import org.plumbline.rdf.SKOS;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;

/** One published site and its assessment as linked data: the register's entry, an EARL assertion a clause, the result in PROV. */
final class SiteGraph {
    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Iris iris;
    private final SiteShot found;
    private final Node site;
    private final Node assessment;

    SiteGraph(Iris iris, SiteShot found) {
        this.iris = iris;
        this.found = found;
        String iri = iris.site(found.site().code());
        site = NodeFactory.createURI(iri);
        assessment = NodeFactory.createURI(AssessmentGraph.iri(
                iri,
                found.shot().edition().iri(),
                found.shot().publication().onDate().toString()));
    }

    /** IRI of the assessment, which names the graph. */
    String name() {
        return assessment.getURI();
    }

    /** The triples. */
    Graph graph() {
        site();
        assessment();
        Rulebook rulebook = found.shot().edition().rulebook();
        rulebook.clauses().stream()
                .filter(clause -> found.verdict().has(clause.number()))
                .forEach(clause -> assertion(rulebook, clause));
        sources();
        return graph;
    }

    private void site() {
        PublishedSite row = found.site();
        add(site, RDF.type.asNode(), F.term(row.siteClass()));
        BothLanguages.add(graph, site, SKOS.PREF_LABEL, row.name());
        add(site, SKOS.NOTATION, NodeFactory.createLiteralString(row.code()));
        found.around().forEach(place -> add(site, DCT.IS_PART_OF, NodeFactory.createURI(iris.place(place.code()))));
        for (Before before : found.line()) {
            Node old = NodeFactory.createURI(iris.site(before.code()));
            add(site, DCT.REPLACES, old);
            add(old, DCT.IS_REPLACED_BY, site);
            add(old, PL.VALID_TO, date(before.since().toString()));
        }
        if (row.invented()) {
            add(site, PL.SYNTHETIC, truth(true));
        }
    }

    private void assessment() {
        Publication publication = found.shot().publication();
        add(assessment, RDF.type.asNode(), PROV.ENTITY);
        add(assessment, RDF.type.asNode(), PL.term("Assessment"));
        add(assessment, PL.term("site"), site);
        add(assessment, PL.term("edition"), edition());
        add(assessment, PL.ON_DATE, date(publication.onDate().toString()));
        add(assessment, PL.SYNTHETIC, truth(publication.synthetic()));
        add(
                assessment,
                PL.term("rulebookHash"),
                NodeFactory.createLiteralString(String.valueOf(found.verdict().string("rulebook"))));
        add(
                assessment,
                PL.term("ledgerPosition"),
                NodeFactory.createLiteralDT("" + publication.position(), XSDDatatype.XSDinteger));
        add(assessment, PL.term("ledgerHead"), NodeFactory.createLiteralString(publication.head()));
        for (String number : new String[] {"score", "scoreLow", "scoreHigh", "measuredShare"}) {
            BigDecimal value = found.verdict().number(number);
            if (value != null) {
                add(assessment, PL.term(number), decimal(value));
            }
        }
        String band = found.verdict().string("band");
        if (band != null) {
            add(
                    assessment,
                    PL.term("band"),
                    AssessmentGraph.band(graph, found.shot().edition().rulebook(), band));
        }
        add(assessment, PL.term("provisional"), truth(found.verdict().provisional()));
    }

    private void assertion(Rulebook rulebook, Clause clause) {
        Outcome outcome = found.verdict().outcome(clause.number());
        Node assertion = NodeFactory.createURI(assessment.getURI() + "/clause/" + clause.number());
        Node result = NodeFactory.createURI(assertion.getURI() + "/result");
        add(assertion, RDF.type.asNode(), EARL.ASSERTION);
        add(assertion, DCT.IS_PART_OF, assessment);
        add(assertion, EARL.SUBJECT, site);
        add(assertion, EARL.TEST, NodeFactory.createURI(rulebook.clauseIri(clause.number())));
        found.assertor(clause).state(graph, assertion);
        add(assertion, EARL.RESULT, result);
        add(result, RDF.type.asNode(), EARL.TEST_RESULT);
        add(result, EARL.OUTCOME, EARL.term(outcome.term()));
        BothLanguages.add(graph, result, EARL.INFO, found.verdict().sentence(clause.number()));
        if (outcome != Outcome.INAPPLICABLE) {
            add(assertion, PL.POINTS, decimal(found.verdict().points(clause.number(), "points")));
            add(assertion, PL.term("earned"), decimal(found.verdict().points(clause.number(), "earned")));
        }
    }

    /** The submissions that the assessment rests on. */
    private void sources() {
        for (String name : found.verdict().factNames()) {
            Map<?, ?> entry = found.verdict().fact(name);
            FactTriples.add(graph, site, found.shot().edition().book().facts().get(name), entry);
            if (submission(entry) instanceof Node submission) {
                add(assessment, PROV.WAS_DERIVED_FROM, submission);
                add(submission, RDF.type.asNode(), PL.SUBMISSION);
                add(submission, PL.SOURCE, PL.term(String.valueOf(entry.get("source"))));
                add(submission, PL.OBSERVED_ON, date(String.valueOf(entry.get("on"))));
            }
        }
    }

    private static @Nullable Node submission(Map<?, ?> entry) {
        return entry.get("submission") instanceof String iri ? NodeFactory.createURI(iri) : null;
    }

    private Node edition() {
        return NodeFactory.createURI(found.shot().edition().rulebook().edition());
    }

    /** Numbers in the one form that N-Triples of it has too: equal values are equal terms in every form. */
    private void add(Node s, Node p, Node o) {
        graph.add(s, p, o.isLiteral() ? Literals.canonical(o) : o);
    }

    private static Node truth(boolean truth) {
        return NodeFactory.createLiteralDT(Boolean.toString(truth), XSDDatatype.XSDboolean);
    }

    private static Node date(String date) {
        return NodeFactory.createLiteralDT(date, XSDDatatype.XSDdate);
    }

    private static Node decimal(BigDecimal number) {
        return NodeFactory.createLiteralDT(number.toPlainString(), XSDDatatype.XSDdecimal);
    }
}
