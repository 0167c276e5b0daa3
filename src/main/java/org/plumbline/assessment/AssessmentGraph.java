package org.plumbline.assessment;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.EARL;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.PROV;
import org.plumbline.rdf.SKOS;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Band;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Reason;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Text;
import org.plumbline.rulebook.Wording;

/** An assessment as linked data: an EARL assertion for each clause that concerns the site, and the result as a PROV entity. */
public final class AssessmentGraph {
    private final Assessment assessment;
    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Node subject;

    private AssessmentGraph(Assessment assessment) {
        this.assessment = assessment;
        subject = iri(iri(assessment.record().site(), assessment.rulebook().edition(), Dates.iso(assessment.onDay())));
    }

    /** What names the assessment of a site against an edition (both by their IRI) on a day (ISO 8601). */
    public static String iri(String site, String edition, String onDay) {
        return site + "/assessment/" + edition.replaceFirst(".*/standard/", "") + "/" + onDay;
    }

    /** The triples of an assessment; its IRI stands below the site's. */
    public static Graph of(Assessment assessment, String rulebookHash) {
        return new AssessmentGraph(assessment).build(rulebookHash);
    }

    /** States what people call a band, and answers with its node. */
    public static Node band(Graph graph, Rulebook rulebook, String name) {
        Node band = iri(rulebook.edition() + "/band/" + name);
        graph.add(band, RDF.type.asNode(), SKOS.CONCEPT);
        rulebook.bands().stream()
                .filter(one -> one.name().equals(name))
                .map(Band::label)
                .forEach(label -> {
                    graph.add(band, SKOS.PREF_LABEL, NodeFactory.createLiteralLang(label.zh(), "zh"));
                    graph.add(band, SKOS.PREF_LABEL, NodeFactory.createLiteralLang(label.en(), "en"));
                });
        return band;
    }

    private Graph build(String rulebookHash) {
        Node site = iri(assessment.record().site());
        Node edition = iri(assessment.rulebook().edition());
        add(subject, RDF.type.asNode(), PROV.term("Entity"));
        add(subject, RDF.type.asNode(), PL.term("Assessment"));
        add(subject, PL.term("site"), site);
        add(subject, PL.term("edition"), edition);
        add(subject, PL.term("onDate"), literal(Dates.iso(assessment.onDay()), XSDDatatype.XSDdate));
        add(subject, PL.term("rulebookHash"), NodeFactory.createLiteralString(rulebookHash));
        if (assessment.score().exists()) {
            add(subject, PL.term("score"), decimal(assessment.score().text()));
            add(subject, PL.term("scoreLow"), decimal(assessment.scoreLow().text()));
            add(subject, PL.term("scoreHigh"), decimal(assessment.scoreHigh().text()));
        }
        Band band = assessment.band();
        if (band != null) {
            add(subject, PL.term("band"), band(graph, assessment.rulebook(), band.name()));
        }
        add(subject, PL.term("measuredShare"), decimal(Micros.scaled(assessment.measuredShare(), 4)));
        add(
                subject,
                PL.term("provisional"),
                literal(Boolean.toString(assessment.provisional()), XSDDatatype.XSDboolean));
        add(subject, PROV.term("wasDerivedFrom"), site);
        Wording wording = new Wording(assessment);
        for (ClauseResult result : assessment.results()) {
            if (result.reason() != Reason.OTHER_CLASS) {
                assertion(result, site, wording);
            }
        }
        return graph;
    }

    private void assertion(ClauseResult result, Node site, Wording wording) {
        var clause = assessment.rulebook().clauses().get(result.clause());
        Node assertion = iri(subject.getURI() + "/clause/" + clause.number());
        Node outcome = iri(assertion.getURI() + "/result");
        add(assertion, RDF.type.asNode(), EARL.term("Assertion"));
        add(assertion, DCT.term("isPartOf"), subject);
        add(assertion, EARL.term("subject"), site);
        add(assertion, EARL.term("test"), iri(assessment.rulebook().clauseIri(clause.number())));
        // A bare record holds the outcome of a judgement and not in which capacity somebody judged.
        Assertor.of(clause, result.outcome(), null, Assertor.RUNNING).state(graph, assertion);
        add(assertion, EARL.term("result"), outcome);
        add(outcome, RDF.type.asNode(), EARL.term("TestResult"));
        add(outcome, EARL.term("outcome"), EARL.term(result.outcome().term()));
        Text text = wording.sentence(result.clause());
        add(outcome, EARL.term("info"), NodeFactory.createLiteralLang(text.zh(), "zh"));
        add(outcome, EARL.term("info"), NodeFactory.createLiteralLang(text.en(), "en"));
        if (result.outcome() != Outcome.INAPPLICABLE) {
            add(assertion, PL.term("points"), decimal(Micros.format(result.possible() * 1000)));
            add(assertion, PL.term("earned"), decimal(Micros.format(result.earned() * 1000)));
        }
    }

    private void add(Node s, Node p, Node o) {
        graph.add(s, p, o);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node decimal(String text) {
        return literal(text, XSDDatatype.XSDdecimal);
    }

    private static Node literal(String text, XSDDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }
}
