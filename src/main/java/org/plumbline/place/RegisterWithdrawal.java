package org.plumbline.place;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.NotAllowed;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.Deed;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Kind;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.LedgerEntry;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.Provenance.Supersession;
import org.plumbline.ledger.Submission;
import org.plumbline.ledger.SubmissionGraph;
import org.plumbline.place.Register.Recorded;
import org.plumbline.place.RegisterChange.Closed;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.place.RegisterChange.SiteState;
import org.plumbline.rdf.PL;

/**
 * Takes a mistaken import of the register back as a whole, by further entries: what the file made is closed, what it changed is again as it
 * was before. What was changed since by somebody else is left as it is, and told.
 */
@ApplicationScoped
public class RegisterWithdrawal {
    private static final int PAGE = 500;

    private final Ledger ledger;
    private final Register register;
    private final Iris iris;
    private final Audit audit;
    private final Clock clock;

    RegisterWithdrawal(Ledger ledger, Register register, Iris iris, Audit audit, Clock clock) {
        this.ledger = ledger;
        this.register = register;
        this.iris = iris;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param restored places and sites that are again as they were
     * @param closed those that the file had made
     * @param left IRIs of those that were changed since, or in which something stands that came later
     */
    public record Taken(long restored, long closed, List<String> left) {}

    /**
     * Takes back what a file changed. Call it outside a transaction; a power cut in between leaves a part, and the same call completes it.
     *
     * @param digest SHA-256 of the file, hexadecimal
     * @param synthetic whether it was handed in as made up
     * @param why the reason, a sentence for people
     * @throws NotAllowed when that person may not take imports back everywhere
     */
    public Taken ofFile(String digest, boolean synthetic, Actor by, String why) {
        by.requireEverywhere(Act.WITHDRAW);
        audit.note(by.login(), by.address(), new Deed("withdraw-import", "sha256:" + digest, why));
        // By subject the position of its first entry from the file.
        Map<String, Long> firsts = new LinkedHashMap<>();
        ledger.ofFile(Kind.REGISTER, digest, synthetic)
                .forEach(entry -> firsts.putIfAbsent(entry.subject(), entry.position()));
        // What stands in a place goes before the place.
        List<String> subjects = new ArrayList<>(firsts.keySet()).reversed();
        long restored = 0;
        long closed = 0;
        List<String> left = new ArrayList<>();
        for (int from = 0; from < subjects.size(); from += PAGE) {
            List<String> page = subjects.subList(from, Math.min(subjects.size(), from + PAGE));
            Taken taken =
                    DerivedStores.transaction().call(() -> new Page(digest, by, why, synthetic).withdraw(page, firsts));
            restored += taken.restored();
            closed += taken.closed();
            left.addAll(taken.left());
        }
        audit.note(
                by.login(),
                by.address(),
                new Deed(
                        "withdraw-import-done",
                        "sha256:" + digest + ", " + restored + " restored, " + closed + " closed, " + left.size()
                                + " left",
                        why));
        return new Taken(restored, closed, List.copyOf(left));
    }

    /** Some subjects, in one transaction. */
    private final class Page {
        private final String digest;
        private final Actor by;
        private final String why;
        private final boolean synthetic;
        private final RegisterGraph graph = new RegisterGraph(iris);
        private long restored;
        private long closed;
        private final List<String> left = new ArrayList<>();

        Page(String digest, Actor by, String why, boolean synthetic) {
            this.digest = digest;
            this.by = by;
            this.why = why;
            this.synthetic = synthetic;
        }

        Taken withdraw(List<String> subjects, Map<String, Long> firsts) {
            register.lock();
            for (String subject : subjects) {
                subject(subject, firsts.getOrDefault(subject, 0L));
            }
            return new Taken(restored, closed, left);
        }

        private void subject(String subject, long first) {
            List<LedgerEntry> entries = ledger.about(subject).stream()
                    .filter(entry -> entry.kind() == Kind.REGISTER)
                    .toList();
            Submission last = SubmissionGraph.read(entries.getLast());
            if (last.provenance().activity().equals(PL.WITHDRAWING.getURI())) {
                return;
            }
            var origin = last.provenance().origin();
            if (origin == null || !digest.equals(origin.digest())) {
                left.add(subject);
                return;
            }
            RegisterChange mistaken = graph.read(last);
            RegisterChange before = before(entries, first)
                    .map(entry -> redated(graph.read(SubmissionGraph.read(entry)), mistaken))
                    .orElse(null);
            if (before == null && !register.openIn(mistaken.code()).isEmpty()) {
                left.add(subject);
                return;
            }
            record(before, mistaken, subject, last);
        }

        private void record(@Nullable RegisterChange before, RegisterChange mistaken, String subject, Submission last) {
            boolean site = iris.siteCode(subject).isPresent();
            RegisterChange now = before != null ? before : new Closed(mistaken.code(), site, mistaken.from());
            register.record(List.of(new Recorded(
                    now,
                    new Provenance(
                            iris.role(by.as(Act.WITHDRAW).code()),
                            PL.WITHDRAWING.getURI(),
                            clock.instant(),
                            null,
                            new Supersession(last.iri(), why),
                            synthetic))));
            if (before != null) {
                restored++;
            } else {
                closed++;
            }
        }

        /** What the register said of it just before the file. */
        private static Optional<LedgerEntry> before(List<LedgerEntry> entries, long first) {
            return entries.stream().filter(entry -> entry.position() < first).reduce((earlier, later) -> later);
        }

        private static RegisterChange redated(RegisterChange change, RegisterChange mistaken) {
            return switch (change) {
                case PlaceState place -> place.in(place.within(), mistaken.from());
                case SiteState site -> site.in(site.within(), mistaken.from());
                case Closed closed -> closed;
            };
        }
    }
}
