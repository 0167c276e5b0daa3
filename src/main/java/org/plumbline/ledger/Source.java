package org.plumbline.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.rdf.PL;

/**
 * Where an observation comes from. Of two that differ, the better rank counts. The list is data: <code>ledger/sources.csv</code>.
 *
 * @param name local name in the pl: namespace, such as Inspector
 * @param rank 1 is the best
 * @param labelZh Chinese label
 * @param labelEn English label
 */
public record Source(String name, int rank, String labelZh, String labelEn) {
    private static final List<Source> ALL = read();

    /** All sources, best first. */
    public static List<Source> all() {
        return ALL;
    }

    /** The source with this local name. */
    public static Optional<Source> named(String name) {
        return ALL.stream().filter(source -> source.name.equals(name)).findFirst();
    }

    /** The source with this IRI. */
    public static Optional<Source> of(String iri) {
        return ALL.stream().filter(source -> source.iri().equals(iri)).findFirst();
    }

    /** Its IRI. */
    public String iri() {
        return PL.NS + name;
    }

    private static List<Source> read() {
        var file =
                Objects.requireNonNull(Source.class.getResourceAsStream("/ledger/sources.csv"), "ledger/sources.csv");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cell -> new Source(cell[0], Integer.parseInt(cell[1]), cell[2], cell[3]))
                    .sorted(Comparator.comparingInt(Source::rank))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
