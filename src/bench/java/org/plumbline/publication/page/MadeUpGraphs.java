package org.plumbline.publication.page;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.jena.graph.Graph;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.page.SiteShots.SiteShot;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.PlaceTable.PublishedSite;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.json.AssessmentWriter;
import org.plumbline.rulebook.json.Json;
import org.plumbline.rulebook.json.RecordWriter;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Editions.Known;
import org.plumbline.standard.FactDefinition;
import org.plumbline.standard.MadeUpSites;
import org.plumbline.web.Moment;
import org.plumbline.web.Text;

/** The graphs that would be published of made-up sites, by the program's own writers and without its database. */
public final class MadeUpGraphs {
    private final Iris iris = new Iris(URI.create("http://localhost:8080/"));
    private final Edition edition = MadeUpSites.edition();
    private final Known known = new Known(edition);
    private final MadeUpSites sites = new MadeUpSites(edition);
    private final Shot shot = new Shot(
            new Publication(
                    1,
                    LocalDate.ofEpochDay(MadeUpSites.ON_DAY),
                    Text.same("2026"),
                    Instant.EPOCH,
                    3000,
                    "0".repeat(64),
                    "{}",
                    "1.0",
                    true),
            new PublishedPlace("310112", "DISTRICT", Text.same("310112"), null),
            edition,
            List.of(known),
            Moment.NOW);

    /** Reads the standard. */
    public MadeUpGraphs() throws IOException {}

    /** A graph under its name. */
    public record Named(String iri, Graph graph) {}

    /** The graph of a site. */
    public Named graph(int number) {
        String committee = "310112%03d%03d".formatted(100 + number / 150, 1 + number % 150);
        String code = committee + "-RS01";
        Rulebook rulebook = edition.rulebook();
        SiteRecord record = sites.site(iris.site(code), rulebook.classIndex("RS"), number);
        Map<String, Object> facts = facts(record, code);
        Map<String, Object> verdict = AssessmentWriter.object(
                known.evaluator().assess(record, MadeUpSites.ON_DAY), edition.rulebookHash(), facts);
        String street = committee.substring(0, 9);
        SiteGraph graph = new SiteGraph(
                iris,
                new SiteShot(
                        shot,
                        new PublishedSite(
                                code,
                                "RS",
                                new Text("第" + number + "居民区党群服务站", "Station " + number),
                                null,
                                street,
                                committee,
                                List.of(),
                                true),
                        new Verdict(new HashMap<>(verdict)),
                        List.of(
                                new PublishedPlace(street, "STREET", Text.same(street), "310112"),
                                new PublishedPlace(committee, "COMMITTEE", Text.same(committee), street)),
                        List.of(shot.publication()),
                        List.of(),
                        List.of()));
        return new Named(graph.name(), graph.graph());
    }

    /** The facts as a published record states them: each with the submission of the first of its observers. */
    private Map<String, Object> facts(SiteRecord record, String code) {
        Map<String, Object> facts = Json.object();
        Map<?, ?> stated = Verdict.map(
                Json.readObject(RecordWriter.write(record, edition.rulebook())).get("facts"));
        stated.forEach((name, entry) -> {
            Map<String, Object> with = Json.object();
            Verdict.map(entry).forEach((key, value) -> with.put(String.valueOf(key), value));
            FactDefinition fact = edition.book().facts().get(String.valueOf(name));
            String source = fact == null || fact.observers().isEmpty()
                    ? "System"
                    : fact.observers().getFirst();
            with.put("source", source);
            with.put(
                    "submission",
                    iris.submission(UUID.nameUUIDFromBytes((code + source).getBytes(StandardCharsets.UTF_8))));
            facts.put(String.valueOf(name), with);
        });
        return facts;
    }
}
