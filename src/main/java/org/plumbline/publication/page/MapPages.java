package org.plumbline.publication.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.map.DistrictMap.Given;
import org.plumbline.publication.page.Answers.Sheet;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.ResultTable;
import org.plumbline.publication.snapshot.ResultTable.Listed;
import org.plumbline.publication.snapshot.ResultTable.Order;
import org.plumbline.publication.snapshot.ResultTable.Wanted;
import org.plumbline.publication.view.Band;
import org.plumbline.publication.view.MapView;
import org.plumbline.publication.view.Place;
import org.plumbline.web.Crumb;
import org.plumbline.web.Face;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;
import org.plumbline.web.Paging;

/** Fills the page of the district's own map, and its layers as GeoJSON. */
@ApplicationScoped
class MapPages {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PAGE = 1000;

    private final DistrictPages districts;
    private final PlaceTable places;
    private final ResultTable results;

    MapPages(DistrictPages districts, PlaceTable places, ResultTable results) {
        this.districts = districts;
        this.places = places;
        this.results = results;
    }

    /** The page's template. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance map(MapView view);
    }

    /** The page. */
    Sheet sheet(Shot shot, Given map, Lang lang, int number) {
        String[] placed = map.sites().keySet().toArray(String[]::new);
        long without = places.countSitesBut(shot.id(), placed);
        Paging paging = new Paging(number, Paging.SIZE, without, shot.kept("/map"));
        List<Place> unplaced = places.sitesBut(shot.id(), placed, paging.size(), paging.offset()).stream()
                .map(one -> new Place(one.code(), one.name(), shot.kept("/site/" + one.code())))
                .toList();
        List<Face> faces = Listing.faces(shot.kept("/map/unplaced"), without);
        MapView view = new MapView(
                shot.page(
                        lang,
                        shot.kept("/map"),
                        List.of(new Crumb(Labels.text("map.title"), shot.kept("/map"))),
                        faces),
                districts.view(shot, lang, ""),
                shot.kept("/map/streets.geojson"),
                shot.kept("/map/sites.geojson"),
                shot.kept("/site/CODE"),
                places.countSites(shot.id()) - without,
                unplaced,
                paging,
                map.approval(),
                map.coordinates(),
                map.tiles(),
                map.tilesCredit());
        return new Sheet(Templates.map(view).render(), faces);
    }

    /** The sites without coordinates as a list. */
    Listing unplaced(Shot shot, Given map) {
        String[] placed = map.sites().keySet().toArray(String[]::new);
        return Listing.of(
                shot,
                new Listing.About(PaperWords.say("map.unplaced.title"), "/map", List.of()),
                Listing.siteHeads(),
                Listing.<PlaceTable.NamedSite>all(
                                places.countSitesBut(shot.id(), placed),
                                most -> places.sitesBut(shot.id(), placed, most, 0))
                        .stream()
                        .<List<? extends @Nullable Object>>map(site -> Listing.named(site.code(), site.name()))
                        .toList());
    }

    /** The outlines of the streets that are published. */
    byte[] streets(Shot shot, Given map) {
        ArrayNode features = JSON.arrayNode();
        places.streets(shot.id()).forEach(street -> {
            JsonNode shape = map.streets().get(street.code());
            if (shape != null) {
                features.add(
                        feature(street.code(), street.name().zh(), street.name().en(), shape));
            }
        });
        return collection(map, features);
    }

    /** The published sites that have coordinates, with what came out. */
    byte[] sites(Shot shot, Given map) {
        ArrayNode features = JSON.arrayNode();
        List<Band> bands = Standards.bands(shot.edition().rulebook());
        Wanted all = new Wanted(shot.id(), shot.key(), "", "", "", "", "");
        for (long from = 0; ; from += PAGE) {
            List<Listed> page = results.list(all, Order.NAME, PAGE, from);
            page.forEach(site -> add(features, site, bands, map));
            if (page.size() < PAGE) {
                return collection(map, features);
            }
        }
    }

    private static void add(ArrayNode features, Listed site, List<Band> bands, Given map) {
        JsonNode point = map.sites().get(site.code());
        if (point == null) {
            return;
        }
        ObjectNode feature = feature(site.code(), site.name().zh(), site.name().en(), point);
        var result = site.result();
        if (result != null && result.score() != null) {
            Band band = Standards.band(bands, result.band());
            feature.withObject("properties")
                    .put("score", result.score())
                    .put("rank", bands.size() - 1 - bands.indexOf(band))
                    .put("bandZh", band.label().zh())
                    .put("bandEn", band.label().en());
        }
        features.add(feature);
    }

    private static ObjectNode feature(String code, String zh, String en, JsonNode geometry) {
        ObjectNode feature = JSON.objectNode();
        feature.put("type", "Feature");
        feature.putObject("properties").put("code", code).put("zh", zh).put("en", en);
        feature.set("geometry", geometry);
        return feature;
    }

    private static byte[] collection(Given map, ArrayNode features) {
        ObjectNode out = JSON.objectNode();
        out.put("type", "FeatureCollection");
        out.put("approval", map.approval());
        out.put("coordinates", map.coordinates());
        out.set("features", features);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
