package org.plumbline.fact.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.NotAllowed;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.Deed;
import org.plumbline.fact.erasure.Erased.Value;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.ErasureGraph;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Kind;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.Ledger.Kept;
import org.plumbline.ledger.LedgerEntry;
import org.plumbline.ledger.Provenance.Origin;
import org.plumbline.ledger.Secret;
import org.plumbline.ledger.Submission;
import org.plumbline.ledger.SubmissionGraph;
import org.plumbline.rdf.Canonical;

/**
 * Erases personal information on request (个人信息保护法 article 47): values that are kept apart from the chain are found by what they say,
 * and taken out of the record, of everything that derives from it and of what was published. An entry of the ledger says which hashes were
 * erased, by whose role and why; the chain, and every checkpoint that was ever signed, still hold.
 */
@ApplicationScoped
public class Erasure {
    /** How many values are found, and erased, at once. */
    public static final int MOST = 100;

    /** The longest reason, in characters. */
    public static final int LONGEST = 500;

    private static final int LEAST_TEXT = 2;
    private static final String HASH = "[0-9a-f]{64}";
    private static final Pattern DIGEST = Pattern.compile("sha256:(" + HASH + ")");

    private final Ledger ledger;
    private final DerivedStores stores;
    private final Iris iris;
    private final Secret secret;
    private final Audit audit;
    private final Clock clock;
    private final Event<Erased> told;

    Erasure(
            Ledger ledger,
            DerivedStores stores,
            Iris iris,
            Secret secret,
            Audit audit,
            Clock clock,
            Event<Erased> told) {
        this.ledger = ledger;
        this.stores = stores;
        this.iris = iris;
        this.secret = secret;
        this.audit = audit;
        this.clock = clock;
        this.told = told;
    }

    /** What was asked cannot be done; {@code key} names the words for it, {@code refused.erase.KEY}. */
    public static final class Refused extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String key;

        Refused(String key, String message) {
            super(message);
            this.key = key;
        }

        /** Which words say it. */
        public String key() {
            return key;
        }
    }

    /**
     * Values that stand and hold a text, the oldest first, at most {@link #MOST}. That somebody looked is noted, not for what.
     *
     * @param text part of the value, at least two characters; may be empty when a site is given
     * @param site code of the only site to look at; empty for all
     * @throws Refused when neither is given
     * @throws NotAllowed when that person may not erase
     */
    public List<Kept> find(String text, String site, Actor by) {
        by.requireEverywhere(Act.ERASE);
        String words = text.strip();
        String code = site.strip();
        if (code.isEmpty() ? words.length() < LEAST_TEXT : words.length() > LONGEST) {
            throw new Refused("find", "Give at least two characters of the text, or the code of a site");
        }
        audit.note(by.login(), by.address(), new Deed("search-kept-apart", code.isEmpty() ? "*" : "site " + code));
        return ledger.kept(words, code.isEmpty() ? null : iris.site(code), MOST);
    }

    /**
     * The same with reasons and names of files in the audit trail, which belong to no site, as people and programs see them.
     *
     * @throws Refused when neither a text nor a site is given
     * @throws NotAllowed when that person may not erase
     */
    public List<ErasureView> search(String text, String site, Actor by) {
        List<ErasureView> found = new ArrayList<>(find(text, site, by).stream()
                .map(kept -> ErasureView.of(kept, iris))
                .toList());
        if (site.isBlank()) {
            audit.texts(text.strip(), MOST - found.size()).forEach(one -> found.add(ErasureView.of(one)));
        }
        return List.copyOf(found);
    }

    /**
     * Erases values, in one transaction. Call it outside one.
     *
     * @param hashes which, as {@link #find} gave them
     * @param why the reason, a sentence for people that names nobody; stands in ledger and audit trail
     * @return how many were erased; those that were gone already do not count
     * @throws Refused when no reason is given, or something that is no hash, or too many at once
     * @throws NotAllowed when that person may not erase
     */
    public int erase(Collection<String> hashes, String why, Actor by) {
        by.requireEverywhere(Act.ERASE);
        if (hashes.isEmpty() || hashes.size() > MOST || !hashes.stream().allMatch(hash -> hash.matches(HASH))) {
            throw new Refused("which", "Name 1 to " + MOST + " values by their hashes, as the search gives them");
        }
        if (why.isBlank() || why.length() > LONGEST) {
            throw new Refused("why", "Give a reason of at most " + LONGEST + " characters that names nobody");
        }
        return DerivedStores.transaction().call(() -> {
            ledger.lock();
            List<Audit.Text> trail = audit.texts(hashes);
            List<Kept> values = ledger.kept(hashes);
            if (trail.isEmpty() && values.isEmpty()) {
                return 0;
            }
            List<Value> gone = new ArrayList<>(values.stream().map(this::value).toList());
            trail.forEach(text -> gone.add(value(text)));
            long last = values.isEmpty() ? 0 : erase(values, why.strip(), by);
            audit.erase(hashes, by.login(), by.address(), why.strip());
            told.fire(new Erased(last, List.copyOf(gone)));
            return gone.size();
        });
    }

    private long erase(List<Kept> values, String why, Actor by) {
        Map<String, List<String>> bySubject = new LinkedHashMap<>();
        values.forEach(one -> bySubject
                .computeIfAbsent(one.subject(), subject -> new ArrayList<>())
                .add(one.apart().hash()));
        long last = 0;
        for (Map.Entry<String, List<String>> one : bySubject.entrySet()) {
            LedgerEntry entry = append(one.getKey(), one.getValue(), why, by);
            ledger.erase(one.getValue(), entry);
            last = entry.position();
        }
        stores.again(bySubject.keySet());
        String what = values.size() + " values of "
                + String.join(", ", bySubject.keySet().stream().map(iris::local).toList());
        audit.note(by.login(), by.address(), new Deed("erase", what, why));
        return last;
    }

    private LedgerEntry append(String subject, List<String> hashes, String why, Actor by) {
        String submission = iris.submission(secret.name("erase " + String.join(" ", hashes)));
        Submission erasing = ErasureGraph.of(
                submission,
                subject,
                hashes,
                why,
                iris.role(by.as(Act.ERASE).code()),
                LocalDate.now(clock),
                clock.instant());
        return stores.record(List.of(SubmissionGraph.entry(Kind.ERASURE, erasing, secret.nonce(submission))))
                .getFirst();
    }

    private Value value(Kept kept) {
        String digest = ledger.entry(kept.submission())
                .map(entry -> SubmissionGraph.read(entry).provenance().origin())
                .flatMap(origin -> Optional.ofNullable(origin).map(Origin::digest))
                .orElse(null);
        return new Value(kept.apart().hash(), kept.position(), kept.subject(), name(kept), text(kept), digest);
    }

    private static Value value(Audit.Text text) {
        Matcher digest = DIGEST.matcher(text.entry().what());
        return new Value(
                text.hash(),
                0,
                "",
                text.field().equals(ErasureView.FILE) ? Value.FILE_NAME : text.field(),
                text.value(),
                digest.find() ? digest.group(1) : null);
    }

    /** Local name of the property whose value it is. */
    static String name(Kept kept) {
        return kept.apart().predicate().replaceFirst("^.*[#/]", "");
    }

    /** A value as people wrote it. */
    static String text(Kept kept) {
        @Nullable String value = kept.apart().value();
        if (value == null) {
            return "";
        }
        Node term = Canonical.term(value);
        return term.isLiteral() ? term.getLiteralLexicalForm() : term.getURI();
    }
}
