package org.plumbline.ledger;

import java.util.List;
import java.util.SortedMap;

/**
 * A store that derives from the ledger. It is told of entries in the transaction that appends them, and of all entries again, in
 * the same order, when it is rebuilt; what it holds may depend on nothing else, nor on how the entries were parted.
 *
 * <p>Followers are told in the order of their {@link jakarta.annotation.Priority}, the highest first.
 */
public interface Follower {
    /** Takes in entries that follow those taken in before; all of one kind. Within the caller's transaction. */
    void follow(List<LedgerEntry> entries);

    /**
     * Forgets what it took in about a site or place and takes it in again, since values of those entries were erased. A store that holds
     * nothing of such values has nothing to do. Within the caller's transaction.
     *
     * @param subject IRI of the site or place
     * @param submissions everything that was submitted about it, oldest first, as it reads now
     */
    default void again(String subject, List<LedgerEntry> submissions) {}

    /** Forgets what the ledger will tell again. Within the caller's transaction. */
    void clear();

    /** The tables it keeps, each with the columns that put its rows into one order. */
    SortedMap<String, String> tables();
}
