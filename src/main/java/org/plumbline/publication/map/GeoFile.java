package org.plumbline.publication.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads GeoJSON (RFC 7946) of things with codes, and keeps of it what a map needs: code and shape. */
final class GeoFile {
    private static final long MOST_BYTES = 16L << 20;
    private static final int MOST_POSITIONS = 200_000;
    /** Decimals of a degree that are kept: about 10 cm. */
    private static final int DECIMALS = 6;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Set<String> types;
    private int positions;

    private GeoFile(Path file, Set<String> types) {
        this.file = file;
        this.types = types;
    }

    /** What is wrong with a file: file, feature, what, and what to do. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }

    /**
     * The geometries of a file by code.
     *
     * @param types kinds of geometry that are wanted, such as Polygon
     * @throws Broken when the file cannot be used; the first thing that is wrong
     */
    static Map<String, JsonNode> read(Path file, Set<String> types) throws Broken {
        return new GeoFile(file, types).read();
    }

    private Map<String, JsonNode> read() throws Broken {
        JsonNode root;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw wrong(
                        "it is larger than 16 MB. Simplify the outlines, for a page shows no more than some metres.");
            }
            root = JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw wrong("line " + e.getLocation().getLineNr() + " is not JSON. Export it again as GeoJSON.");
        } catch (IOException e) {
            throw wrong("it cannot be read (" + e.getMessage() + "). Check the path and its permissions.");
        }
        if (!root.path("type").asText().equals("FeatureCollection")
                || root.path("features").isEmpty()) {
            throw wrong("it is no FeatureCollection with features. Export it as GeoJSON (RFC 7946).");
        }
        Map<String, JsonNode> shapes = new TreeMap<>();
        int number = 0;
        for (JsonNode feature : root.get("features")) {
            number++;
            String code = feature.path("properties").path("code").asText().strip();
            if (code.isEmpty()) {
                throw wrong(number, "it has no property \"code\". Give it the code of the register.");
            }
            if (shapes.put(code, geometry(number, feature.path("geometry"))) != null) {
                throw wrong(
                        number,
                        "the code " + code + " stands twice. Join the two into one MultiPolygon, or correct one.");
            }
        }
        return shapes;
    }

    private JsonNode geometry(int number, JsonNode geometry) throws Broken {
        String type = geometry.path("type").asText();
        if (!types.contains(type)) {
            throw wrong(number, "its geometry is \"" + type + "\", wanted is " + String.join(" or ", types) + ".");
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        kept.put("type", type);
        int depth = switch (type) {
            case "Point" -> 0;
            case "Polygon" -> 2;
            default -> 3;
        };
        kept.set("coordinates", coordinates(number, geometry.path("coordinates"), depth));
        return kept;
    }

    private ArrayNode coordinates(int number, JsonNode node, int depth) throws Broken {
        if (!node.isArray() || node.isEmpty()) {
            throw wrong(number, "its coordinates are no list of positions. Export it again as GeoJSON.");
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        if (depth > 0) {
            for (JsonNode inner : node) {
                kept.add(coordinates(number, inner, depth - 1));
            }
            return kept;
        }
        if (++positions > MOST_POSITIONS) {
            throw wrong("it has more than " + MOST_POSITIONS + " positions. Simplify the outlines.");
        }
        kept.add(degrees(number, node.path(0), 180));
        kept.add(degrees(number, node.path(1), 90));
        return kept;
    }

    private BigDecimal degrees(int number, JsonNode value, int most) throws Broken {
        if (!value.isNumber()
                || !Double.isFinite(value.doubleValue())
                || value.decimalValue().abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw wrong(
                    number,
                    "a position is not [longitude, latitude] in degrees: " + value
                            + " is out of range. Put the longitude first, and use degrees, not metres of a projection.");
        }
        BigDecimal rounded =
                value.decimalValue().setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }

    private Broken wrong(int feature, String what) {
        return wrong("feature " + feature + ": " + what);
    }

    private Broken wrong(String what) {
        return new Broken(file + ": " + what);
    }
}
