package org.plumbline.publication.dataset;

import java.util.List;
import java.util.Locale;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.plumbline.account.Role;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.page.BothLanguages;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.SuccessionTable;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.F;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.SKOS;
import org.plumbline.web.Labels;

/** The published register as one graph: places and where they stand, what continues what has ended, and the roles that bring facts. */
final class PlaceGraph {
    private static final int PAGE = 1000;
    private static final Node ORG_ROLE = NodeFactory.createURI("http://www.w3.org/ns/org#Role");

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Iris iris;

    private PlaceGraph(Iris iris) {
        this.iris = iris;
    }

    /** Its name. */
    static String name(Iris iris) {
        return iris.base() + "id/graph/register";
    }

    static Graph of(Iris iris, long publication, PlaceTable places, SuccessionTable successions) {
        PlaceGraph made = new PlaceGraph(iris);
        String last = "";
        for (List<PublishedPlace> page = places.after(publication, last, PAGE);
                !page.isEmpty();
                page = places.after(publication, last, PAGE)) {
            page.forEach(made::place);
            last = page.getLast().code();
        }
        successions.all(publication).forEach(made::step);
        for (Role role : Role.values()) {
            made.role(role.code());
        }
        return made.graph;
    }

    private void place(PublishedPlace place) {
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

    private void step(SuccessionTable.Step step) {
        Node old = node(step.ofSite() ? iris.site(step.code()) : iris.place(step.code()));
        Node next = node(step.ofSite() ? iris.site(step.successor()) : iris.place(step.successor()));
        graph.add(old, DCT.IS_REPLACED_BY, next);
        graph.add(next, DCT.REPLACES, old);
        graph.add(old, PL.VALID_TO, NodeFactory.createLiteralDT(step.since().toString(), XSDDatatype.XSDdate));
    }

    /** Roles stand in public where persons would. */
    private void role(String code) {
        Node about = node(iris.role(code));
        graph.add(about, RDF.type.asNode(), ORG_ROLE);
        BothLanguages.add(graph, about, SKOS.PREF_LABEL, Labels.text("role." + code));
        graph.add(about, SKOS.NOTATION, NodeFactory.createLiteralString(code));
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
