package org.plumbline.ledger;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionRunnerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What derives from the ledger: kept up with it as entries are appended, made anew from it, and compared with what it would be.
 */
@ApplicationScoped
public class DerivedStores {
    /** How many entries are taken in at once. */
    private static final int PAGE = 500;

    /** The time that work over a whole register or ledger may take. */
    public static final int LONG_WORK_SECONDS = 3600;

    private final Ledger ledger;
    private final List<Follower> followers;
    private final EntityManager entities;

    DerivedStores(Ledger ledger, @All List<Follower> followers, EntityManager entities) {
        this.ledger = ledger;
        this.followers = followers;
        this.entities = entities;
    }

    /**
     * Appends entries and brings everything that derives from them up to date, within the caller's transaction: all or none.
     *
     * @return the entries as recorded, with their positions
     * @throws ClockSetBack when the clock stands well before the last entry
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<LedgerEntry> record(List<Entry> entries) {
        if (!entries.isEmpty()) {
            ledger.lock();
            ledger.requireClock(entries.getFirst());
        }
        List<LedgerEntry> recorded = ledger.append(entries);
        follow(recorded);
        return recorded;
    }

    /** Tells the followers of entries, those of one kind in a row together, so that each finds what came before taken in. */
    private void follow(List<LedgerEntry> entries) {
        int from = 0;
        for (int i = 1; i <= entries.size(); i++) {
            if (i == entries.size()
                    || i - from == PAGE
                    || entries.get(i).kind() != entries.get(from).kind()) {
                List<LedgerEntry> run = entries.subList(from, i);
                followers.forEach(follower -> follower.follow(run));
                from = i;
            }
        }
    }

    /** Derives anew what is known of sites and places, after values of entries about them were erased; within the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void again(Collection<String> subjects) {
        for (String subject : subjects) {
            List<LedgerEntry> submissions = ledger.about(subject).stream()
                    .filter(entry -> entry.kind() == Kind.SUBMISSION)
                    .toList();
            followers.forEach(follower -> follower.again(subject, submissions));
        }
    }

    /** A transaction with the time to rebuild everything, or to wait while somebody does. */
    public static TransactionRunnerOptions transaction() {
        return QuarkusTransaction.requiringNew().timeout(LONG_WORK_SECONDS);
    }

    /** Empties the stores and fills them from the ledger again, in one transaction. Holds up whoever appends meanwhile. */
    public void rebuild() {
        transaction().run(this::fill);
    }

    private void fill() {
        ledger.lock();
        followers.reversed().forEach(Follower::clear);
        List<LedgerEntry> page = new ArrayList<>();
        ledger.entries(1).forEachOrdered(entry -> {
            page.add(entry);
            if (page.size() == PAGE) {
                follow(page);
                page.clear();
            }
        });
        follow(page);
        entities.flush();
    }

    /** A line for each table that is not what the ledger makes it; the tables stay as they are. */
    @ActivateRequestContext
    public List<String> differences() {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(LONG_WORK_SECONDS));
        try {
            // Before anything is counted, so that an import that runs is over or waits.
            ledger.lock();
            Map<String, String> before = digests();
            fill();
            return differences(before, digests());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        List<String> lines = new ArrayList<>();
        before.forEach((table, digest) -> {
            if (!Objects.equals(digest, after.get(table))) {
                lines.add("The table " + table + " is not what the ledger makes it (" + digest + " now, "
                        + after.get(table) + " from the ledger). Run plumbline rebuild.");
            }
        });
        return lines;
    }

    /** Number of rows and a digest over them in order, by table. */
    private Map<String, String> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        followers.forEach(follower -> follower.tables().forEach((table, order) -> {
            Object[] row = (Object[])
                    entities.createNativeQuery("select count(*), coalesce(md5(string_agg(md5(t::text), '' order by "
                                    + order + ")), '') from " + table + " t")
                            .getSingleResult();
            digests.put(table, row[0] + " rows, " + row[1]);
        }));
        return digests;
    }
}
