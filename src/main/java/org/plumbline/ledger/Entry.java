package org.plumbline.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Canonical;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.PROV;

/**
 * What is to be appended. The bytes are all that is hashed; the other components repeat what the bytes state about the
 * submission, so that the table can be searched by them, and an entry whose bytes do not state them cannot be made.
 *
 * @param kind what it speaks about
 * @param submission IRI of the submission, its name in the record
 * @param subject IRI of the site or place it speaks about
 * @param actor IRI of the role that brought it, never a person's name
 * @param recordedAt when it was recorded, in whole milliseconds
 * @param bytes canonical N-Triples, see {@link Canonical}
 * @param apart the values that the bytes hold as hashes
 * @param read the submission as {@link SubmissionGraph#read} would read it from the bytes; null to read it from there
 */
public record Entry(
        Kind kind,
        String submission,
        String subject,
        String actor,
        Instant recordedAt,
        byte[] bytes,
        List<Apart> apart,
        @Nullable Submission read) {
    /** An entry whose submission is read from the bytes. */
    public Entry(
            Kind kind,
            String submission,
            String subject,
            String actor,
            Instant recordedAt,
            byte[] bytes,
            List<Apart> apart) {
        this(kind, submission, subject, actor, recordedAt, bytes, apart, null);
    }

    public Entry {
        var unstated = Entry.unstated(submission, subject, actor, recordedAt, bytes);
        if (!unstated.isEmpty())
            throw new IllegalArgumentException("The bytes of " + submission + " do not state: " + unstated.getFirst());
    }

    /** Those of the statements behind the columns that the bytes lack, as N-Triples; empty when all is well. */
    static List<String> unstated(String submission, String subject, String actor, Instant recordedAt, byte[] bytes) {
        var text = "\n" + new String(bytes, StandardCharsets.UTF_8);
        var about = NodeFactory.createURI(submission);
        return List.of(
                        line(about, DCT.SUBJECT, NodeFactory.createURI(subject)),
                        line(about, PROV.WAS_ATTRIBUTED_TO, NodeFactory.createURI(actor)),
                        line(about, PROV.GENERATED_AT_TIME, Literals.time(recordedAt)))
                .stream()
                .filter(line -> !text.contains("\n" + line))
                .map(String::strip)
                .toList();
    }

    private static String line(Node subject, Node predicate, Node object) {
        return Canonical.line(Triple.create(subject, predicate, object));
    }
}
