package org.plumbline.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Official names of places that registers leave out, by division code: <code>place/names.csv</code>. */
final class PlaceNames {
    private static final Map<String, Names> BY_CODE = read();

    /** A place's names in both languages. */
    record Names(String zh, String en) {}

    private PlaceNames() {}

    static Optional<Names> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    private static Map<String, Names> read() {
        var file = Objects.requireNonNull(PlaceNames.class.getResourceAsStream("/place/names.csv"), "place/names.csv");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toMap(cell -> cell[0], cell -> new Names(cell[1], cell[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
