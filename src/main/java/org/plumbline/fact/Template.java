package org.plumbline.fact;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.plumbline.standard.Edition;

/** The import template of editions: a workbook with one column for each fact that their clauses reach. */
public final class Template {
    private Template() {}

    /** Writes the workbook (.xlsx); the same editions give the same bytes. The stream stays open. */
    public static void write(List<Edition> editions, OutputStream out) throws IOException {
        new FormWriter(FactForm.of(editions)).write(Map.of(), false, out);
    }
}
