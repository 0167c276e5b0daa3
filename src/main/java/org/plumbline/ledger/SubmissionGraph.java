package org.plumbline.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Provenance.Origin;
import org.plumbline.ledger.Provenance.Supersession;
import org.plumbline.rdf.Canonical;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.PROV;

/**
 * A submission as RDF and back. Its statements form a graph named by its IRI; what is said about that IRI, and about its
 * <code>#activity</code>, is provenance. The bytes of an entry hold both.
 */
public final class SubmissionGraph {
    private SubmissionGraph() {}

    /**
     * The entry that records a submission.
     *
     * @param nonce what keeps its bytes from being guessed, see {@link Secret#nonce}
     */
    public static Entry entry(Kind kind, Submission submission, String nonce) {
        return entry(kind, submission, nonce, Set.of());
    }

    /**
     * The entry that records a submission.
     *
     * @param personal the facts whose values are about a person, so that they are kept apart
     */
    public static Entry entry(Kind kind, Submission submission, String nonce, Set<Node> personal) {
        List<Apart> apart = new ArrayList<>();
        var origin = submission.provenance().origin();
        var digest = origin == null ? null : origin.digest();
        var stated = GraphFactory.createDefaultGraph();
        var whole = GraphFactory.createDefaultGraph();
        all(submission, nonce).stream().map(Canonical::triple).forEach(triple -> {
            whole.add(triple);
            // The register is public, and names places; how a change of it came about may name people.
            var ofRegister = kind == Kind.REGISTER && triple.getSubject().equals(iri(submission.subject()));
            if (ofRegister || !Apart.keeps(triple, personal)) {
                stated.add(triple);
            } else {
                var one = triple.getPredicate().equals(PL.FILE_NAME) ? FileNames.of(triple, digest) : Apart.of(triple);
                apart.add(one);
                stated.add(triple.getSubject(), triple.getPredicate(), one.stated());
            }
        });
        var by = submission.provenance();
        return new Entry(
                kind,
                submission.iri(),
                submission.subject(),
                by.agent(),
                by.recordedAt(),
                Canonical.bytes(stated),
                List.copyOf(apart),
                read(submission.iri(), whole));
    }

    /** Its canonical bytes with nothing kept apart: statements, provenance and nonce together. */
    public static byte[] bytes(Submission submission, String nonce) {
        return Canonical.bytes(all(submission, nonce));
    }

    private static Graph all(Submission submission, String nonce) {
        var all = provenance(submission);
        all.add(iri(submission.iri()), PL.NONCE, Literals.string(nonce));
        submission.statements().stream().forEach(all::add);
        return all;
    }

    /** What is said about the submission itself, for the graph that describes graphs. */
    public static Graph provenance(Submission submission) {
        var graph = GraphFactory.createDefaultGraph();
        var about = iri(submission.iri());
        var activity = iri(submission.iri() + "#activity");
        var by = submission.provenance();
        graph.add(about, RDF.type.asNode(), PROV.ENTITY);
        graph.add(about, RDF.type.asNode(), PL.SUBMISSION);
        graph.add(about, DCT.SUBJECT, iri(submission.subject()));
        graph.add(about, PL.SOURCE, iri(submission.source()));
        graph.add(about, PL.OBSERVED_ON, Literals.date(submission.observedOn()));
        graph.add(about, PROV.GENERATED_AT_TIME, Literals.time(by.recordedAt()));
        graph.add(about, PROV.WAS_ATTRIBUTED_TO, iri(by.agent()));
        graph.add(about, PROV.WAS_GENERATED_BY, activity);
        if (by.synthetic()) graph.add(about, PL.SYNTHETIC, Literals.bool(true));
        graph.add(activity, RDF.type.asNode(), PROV.ACTIVITY);
        graph.add(activity, RDF.type.asNode(), iri(by.activity()));
        graph.add(activity, PROV.WAS_ASSOCIATED_WITH, iri(by.agent()));
        if (by.origin() instanceof Origin(var fileName, var digest, var sheet, var row)) {
            graph.add(activity, PL.FILE_NAME, Literals.string(fileName));
            if (digest != null) graph.add(activity, PL.FILE_DIGEST, Literals.string(digest));
            if (sheet != null) graph.add(activity, PL.SHEET, Literals.string(sheet));
            if (row != null) graph.add(activity, PL.ROW, Literals.integer(row));
        }
        if (by.supersedes() instanceof Supersession(var earlier, var why)) {
            graph.add(about, PROV.WAS_REVISION_OF, iri(earlier));
            graph.add(about, PL.WHY, Literals.string(why));
        }
        return graph;
    }

    /** The submission that an entry records, with the values that are kept apart; those that were erased it no longer states. */
    public static Submission read(LedgerEntry entry) {
        // What was just made of a graph need not be parsed again.
        if (entry.read() != null) return entry.read();
        var graph = Canonical.graph(entry.bytes());
        return read(entry.submission(), entry.apart().isEmpty() ? graph : whole(graph, entry.apart()));
    }

    private static Graph whole(Graph stated, List<Apart> apart) {
        Map<String, Apart> byHash = apart.stream().collect(Collectors.toMap(Apart::hash, one -> one));
        var whole = GraphFactory.createDefaultGraph();
        stated.stream().forEach(triple -> {
            var value = triple.getObject();
            if (Apart.is(value)) {
                var one = byHash.get(value.getLiteralLexicalForm());
                value = one == null || one.value() == null
                        ? Apart.instead(triple.getPredicate())
                        : Canonical.term(one.value());
            }
            if (value != null) whole.add(triple.getSubject(), triple.getPredicate(), value);
        });
        return whole;
    }

    /**
     * The submission that bytes record under an IRI.
     *
     * @throws IllegalArgumentException when the bytes do not describe that submission
     */
    public static Submission read(String submission, byte[] bytes) {
        return read(submission, Canonical.graph(bytes));
    }

    private static Submission read(String submission, Graph all) {
        var about = iri(submission);
        var activity = iri(submission + "#activity");
        var statements = GraphFactory.createDefaultGraph();
        var said = GraphFactory.createDefaultGraph();
        all.stream()
                .forEach(triple -> (triple.getSubject().equals(about)
                                        || triple.getSubject().equals(activity)
                                ? said
                                : statements)
                        .add(triple));
        return new Submission(
                submission,
                needed(said, about, DCT.SUBJECT),
                needed(said, about, PL.SOURCE),
                LocalDate.parse(needed(said, about, PL.OBSERVED_ON)),
                statements,
                provenance(said, about, activity));
    }

    private static Provenance provenance(Graph said, Node about, Node activity) {
        var kind = said.stream(activity, RDF.type.asNode(), Node.ANY)
                .map(triple -> triple.getObject())
                .filter(type -> !type.equals(PROV.ACTIVITY))
                .findFirst()
                .orElse(PROV.ACTIVITY);
        var fileName = text(said, activity, PL.FILE_NAME);
        var row = text(said, activity, PL.ROW);
        var origin = fileName == null
                ? null
                : new Origin(
                        fileName,
                        text(said, activity, PL.FILE_DIGEST),
                        text(said, activity, PL.SHEET),
                        row == null ? null : Integer.valueOf(row));
        var earlier = text(said, about, PROV.WAS_REVISION_OF);
        return new Provenance(
                needed(said, about, PROV.WAS_ATTRIBUTED_TO),
                kind.getURI(),
                Instant.parse(needed(said, about, PROV.GENERATED_AT_TIME)),
                origin,
                earlier == null ? null : new Supersession(earlier, needed(said, about, PL.WHY)),
                "true".equals(text(said, about, PL.SYNTHETIC)));
    }

    private static String needed(Graph graph, Node about, Node property) {
        var text = text(graph, about, property);
        if (text == null)
            throw new IllegalArgumentException("The bytes of " + about.getURI() + " lack " + property.getURI());
        return text;
    }

    private static @Nullable String text(Graph graph, Node about, Node property) {
        return graph.stream(about, property, Node.ANY)
                .map(triple -> triple.getObject())
                .map(value -> value.isURI() ? value.getURI() : value.getLiteralLexicalForm())
                .findFirst()
                .orElse(null);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
