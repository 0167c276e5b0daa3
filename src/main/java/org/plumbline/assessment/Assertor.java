package org.plumbline.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.EARL;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.PROV;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Outcome;

/**
 * Who asserts the outcome of a clause (<code>earl:assertedBy</code>): this program in a version, or, where a person judged, the capacity in
 * which that person did so, an inspector or the site's own manager. Never somebody by name.
 *
 * @param iri its IRI
 * @param version of the program; empty when that was not kept, null when a person judged
 */
public record Assertor(String iri, @Nullable String version) {
    private static final String SOFTWARE = "https://w3id.org/plumbline/software";
    private static final Node EARL_SOFTWARE = EARL.term("Software");
    private static final Node EARL_ASSERTOR = EARL.term("Assertor");

    /** The version of the program that runs. */
    public static final String RUNNING = running();

    /**
     * Who asserts an outcome. A person does when the clause is one that people judge and was decided; that it is open, or does not apply,
     * the rules say.
     *
     * @param judgedAs local name of the source that the judgement was stated as, such as Inspector; null when it does not say
     * @param version of the program that held the site against the edition; empty when that was not kept
     */
    public static Assertor of(Clause clause, Outcome outcome, @Nullable String judgedAs, String version) {
        boolean judged = clause.judged() && (outcome == Outcome.PASSED || outcome == Outcome.FAILED);
        return judged
                ? new Assertor(PL.NS + Objects.requireNonNullElse(judgedAs, "Unnamed"), null)
                : new Assertor(version.isEmpty() ? SOFTWARE : SOFTWARE + "/" + version, version);
    }

    /** <code>earl:manual</code> when a person judged, else <code>earl:automatic</code>. */
    public Node mode() {
        return version == null ? EARL.MANUAL : EARL.AUTOMATIC;
    }

    /** States who asserts an assertion, how, and what the asserter is. */
    public void state(Graph graph, Node assertion) {
        Node who = NodeFactory.createURI(iri);
        graph.add(assertion, EARL.MODE, mode());
        graph.add(assertion, EARL.ASSERTED_BY, who);
        if (version == null) {
            graph.add(who, RDF.type.asNode(), EARL_ASSERTOR);
            return;
        }
        graph.add(who, RDF.type.asNode(), EARL_SOFTWARE);
        graph.add(who, RDF.type.asNode(), PROV.term("SoftwareAgent"));
        graph.add(who, DCT.term("title"), NodeFactory.createLiteralLang("准绳", "zh"));
        graph.add(who, DCT.term("title"), NodeFactory.createLiteralLang("Plumbline", "en"));
        if (!version.isEmpty()) {
            graph.add(who, DCT.term("hasVersion"), NodeFactory.createLiteralString(version));
        }
    }

    private static String running() {
        try (InputStream in = Objects.requireNonNull(
                Assertor.class.getResourceAsStream("program.properties"), "program.properties")) {
            Properties program = new Properties();
            program.load(in);
            return program.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("The version of the program cannot be read", e);
        }
    }
}
