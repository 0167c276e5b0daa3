package org.plumbline.publication.map;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** A district's own map. Without it the portal shows the schematic map only. */
@ConfigMapping(prefix = "plumbline.map")
public interface MapConfig {
    /** GeoJSON (RFC 7946) with the outline of each street: a Polygon or MultiPolygon with the street's code as property {@code code}. */
    Optional<Path> streets();

    /** GeoJSON with a Point for each site, with the site's code as property {@code code}; sites that are not in it are listed, never guessed. */
    Optional<Path> sites();

    /** The approval number of the map (审图号), which stands under it: no map is shown without it. */
    Optional<String> approval();

    /** The coordinate system of the files, such as CGCS2000, which stands under the map: no map is shown without it. */
    Optional<String> coordinates();

    /** Background tiles: scheme and host, such as {@code https://tiles.example.org}, from which readers' browsers may fetch pictures. */
    Optional<String> tilesOrigin();

    /** Path of a tile there, with {@code {z}}, {@code {x}} and {@code {y}}. */
    Optional<String> tilesPath();

    /** Who made the tiles. */
    Optional<String> tilesCredit();
}
