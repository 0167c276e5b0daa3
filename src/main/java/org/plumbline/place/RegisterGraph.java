package org.plumbline.place;

import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.Submission;
import org.plumbline.place.RegisterChange.Closed;
import org.plumbline.place.RegisterChange.Names;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.place.RegisterChange.SiteState;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.F;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.SKOS;

/** A change of the register as a submission, and back. */
final class RegisterGraph {
    private static final Node ADDRESS = NodeFactory.createURI("https://schema.org/address");

    private final Iris iris;

    RegisterGraph(Iris iris) {
        this.iris = iris;
    }

    Submission submission(String iri, RegisterChange change, Provenance provenance) {
        var subject = change instanceof PlaceState || change instanceof Closed closed && !closed.site()
                ? iris.place(change.code())
                : iris.site(change.code());
        return new Submission(
                iri, subject, PL.REGISTER.getURI(), change.from(), statements(iri(subject), change), provenance);
    }

    private Graph statements(Node about, RegisterChange change) {
        var graph = GraphFactory.createDefaultGraph();
        switch (change) {
            case PlaceState place -> {
                graph.add(about, RDF.type.asNode(), place.kind().iri());
                name(graph, about, place.names());
                if (place.codeEdition() != null)
                    graph.add(about, PL.CODE_EDITION, Literals.string(place.codeEdition()));
                place.within().forEach(code -> graph.add(about, DCT.IS_PART_OF, iri(iris.place(code))));
            }
            case SiteState site -> {
                graph.add(about, RDF.type.asNode(), F.term(site.siteClass()));
                name(graph, about, site.names());
                site.addresses().forEach(address -> graph.add(about, ADDRESS, Literals.string(address)));
                site.within().forEach(code -> graph.add(about, DCT.IS_PART_OF, iri(iris.place(code))));
            }
            case Closed closed -> {
                graph.add(about, PL.VALID_TO, Literals.date(closed.from()));
                for (var code : closed.successors())
                    graph.add(about, DCT.IS_REPLACED_BY, iri(closed.site() ? iris.site(code) : iris.place(code)));
                if (closed.why() != null) graph.add(about, PL.WHY, Literals.string(closed.why()));
            }
        }
        graph.add(about, DCT.IDENTIFIER, Literals.string(change.code()));
        return graph;
    }

    private static void name(Graph graph, Node about, Names names) {
        graph.add(about, SKOS.PREF_LABEL, Literals.string(names.zh(), "zh"));
        if (names.en() != null) graph.add(about, SKOS.PREF_LABEL, Literals.string(names.en(), "en"));
        names.aliases().forEach(alias -> graph.add(about, SKOS.ALT_LABEL, Literals.string(alias, "zh")));
    }

    /**
     * The change that a submission of the register states.
     *
     * @throws IllegalArgumentException when it states none
     */
    RegisterChange read(Submission submission) {
        var about = iri(submission.subject());
        var graph = submission.statements();
        var from = submission.observedOn();
        var siteCode = iris.siteCode(submission.subject());
        var code = siteCode.or(() -> iris.placeCode(submission.subject()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "<" + submission.subject() + "> is neither a place nor a site below " + iris.base()));
        if (graph.contains(about, PL.VALID_TO, Node.ANY))
            return new Closed(
                    code,
                    siteCode.isPresent(),
                    codes(graph, about, DCT.IS_REPLACED_BY),
                    text(graph, about, PL.WHY).orElse(null),
                    from);
        var type = value(graph, about, RDF.type.asNode());
        var within = codes(graph, about, DCT.IS_PART_OF);
        var names = new Names(
                label(graph, about, "zh").orElseThrow(),
                label(graph, about, "en").orElse(null),
                texts(graph, about, SKOS.ALT_LABEL));
        if (siteCode.isPresent())
            return new SiteState(
                    code, type.getURI().substring(F.NS.length()), names, texts(graph, about, ADDRESS), within, from);
        for (var kind : PlaceKind.values())
            if (kind.iri().equals(type))
                return new PlaceState(
                        code, kind, names, text(graph, about, PL.CODE_EDITION).orElse(null), within, from);
        throw new IllegalArgumentException(type + " is no kind of place");
    }

    /** The codes of the sites or places that a property names. */
    private TreeSet<String> codes(Graph graph, Node about, Node property) {
        var codes = new TreeSet<String>();
        graph.stream(about, property, Node.ANY)
                .map(triple -> triple.getObject().getURI())
                .forEach(named -> codes.add(iris.placeCode(named)
                        .or(() -> iris.siteCode(named))
                        .orElseThrow(() -> new IllegalArgumentException(named + " is no place or site"))));
        return codes;
    }

    private static TreeSet<String> texts(Graph graph, Node about, Node property) {
        var texts = new TreeSet<String>();
        graph.stream(about, property, Node.ANY)
                .forEach(triple -> texts.add(triple.getObject().getLiteralLexicalForm()));
        return texts;
    }

    private static Optional<String> text(Graph graph, Node about, Node property) {
        return texts(graph, about, property).stream().findFirst();
    }

    private static Optional<String> label(Graph graph, Node about, String language) {
        return graph.stream(about, SKOS.PREF_LABEL, Node.ANY)
                .map(triple -> triple.getObject())
                .filter(label -> label.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    private static Node value(Graph graph, Node about, Node property) {
        return graph.stream(about, property, Node.ANY)
                .map(triple -> triple.getObject())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(about + " lacks " + property));
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
