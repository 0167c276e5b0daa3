package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.page.SiteShots.SiteShot;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.PlaceTable.PublishedSite;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.report.AssessmentJsonLd;
import org.plumbline.rulebook.json.Json;
import org.plumbline.signature.DataIntegrity;
import org.plumbline.web.Text;

/** One site as data. */
@ApplicationScoped
class SiteData {
    private final Iris iris;
    private final DataIntegrity integrity;

    SiteData(Iris iris, DataIntegrity integrity) {
        this.iris = iris;
        this.integrity = integrity;
    }

    /**
     * The published assessment in canonical JSON, which is JSON-LD with its context inside, with {@code profile} (the site) and
     * {@code publication} (round, date, the signed checkpoint of the ledger, whether the facts are synthetic) and {@code proof} (the
     * portal's signature over all the rest) beside it.
     */
    String json(SiteShot found) {
        Map<String, @Nullable Object> out = new TreeMap<>(found.verdict().json());
        out.put("profile", profile(found));
        out.put("publication", publication(found.shot().publication()));
        Publication publication = found.shot().publication();
        Map<String, Object> document =
                AssessmentJsonLd.object(out, found.shot().edition().rulebook(), publication.program());
        document.put(DataIntegrity.PROOF, integrity.proof(document, publication.publishedAt(), Json::write));
        return Json.write(document);
    }

    private Map<String, Object> profile(SiteShot found) {
        PublishedSite site = found.site();
        Map<String, Object> profile = Json.object();
        profile.put("@id", iris.site(site.code()));
        profile.put("code", site.code());
        profile.put("siteClass", site.siteClass());
        profile.put("name", text(site.name()));
        if (site.address() != null) {
            profile.put("address", site.address());
        }
        profile.put("street", place(found.place(site.street())));
        if (site.committee() != null) {
            profile.put("committee", place(found.place(site.committee())));
        }
        profile.put(
                "areas",
                site.areas().stream().map(found::place).map(this::place).toList());
        profile.put("synthetic", site.invented());
        return profile;
    }

    private Map<String, Object> place(PublishedPlace place) {
        Map<String, Object> out = Json.object();
        out.put("@id", iris.place(place.code()));
        out.put("code", place.code());
        out.put("name", text(place.name()));
        return out;
    }

    private static Map<String, Object> publication(Publication publication) {
        Map<String, Object> out = Json.object();
        out.put("id", Json.Number.of(publication.id()));
        out.put("round", text(publication.round()));
        out.put("onDate", publication.onDate().toString());
        out.put("publishedAt", publication.publishedAt().toString());
        out.put("synthetic", publication.synthetic());
        out.put("ledgerPosition", Json.Number.of(publication.position()));
        out.put("ledgerHead", publication.head());
        out.put("checkpoint", Json.readObject(publication.checkpoint()));
        return out;
    }

    private static Map<String, Object> text(Text text) {
        Map<String, Object> out = Json.object();
        out.put("zh", text.zh());
        // Where there is no English name, the Chinese one is not English.
        if (!text.en().equals(text.zh())) {
            out.put("en", text.en());
        }
        return out;
    }

    /** Site and assessment as triples. */
    Graph graph(SiteShot found) {
        return new SiteGraph(iris, found).graph();
    }
}
