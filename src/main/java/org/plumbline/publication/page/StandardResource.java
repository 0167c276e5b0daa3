package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.plumbline.publication.page.Answers.Document;
import org.plumbline.publication.page.Answers.Sheet;
import org.plumbline.publication.view.Edition;
import org.plumbline.report.Print;
import org.plumbline.web.Lang;

/** An edition and its clauses: pages, and the edition as data. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class StandardResource {
    private static final Pattern CLAUSE = Pattern.compile("/clause/([0-9A-Za-z.-]+)(/.*)?");

    private final Shots shots;
    private final StandardPages pages;
    private final ClausePages clauses;
    private final StandardPaper paper;
    private final ClausePaper clausePaper;
    private final Papers papers;
    private final Answers answers;

    StandardResource(
            Shots shots,
            StandardPages pages,
            ClausePages clauses,
            StandardPaper paper,
            ClausePaper clausePaper,
            Papers papers,
            Answers answers) {
        this.paper = paper;
        this.clausePaper = clausePaper;
        this.papers = papers;
        this.shots = shots;
        this.pages = pages;
        this.clauses = clauses;
        this.answers = answers;
    }

    /** The standard as a readable document with its results. */
    @GET
    @Path("{lang:zh|en}/standard/{standard}/{edition}")
    public Response page(
            @PathParam("lang") String language,
            @PathParam("standard") String standard,
            @PathParam("edition") String edition) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> {
            Shot shot = shots.named(standard + "/" + edition);
            return new Sheet(pages.html(shot, lang), StandardPages.faces(shot));
        });
    }

    /** One clause and how the district does on it. */
    @GET
    @Path("{lang:zh|en}/standard/{standard}/{edition}/clause/{number}")
    public Response clause(
            @PathParam("lang") String language,
            @PathParam("standard") String standard,
            @PathParam("edition") String edition,
            @PathParam("number") String number,
            @QueryParam("page") @DefaultValue("") String page) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> {
            Shot shot = shots.named(standard + "/" + edition);
            String html = clauses.html(shot, lang, number, Asked.page(page));
            return new Sheet(html, ClausePages.faces(shot, number));
        });
    }

    /** The standard as a document. */
    @GET
    @Path("standard/{standard}/{edition:[^/.]+}.{print:" + Print.SUFFIXES + "}")
    public Response paper(
            @PathParam("standard") String standard,
            @PathParam("edition") String edition,
            @PathParam("print") String suffix) {
        Print print = Print.of(suffix);
        return answers.data(
                print.form().type(), () -> papers.write(paper.of(shots.named(standard + "/" + edition)), print));
    }

    /** How all sites do on one clause, as a paper. */
    @GET
    @Path("standard/{standard}/{edition}/clause/{number:[0-9A-Za-z.-]+?}.{print:" + Print.SUFFIXES + "}")
    public Response clausePaper(
            @PathParam("standard") String standard,
            @PathParam("edition") String edition,
            @PathParam("number") String number,
            @PathParam("print") String suffix) {
        Print print = Print.of(suffix);
        return answers.data(
                print.form().type(),
                () -> papers.write(clausePaper.of(shots.named(standard + "/" + edition), number), print));
    }

    /** The compiled rulebook with what stands around its clauses. */
    @GET
    @Path("standard/{standard}/{edition:[^/.]+}.json")
    public Response json(@PathParam("standard") String standard, @PathParam("edition") String edition) {
        return answers.data(
                "application/json;charset=UTF-8",
                () -> StandardData.json(shots.named(standard + "/" + edition).edition())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** The edition's own triples, its examples among them. */
    @GET
    @Path("standard/{standard}/{edition:[^/.]+}.{form:ttl|jsonld|nt}")
    public Response graph(
            @PathParam("standard") String standard,
            @PathParam("edition") String edition,
            @PathParam("form") String form) {
        return answers.document(() -> {
            Shot shot = shots.named(standard + "/" + edition);
            String path = shot.inTime(Standards.head(shot.edition()).path());
            return Document.of(shot.edition().iri(), path, form, shot.edition().graph());
        });
    }

    /** The triples of one clause. */
    @GET
    @Path("standard/{standard}/{edition}/clause/{number:[0-9A-Za-z.-]+}.{form:ttl|jsonld|nt}")
    public Response clauseGraph(
            @PathParam("standard") String standard,
            @PathParam("edition") String edition,
            @PathParam("number") String number,
            @PathParam("form") String form) {
        return answers.document(() -> {
            Shot shot = shots.named(standard + "/" + edition);
            String path = shot.inTime(Standards.head(shot.edition()).clause(number));
            Graph graph = shot.edition().clause(number).orElseThrow(NotFoundException::new);
            return Document.of(shot.edition().rulebook().clauseIri(number), path, form, graph);
        });
    }

    /** An edition whose IRI is an address of this portal, or something in it: leads on to the page or data by what is accepted. */
    @GET
    @Path("standard/{standard}/{edition:[^/.]+}{rest:(/.*)?}")
    public Response name(
            @PathParam("standard") String standard,
            @PathParam("edition") String edition,
            @PathParam("rest") String rest,
            @BeanParam Preferred preferred) {
        Shot shot = shots.named(standard + "/" + edition);
        Matcher clause = CLAUSE.matcher(rest);
        if (clause.matches() && shot.edition().clause(clause.group(1)).isEmpty()) {
            throw new NotFoundException();
        }
        Edition head = Standards.head(shot.edition());
        String path = clause.matches() ? head.clause(clause.group(1)) : head.path();
        return preferred.lead(
                path, clause.matches() ? ClausePages.faces(shot, clause.group(1)) : StandardPages.faces(shot));
    }
}
