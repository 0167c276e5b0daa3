package org.plumbline.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.standard.FactDefinition;

/**
 * A sheet of the form.
 *
 * @param name name of the sheet
 * @param kind what its rows state
 * @param columns its columns in their order
 * @param records the fact whose records its rows are; null but for {@link Kind#RECORDS}
 */
public record FormSheet(
        String name,
        Kind kind,
        List<FormColumn> columns,
        @Nullable FactDefinition records) {
    /** What the rows of a sheet state. */
    public enum Kind {
        /** A site, or a place, with its facts. */
        SITES,
        /** A nested record of a site. */
        RECORDS,
        /** A judgement of a clause. */
        JUDGEMENTS
    }
}
