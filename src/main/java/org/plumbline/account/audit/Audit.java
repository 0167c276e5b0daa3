package org.plumbline.account.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The audit trail. Whoever changes something says so here in the same transaction, so that no change is without a trace and no
 * trace without its change. Entries are only ever added.
 */
@ApplicationScoped
public class Audit {
    private static final int PAGE = 500;
    private static final int LONGEST = 500;

    private final AuditTable table;
    private final Clock clock;

    Audit(AuditTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Notes a deed within the caller's transaction, or in one of its own.
     *
     * @param who login of the person
     * @param address from where
     */
    @Transactional
    public void note(String who, String address, Deed deed) {
        table.append(new AuditEntry(
                0,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                plain(who),
                plain(deed.act()),
                plain(deed.what()),
                plain(address),
                plain(deed.why())));
    }

    /**
     * Entries before a position, the newest first.
     *
     * @param words what who, what or why hold; empty for all
     * @param act the kind of deed; empty for all
     */
    public List<AuditEntry> before(long position, String words, String act, int limit) {
        return table.before(position, words, act, limit);
    }

    /** Every entry, the oldest first, read a page at a time while the stream is consumed. */
    public Stream<AuditEntry> all() {
        return pages().map(AuditTable.Kept::entry);
    }

    /** The kinds of deeds that there are. */
    public List<String> acts() {
        return table.acts();
    }

    /** What does not hold in the chain, each fault as a sentence; empty when nothing was altered, taken out or put in. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        long[] expected = {1};
        byte[][] chain = {new byte[32]};
        pages().forEach(kept -> {
            AuditEntry entry = kept.entry();
            String name = "Audit entry " + entry.position();
            if (entry.position() != expected[0]) {
                faults.add(name + " follows " + (expected[0] - 1) + ": what stood between is gone.");
            }
            byte[] hash = AuditTable.sha256(kept.bytes());
            if (!Arrays.equals(hash, kept.hash())
                    || !Arrays.equals(kept.bytes(), table.bytes(entry, entry.position()))) {
                faults.add(name + " was altered: its columns, bytes and hash do not agree.");
            }
            if (!Arrays.equals(AuditTable.sha256(chain[0], kept.hash()), kept.chain())) {
                faults.add(name + " does not continue the chain: it, or the one before, was put there or altered.");
            }
            expected[0] = entry.position() + 1;
            chain[0] = kept.chain();
        });
        return faults;
    }

    private Stream<AuditTable.Kept> pages() {
        return Stream.iterate(
                        table.from(1, PAGE),
                        page -> !page.isEmpty(),
                        page -> table.from(page.getLast().entry().position() + 1, PAGE))
                .flatMap(List::stream);
    }

    /** One line of limited length: what visitors send may not break the trail's lines. */
    private static String plain(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
