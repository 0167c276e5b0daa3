package org.plumbline.ledger;

import java.util.Locale;

/** What an entry of the ledger speaks about. */
public enum Kind {
    /** Facts and judgements about a site or place. */
    SUBMISSION,
    /** A change of the register: a place or site made, changed, or closed. */
    REGISTER,
    /** Values of earlier entries that were erased. */
    ERASURE;

    /** As the ledger's table spells it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that a column's text names. */
    public static Kind of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
