package org.plumbline.publication.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;
import org.plumbline.standard.Linter;
import org.plumbline.standard.StandardFolder;

/** The packed fact vocabulary, and the same with another sensitivity. */
public final class Books {
    private static final Edition MODEL = model();

    private Books() {}

    static Edition edition() {
        return MODEL;
    }

    static FactBook packed() {
        return MODEL.book();
    }

    private static Edition model() {
        try {
            return Linter.lint(StandardFolder.of(Path.of("standards/model-station/2026")))
                    .edition();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The book with one fact of another sensitivity. */
    public static FactBook with(FactBook book, String name, String sensitivity) {
        Map<String, FactDefinition> facts = new LinkedHashMap<>(book.facts());
        FactDefinition fact = facts.get(name);
        facts.put(
                name,
                new FactDefinition(
                        fact.name(),
                        fact.node(),
                        fact.type(),
                        fact.label(),
                        fact.question(),
                        fact.codes(),
                        fact.unit(),
                        fact.of(),
                        fact.record(),
                        fact.key(),
                        fact.observers(),
                        sensitivity,
                        fact.validFor(),
                        fact.plausible(),
                        fact.limit(),
                        fact.mayBeNone(),
                        fact.heldBy(),
                        fact.across(),
                        fact.derived(),
                        fact.system()));
        return new FactBook(facts, book.codeLists(), book.units(), book.classes(), book.recordKinds(), book.calendar());
    }
}
