package org.plumbline.publication.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A street's place on the schematic map: neighbours stand near each other, areas are not to scale, north is up.
 *
 * @param column 1 to 6, west to east
 * @param row 1 to 6, north to south
 */
public record Tile(int column, int row) {
    private static final Map<String, Tile> TILES = read();

    /** The tile of a street by its nine-digit code, from {@code tiles.csv} beside this class; null = not placed. */
    public static @Nullable Tile of(String code) {
        return TILES.get(code);
    }

    private static Map<String, Tile> read() {
        try (var bytes = Tile.class.getResourceAsStream("tiles.csv")) {
            Map<String, Tile> tiles = new HashMap<>();
            if (bytes != null) {
                new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .forEach(line -> {
                            String[] cell = line.split(",");
                            tiles.put(cell[0], new Tile(Integer.parseInt(cell[1]), Integer.parseInt(cell[2])));
                        });
            }
            return Map.copyOf(tiles);
        } catch (IOException e) {
            throw new UncheckedIOException("tiles.csv cannot be read", e);
        }
    }
}
