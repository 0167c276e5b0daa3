package org.plumbline.fact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.graph.GraphFactory;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.NotAllowed;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.Deed;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Entry;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Kind;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.Provenance.Supersession;
import org.plumbline.ledger.Secret;
import org.plumbline.ledger.Submission;
import org.plumbline.ledger.SubmissionGraph;
import org.plumbline.rdf.PL;

/**
 * Takes a mistaken import back as a whole, by further entries: each supersedes one submission of the file and states nothing, so
 * that what counted before counts again and the history stays.
 */
@ApplicationScoped
public class Withdrawal {
    private static final int PAGE = 500;

    private final Ledger ledger;
    private final Iris iris;
    private final Secret secret;
    private final DerivedStores stores;
    private final ObservationTable table;
    private final Audit audit;
    private final Clock clock;

    Withdrawal(
            Ledger ledger,
            Iris iris,
            Secret secret,
            DerivedStores stores,
            ObservationTable table,
            Audit audit,
            Clock clock) {
        this.ledger = ledger;
        this.iris = iris;
        this.secret = secret;
        this.stores = stores;
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is needed of a submission to take it back. */
    private record Mistaken(String submission, Submission about) {}

    /**
     * Takes back what was recorded from a file and still stands. Call it outside a transaction; a power cut in between leaves a
     * part, and the same call completes it.
     *
     * @param digest SHA-256 of the file, hexadecimal
     * @param synthetic whether it was handed in as made up: the same file may have been handed in both ways
     * @param why the reason, a sentence for people; stands in the ledger and in public
     * @return how many submissions were taken back
     * @throws NotAllowed when that person may not take imports back everywhere
     */
    public long ofFile(String digest, boolean synthetic, Actor by, String why) {
        by.requireEverywhere(Act.WITHDRAW);
        audit.note(by.login(), by.address(), new Deed("withdraw-import", "sha256:" + digest, why));
        List<Mistaken> all = find(digest, synthetic);
        long taken = 0;
        for (int from = 0; from < all.size(); from += PAGE) {
            List<Mistaken> page = all.subList(from, Math.min(from + PAGE, all.size()));
            taken += DerivedStores.transaction().call(() -> withdraw(page, by, why));
        }
        audit.note(
                by.login(),
                by.address(),
                new Deed("withdraw-import-done", "sha256:" + digest + ", " + taken + " submissions", why));
        return taken;
    }

    private List<Mistaken> find(String digest, boolean synthetic) {
        List<Mistaken> found = new ArrayList<>();
        ledger.ofFile(Kind.SUBMISSION, digest, synthetic).forEach(entry -> {
            Submission read = SubmissionGraph.read(entry);
            // Its statements are not needed, and a file may have many.
            found.add(new Mistaken(
                    entry.submission(),
                    new Submission(
                            read.iri(),
                            read.subject(),
                            read.source(),
                            read.observedOn(),
                            GraphFactory.createDefaultGraph(),
                            read.provenance())));
        });
        return found;
    }

    private long withdraw(List<Mistaken> page, Actor by, String why) {
        ledger.lock();
        Set<String> standing =
                table.standing(page.stream().map(Mistaken::submission).toList());
        String role = iris.role(by.as(Act.WITHDRAW).code());
        List<Entry> entries = new ArrayList<>();
        for (Mistaken one : page) {
            if (standing.contains(one.submission())) {
                String iri = iris.submission(secret.name("withdraw " + one.submission()));
                Submission taken = new Submission(
                        iri,
                        one.about().subject(),
                        one.about().source(),
                        one.about().observedOn(),
                        one.about().statements(),
                        new Provenance(
                                role,
                                PL.WITHDRAWING.getURI(),
                                clock.instant(),
                                null,
                                new Supersession(one.submission(), why),
                                one.about().provenance().synthetic()));
                entries.add(SubmissionGraph.entry(Kind.SUBMISSION, taken, secret.nonce(iri)));
            }
        }
        stores.record(entries);
        return entries.size();
    }
}
