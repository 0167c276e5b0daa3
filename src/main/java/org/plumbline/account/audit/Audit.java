package org.plumbline.account.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The audit trail. Whoever changes something says so here in the same transaction, so that no change is without a trace and no
 * trace without its change. Entries are only ever added.
 */
@ApplicationScoped
public class Audit {
    private static final int PAGE = 500;
    private static final int LONGEST = 500;

    /** So many names of erased texts stay within the longest text of an entry. */
    private static final int ERASED_AT_ONCE = 20;

    private static final String ERASE = "erase-audit";
    private static final Pattern NAMED = Pattern.compile("\\d+ [a-z]+");

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
        append(who, address, deed);
    }

    private long append(String who, String address, Deed deed) {
        return table.append(new AuditEntry(
                0,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                plain(who),
                plain(deed.act()),
                plain(deed.what()),
                plain(address),
                plain(deed.why()),
                plain(deed.file())));
    }

    /**
     * A text of the trail that stands and can be erased.
     *
     * @param field {@code why} for a reason, {@code file} for the name of a file
     * @param hash what names it
     * @param value the text
     * @param entry its entry
     */
    public record Text(String field, String hash, String value, AuditEntry entry) {}

    /** Reasons and names of files that stand and hold some words, the oldest first. */
    public List<Text> texts(String words, int limit) {
        return texts(table.standing(words, limit));
    }

    /** Those of some texts, by their hashes, that stand. */
    public List<Text> texts(Collection<String> hashes) {
        return texts(table.standing(hashes));
    }

    private List<Text> texts(List<AuditApart> standing) {
        return standing.stream()
                .map(one -> new Text(
                        one.field(),
                        one.hash(),
                        one.shown(),
                        table.from(one.position(), 1).getFirst().entry()))
                .toList();
    }

    /**
     * Erases texts of the trail for good, by further entries that name them and say why; the chain still holds. Within the caller's
     * transaction.
     *
     * @param hashes which, as {@link #texts} gave them; those that are gone already do not count
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Collection<String> hashes, String who, String address, String why) {
        List<AuditApart> standing = table.standing(hashes);
        for (int from = 0; from < standing.size(); from += ERASED_AT_ONCE) {
            List<AuditApart> some = standing.subList(from, Math.min(standing.size(), from + ERASED_AT_ONCE));
            String names = some.stream().map(AuditApart::name).collect(Collectors.joining(", "));
            table.erase(some, append(who, address, new Deed(ERASE, names, why)));
        }
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
        // By name the texts that are gone, until an entry is met that says so.
        Map<String, String> erased = new TreeMap<>();
        pages().forEach(kept -> {
            AuditEntry entry = kept.bare();
            String name = "Audit entry " + entry.position();
            if (entry.position() != expected[0]) {
                faults.add(name + " follows " + (expected[0] - 1) + ": what stood between is gone.");
            }
            byte[] hash = AuditTable.sha256(kept.bytes());
            if (!Arrays.equals(hash, kept.hash())
                    || !Arrays.equals(kept.bytes(), table.bytes(entry, entry.position(), entry.why(), kept.apart()))) {
                faults.add(name + " was altered: its columns, bytes and hash do not agree.");
            }
            for (AuditApart one : kept.apart()) {
                if (!one.genuine()) {
                    faults.add(name + " was altered: its text \"" + one.field() + "\" is not the one that was hashed.");
                } else if (one.erasedBy() != null) {
                    erased.put(one.name(), one.field());
                }
            }
            if (entry.act().equals(ERASE)) {
                NAMED.matcher(entry.what())
                        .results()
                        .filter(named -> erased.remove(named.group()) == null)
                        .forEach(named ->
                                faults.add(name + " says that " + named.group() + " was erased, but it was not."));
            }
            if (!Arrays.equals(AuditTable.sha256(chain[0], kept.hash()), kept.chain())) {
                faults.add(name + " does not continue the chain: it, or the one before, was put there or altered.");
            }
            expected[0] = entry.position() + 1;
            chain[0] = kept.chain();
        });
        erased.keySet().forEach(named -> faults.add("Audit text " + named + " is gone, and no later entry says so."));
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
