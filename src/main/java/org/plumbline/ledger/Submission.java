package org.plumbline.ledger;

import java.time.LocalDate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/**
 * One subject, one source, one date: the unit of the record.
 *
 * @param iri its name, which is also the name of its graph; see {@link Iris#submission}
 * @param subject IRI of the site or place it speaks about
 * @param source IRI of its source, see {@link Source}
 * @param observedOn the date for which its statements hold
 * @param statements facts and judgements, or the state of a place; each about the subject, something below it
 *     (<code>…/room/201</code>), or something below the submission (<code>…/judgement/1</code>)
 * @param provenance who, how, when, from where
 */
public record Submission(
        String iri, String subject, String source, LocalDate observedOn, Graph statements, Provenance provenance) {
    public Submission {
        statements.stream().forEach(triple -> requireAbout(triple, iri, subject));
    }

    /** IRI of the judgement with this number, from 1, inside a submission. */
    public static String judgement(String submission, int number) {
        return submission + "/judgement/" + number;
    }

    private static void requireAbout(Triple triple, String iri, String subject) {
        var about = triple.getSubject().isURI() ? triple.getSubject().getURI() : "";
        if (!about.equals(subject) && !about.startsWith(subject + "/") && !about.startsWith(iri + "/"))
            throw new IllegalArgumentException("A submission about <" + subject + "> cannot state: "
                    + triple.getSubject() + " " + triple.getPredicate() + " " + triple.getObject());
    }
}
