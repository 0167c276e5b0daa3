package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.apache.jena.graph.Graph;
import org.plumbline.publication.graph.ThingGraphs;
import org.plumbline.publication.page.Answers.Document;

/** Graphs of the public dataset that are about many things at once: the register, and the figures of all places. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class StatisticsResource {
    private final Shots shots;
    private final ThingGraphs graphs;
    private final Answers answers;

    StatisticsResource(Shots shots, ThingGraphs graphs, Answers answers) {
        this.shots = shots;
        this.graphs = graphs;
        this.answers = answers;
    }

    /** The published register: places, what continues what has ended, and roles. */
    @GET
    @Path("register.{form:ttl|jsonld|nt}")
    public Response register(@PathParam("form") String form) {
        return answers.document(() -> {
            Shot shot = shots.need("");
            Graph graph = graphs.register(shot.publication());
            return Document.of(graphs.registerName(), shot.inTime("/register"), form, graph);
        });
    }

    /** The figures of all places held against an edition, as an RDF Data Cube. */
    @GET
    @Path("statistics/{standard}/{edition:[^/.]+}.{form:ttl|jsonld|nt}")
    public Response statistics(
            @PathParam("standard") String standard,
            @PathParam("edition") String edition,
            @PathParam("form") String form) {
        return answers.document(() -> {
            Shot shot = shots.named(standard + "/" + edition);
            String name = graphs.statisticsName(shot.publication(), shot.edition());
            Graph graph = graphs.statistics(shot.publication(), shot.edition());
            return Document.of(name, shot.inTime("/statistics/" + shot.key()), form, graph);
        });
    }
}
