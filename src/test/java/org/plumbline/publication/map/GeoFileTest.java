package org.plumbline.publication.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong map has its one message that names the feature and what to do. */
class GeoFileTest {
    private static final Set<String> OUTLINES = Set.of("Polygon", "MultiPolygon");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{ ; line 1 is not JSON",
                "[] ; no FeatureCollection",
                "{'type':'FeatureCollection','features':[]} ; no FeatureCollection with features",
                "{'type':'FeatureCollection','features':[{'geometry':{'type':'Polygon'}}]} ; feature 1: it has no property \"code\"",
                "{'type':'FeatureCollection','features':[{'properties':{'code':'1'},'geometry':null}]} ; feature 1: its geometry is \"\"",
                "{'type':'FeatureCollection','features':[{'properties':{'code':'1'},'geometry':{'type':'Point','coordinates':[1,2]}}]} ; its geometry is \"Point\"",
                "{'type':'FeatureCollection','features':[{'properties':{'code':'1'},'geometry':{'type':'Polygon','coordinates':[]}}]} ; no list of positions",
                "{'type':'FeatureCollection','features':[{'properties':{'code':'1'},'geometry':{'type':'Polygon','coordinates':[[[31.1,121.3]]]}}]} ; Put the longitude first",
                "{'type':'FeatureCollection','features':[{'properties':{'code':'1'},'geometry':{'type':'Polygon','coordinates':[[['a',1]]]}}]} ; not [longitude",
                "{'type':'FeatureCollection','features':[{'properties':{'code':'1'},'geometry':{'type':'Polygon','coordinates':[[[1e999,1]]]}}]} ; not [longitude",
            })
    void what_is_wrong_is_told_with_its_remedy(String json, String message) throws IOException {
        Path file = folder.resolve("map.geojson");
        Files.writeString(file, json.replace('\'', '"'));
        assertThatThrownBy(() -> GeoFile.read(file, OUTLINES))
                .isInstanceOf(GeoFile.Broken.class)
                .hasMessageContaining("map.geojson")
                .hasMessageContaining(message);
    }

    @Test
    void codes_stand_once_and_a_missing_file_is_told() throws IOException {
        String one = "{\"properties\":{\"code\":\"7\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}";
        Path file = folder.resolve("twice.geojson");
        Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[" + one + "," + one + "]}");
        assertThatThrownBy(() -> GeoFile.read(file, Set.of("Point")))
                .hasMessageContaining("feature 2: the code 7 stands twice");
        assertThatThrownBy(() -> GeoFile.read(folder.resolve("none"), OUTLINES)).hasMessageContaining("cannot be read");
    }

    @Test
    void code_and_shape_are_kept_and_nothing_else() throws Exception {
        var shapes = GeoFile.read(Path.of("src/test/resources/map/streets.geojson"), OUTLINES);
        assertThat(shapes).containsOnlyKeys("310112501", "000000000");
        assertThat(shapes.get("310112501").toString())
                .isEqualTo("{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[121.36,31.1],[121.4,31.1],[121.4,31.13],[121.36,31.13],[121.36,31.1]]]}");
    }
}
