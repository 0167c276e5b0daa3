package org.plumbline.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Canonical;
import org.plumbline.signature.Signer;

/**
 * The one record: submissions and changes of the register, in one order, each chained to the one before it. Nothing is ever
 * changed here; what derives from it is rebuilt by reading it again.
 */
@ApplicationScoped
public class Ledger {
    private static final int PAGE = 1000;

    /** Clocks of two servers may differ by so much, and a clock may be corrected by it. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final LedgerTable table;
    private final Iris iris;
    private final Signer signer;

    Ledger(LedgerTable table, Iris iris, Signer signer) {
        this.table = table;
        this.iris = iris;
        this.signer = signer;
    }

    /**
     * Waits until no other transaction appends, and lets none until the caller's ends. Call it before reading what an append
     * depends on; {@link #append} calls it too.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        table.lock();
    }

    /**
     * Appends entries, in this order, within the caller's transaction: they are recorded when it commits, all or none.
     *
     * @return the entries as recorded, with their positions
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<LedgerEntry> append(List<Entry> entries) {
        if (entries.isEmpty()) return List.of();
        table.lock();
        var head = table.head();
        List<LedgerEntry> chained = new ArrayList<>(entries.size());
        for (var entry : entries) {
            var hash = Canonical.hash(entry.bytes());
            head = head.next(hash);
            chained.add(new LedgerEntry(
                    head.length(),
                    entry.kind(),
                    entry.submission(),
                    entry.subject(),
                    entry.actor(),
                    entry.recordedAt(),
                    entry.bytes(),
                    hash,
                    head.chainBytes(),
                    entry.apart(),
                    entry.read()));
        }
        table.insert(chained);
        return List.copyOf(chained);
    }

    /**
     * Insists that an entry was not recorded well before the last one: what was known when is told by these times, so a clock that was
     * set back must not write further ones. Call it with the lock held.
     *
     * @throws ClockSetBack when it was
     */
    void requireClock(Entry next) {
        var last = table.lastRecordedAt();
        if (last.isPresent() && next.recordedAt().isBefore(last.get().minus(CLOCKS_DIFFER)))
            throw new ClockSetBack(next.recordedAt(), last.get());
    }

    /** Where the ledger ends; inside a transaction, with what that transaction appended. */
    public Head head() {
        return table.head();
    }

    /** The last moment of a day: what was known on a day is what was known at its end. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
    }

    /** How long the ledger was at a moment: the position before the first entry that was recorded after it. */
    public long lengthAt(Instant moment) {
        return table.lengthAt(moment);
    }

    /**
     * Entries from a position on, at most so many, read a page at a time while the stream is consumed. Nothing needs closing.
     */
    public Stream<LedgerEntry> entries(long from, long limit) {
        return Stream.iterate(
                        nextPage(from),
                        page -> !page.isEmpty(),
                        page -> nextPage(page.getLast().position() + 1))
                .flatMap(List::stream)
                .limit(limit);
    }

    /** All entries from a position on. */
    public Stream<LedgerEntry> entries(long from) {
        return entries(from, Long.MAX_VALUE);
    }

    /**
     * The entries that were read from a file, oldest first. Reads the whole ledger, which takes its time: it is done rarely, and no index
     * has to be kept for it.
     *
     * @param digest SHA-256 of the file, hexadecimal
     * @param synthetic whether it was handed in as made up: the same file may have been handed in both ways
     */
    public Stream<LedgerEntry> ofFile(Kind kind, String digest, boolean synthetic) {
        var wanted = digest.getBytes(StandardCharsets.US_ASCII);
        return entries(1)
                .filter(entry -> entry.kind() == kind && Apart.holds(entry.bytes(), wanted))
                .filter(entry -> {
                    var by = SubmissionGraph.read(entry).provenance();
                    return by.origin() != null && digest.equals(by.origin().digest()) && by.synthetic() == synthetic;
                });
    }

    /** The entry that records a submission. */
    public Optional<LedgerEntry> entry(String submission) {
        return table.bySubmission(submission);
    }

    /** Everything recorded about a site or place, oldest first. */
    public List<LedgerEntry> about(String subject) {
        return table.bySubject(subject);
    }

    /**
     * A value that is kept apart and stands, with the entry that states its hash.
     *
     * @param position the entry's place in the ledger
     * @param submission IRI of the submission
     * @param subject IRI of the site or place it speaks about
     * @param recordedAt when it was recorded
     * @param apart the value
     */
    public record Kept(long position, String submission, String subject, Instant recordedAt, Apart apart) {}

    /**
     * Values kept apart that hold a text, the oldest first.
     *
     * @param text any part of the value, capital or small
     * @param subject IRI of the only site or place to look at; null for all
     */
    public List<Kept> kept(String text, @Nullable String subject, int limit) {
        return table.kept(text, subject, limit);
    }

    /** Those of some values, by their hashes, that stand. */
    public List<Kept> kept(Collection<String> hashes) {
        return table.kept(hashes);
    }

    /**
     * Erases values, by the entry that was just appended for it; the database refuses those that it does not name. What derives from the
     * entries that stated them is not touched, see {@link DerivedStores#again}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Collection<String> hashes, LedgerEntry by) {
        table.erase(hashes, by.position());
        FileNames.forget(hashes);
    }

    /** Walks the whole ledger and its checkpoints and says everything that does not hold. */
    public Verification verify() {
        return verify(List.of(), position -> {});
    }

    /**
     * The same, also against checkpoints from outside, such as those in reports and dumps.
     *
     * @param outside checkpoints that were kept elsewhere
     * @param progress is told each position that was reached
     */
    public Verification verify(List<Checkpoint> outside, LongConsumer progress) {
        var all = new ArrayList<>(checkpoints());
        outside.stream().filter(checkpoint -> !all.contains(checkpoint)).forEach(all::add);
        var entries = entries(1).peek(entry -> progress.accept(entry.position()));
        return new Verifier(iris.base(), signer, this::kept).walk(entries, all);
    }

    /**
     * Signs where the ledger ends. At most one for a head and a day: when that one is there already, it is the answer. Called
     * by whatever leaves the house (publishing, a report, a dump) and by command.
     */
    @Transactional
    public Checkpoint checkpoint(Clock clock) {
        var head = table.head();
        var today = LocalDate.now(clock);
        return checkpoint(head.length(), today).orElseGet(() -> {
            var signature = signer.sign(Checkpoint.signedBytes(iris.base(), today, head.chain(), head.length()));
            table.insert(new Checkpoint(
                    iris.base(),
                    today,
                    head.chain(),
                    head.length(),
                    signer.keyId(),
                    Base64.getEncoder().encodeToString(signature)));
            return checkpoint(head.length(), today).orElseThrow();
        });
    }

    /** All checkpoints, shortest ledger first. */
    public List<Checkpoint> checkpoints() {
        return table.checkpoints(iris.base());
    }

    private Optional<Checkpoint> checkpoint(long length, LocalDate date) {
        return checkpoints().stream()
                .filter(made -> made.length() == length && made.date().equals(date))
                .findFirst();
    }

    private List<LedgerEntry> nextPage(long from) {
        return table.page(from, PAGE);
    }
}
