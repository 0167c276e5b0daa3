package org.plumbline.publication.dataset;

import java.util.List;

/** The query page's examples, for tests elsewhere. */
public final class Examples {
    private Examples() {}

    /** Their queries. */
    public static List<String> queries() {
        return QueryExamples.all().stream().map(QueryExamples.Example::query).toList();
    }
}
