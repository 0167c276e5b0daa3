package org.plumbline.publication.graph;

import java.util.Locale;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.SuccessionTable;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.F;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.SKOS;

/** What the published register states: places and where they stand, what continues what has ended, and the roles that bring facts. */
final class PlaceGraph {
    private static final Node ORG_ROLE = NodeFactory.createURI("http://www.w3.org/ns/org#Role");

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Iris iris;

    PlaceGraph(Iris iris) {
        this.iris = iris;
    }

    /** What was stated so far. */
    Graph graph() {
        return graph;
    }

    /** States what a place is and where it stands. */
    void place(PublishedPlace place) {
        Node about = node(iris.place(place.code()));
        String kind = place.kind();
        graph.add(
                about,
                RDF.type.asNode(),
                F.term(kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT)));
        BothLanguages.add(graph, about, SKOS.PREF_LABEL, place.name());
        graph.add(about, SKOS.NOTATION, NodeFactory.createLiteralString(place.code()));
        if (place.parent() != null) {
            graph.add(about, DCT.IS_PART_OF, node(iris.place(place.parent())));
        }
    }

    /** States that something ended and what continues it. */
    void step(SuccessionTable.Step step) {
        Node old = node(step.ofSite() ? iris.site(step.code()) : iris.place(step.code()));
        Node next = node(step.ofSite() ? iris.site(step.successor()) : iris.place(step.successor()));
        graph.add(old, DCT.IS_REPLACED_BY, next);
        graph.add(next, DCT.REPLACES, old);
        graph.add(old, PL.VALID_TO, NodeFactory.createLiteralDT(step.since().toString(), XSDDatatype.XSDdate));
    }

    /** States a role, for roles stand in public where persons would. */
    void role(String code) {
        Node about = node(iris.role(code));
        graph.add(about, RDF.type.asNode(), ORG_ROLE);
        BothLanguages.add(graph, about, SKOS.PREF_LABEL, RoleWords.name(code));
        graph.add(about, SKOS.NOTATION, NodeFactory.createLiteralString(code));
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
