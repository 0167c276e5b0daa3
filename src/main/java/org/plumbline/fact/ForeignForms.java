package org.plumbline.fact;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.FactBook;
import org.plumbline.table.Table;
import org.plumbline.table.UnreadableFile;

/** Knows forms of other people, and writes tables in such a form over into the form of {@link Template}. */
@FunctionalInterface
public interface ForeignForms {
    /**
     * The tables written over; empty when none of them is in a form that is known, or they are in the template's own.
     *
     * @param form the form to write into
     * @param lookup what the register knows, to find the site that a row is about
     * @param mapping name of the mapping that is to be used; null to choose by the heads
     * @throws UnreadableFile when there is no mapping of that name, or the file lacks the heads that it needs
     */
    Optional<Incoming> translate(List<Table> tables, FactForm form, SiteLookup lookup, @Nullable String mapping)
            throws UnreadableFile;

    /** Names and titles of the forms that are known, in the order of names. */
    default SortedMap<String, Text> known(FactBook book) {
        return new TreeMap<>();
    }

    /** Knows none. */
    static ForeignForms none() {
        return (tables, form, lookup, mapping) -> Optional.empty();
    }
}
