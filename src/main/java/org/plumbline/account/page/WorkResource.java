package org.plumbline.account.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.plumbline.account.AccessToken;
import org.plumbline.account.AccountConfig;
import org.plumbline.account.AccountRefused;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.Asking;
import org.plumbline.account.PasswordRules;
import org.plumbline.account.People;
import org.plumbline.account.SessionCookie;
import org.plumbline.account.SignIn;
import org.plumbline.account.WorkSession;
import org.plumbline.web.Format;
import org.plumbline.web.Lang;

/** One's own desk: roles, sessions, tokens, password. For everybody who is signed in. */
@Path("/{lang:zh|en}/work")
@Authenticated
@RunOnVirtualThread
public class WorkResource {
    private static final String HOME = "/work";

    private final Asking asking;
    private final SignIn signIn;
    private final People people;
    private final AccountConfig config;
    private final Clock clock;

    WorkResource(Asking asking, SignIn signIn, People people, AccountConfig config, Clock clock) {
        this.asking = asking;
        this.signIn = signIn;
        this.people = people;
        this.config = config;
        this.clock = clock;
    }

    /** The page. */
    @CheckedTemplate(basePath = "WorkPages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(
                Desk d, List<SessionRow> sessions, List<TokenRow> tokens, List<Act> acts, String made, int shortest);
    }

    /** A session as a row: when it began and was last used, from where, with what. */
    public record SessionRow(String started, String seen, String address, String agent) {}

    /** A token as a row: its number, name, scopes, end, last use (empty: never), and whether it still opens anything. */
    public record TokenRow(long id, String name, String scopes, String ends, String used, boolean open) {}

    /** The desk. */
    @GET
    public Response home(@PathParam("lang") String language, @QueryParam("said") @DefaultValue("") String said) {
        Lang lang = Lang.of(language);
        return WorkAnswers.page(lang, html(Desk.of(lang, HOME, asking.actor(), said), ""));
    }

    /** Ends this session. */
    @POST
    @Path("sign-out")
    public Response signOut(
            @PathParam("lang") String language,
            @CookieParam(SessionCookie.NAME) @DefaultValue("") String cookie,
            @Context HttpServerRequest request) {
        signIn.close(cookie, asking.actor());
        return leave(Lang.of(language), request);
    }

    /** Ends every session of the person, here and on other devices. */
    @POST
    @Path("sign-out-everywhere")
    public Response signOutEverywhere(@PathParam("lang") String language, @Context HttpServerRequest request) {
        signIn.closeEverywhere(asking.actor());
        return leave(Lang.of(language), request);
    }

    /** Changes one's own password; every session ends, this one too. */
    @POST
    @Path("password")
    public Response password(
            @PathParam("lang") String language,
            @HeaderParam("Authorization") @DefaultValue("") String authorization,
            @FormParam("old") @DefaultValue("") String old,
            @FormParam("password") @DefaultValue("") String password,
            @Context HttpServerRequest request) {
        Lang lang = Lang.of(language);
        Actor actor = person(authorization);
        if (!people.knows(actor, old)) {
            return refused(lang, actor, "old");
        }
        try {
            people.setPassword(actor.login(), password, actor);
            return leave(lang, request);
        } catch (AccountRefused e) {
            return refused(lang, actor, e.key());
        }
    }

    /** Looking after an account needs its owner at the keyboard: a program's token does not lengthen its own life. */
    private Actor person(String authorization) {
        if (!authorization.isEmpty()) {
            throw new ForbiddenException();
        }
        return asking.actor();
    }

    /** Makes a token and shows it this once. */
    @POST
    @Path("tokens")
    public Response addToken(
            @PathParam("lang") String language,
            @HeaderParam("Authorization") @DefaultValue("") String authorization,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("scope") List<String> scopes,
            @FormParam("days") @DefaultValue("90") int days) {
        Lang lang = Lang.of(language);
        Actor actor = person(authorization);
        Set<Act> acts = EnumSet.noneOf(Act.class);
        scopes.forEach(code -> Act.of(code).ifPresent(acts::add));
        try {
            String token = people.addToken(actor, name, acts, days, config);
            return WorkAnswers.page(lang, html(Desk.of(lang, HOME, actor, "token"), token));
        } catch (AccountRefused e) {
            return refused(lang, actor, e.key());
        }
    }

    /** Ends a token of one's own. */
    @POST
    @Path("tokens/{id:[0-9]+}/revoke")
    public Response revokeToken(@PathParam("lang") String language, @PathParam("id") long id) {
        if (!people.revokeToken(id, asking.actor())) {
            throw new NotFoundException();
        }
        return WorkAnswers.seeOther(Lang.of(language), HOME + "?said=revoked");
    }

    private Response refused(Lang lang, Actor actor, String key) {
        Desk desk = Desk.of(lang, HOME, actor, "");
        String words = desk.p().say("refused." + key, PasswordRules.SHORTEST, PasswordRules.LONGEST);
        return WorkAnswers.page(Response.Status.BAD_REQUEST, lang, html(desk.refusing(words), ""));
    }

    private static Response leave(Lang lang, HttpServerRequest request) {
        return Response.fromResponse(WorkAnswers.seeOther(lang, "/sign-in"))
                .cookie(SessionCookie.end(request))
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    private String html(Desk desk, String made) {
        Actor actor = desk.actor();
        var now = clock.instant();
        List<SessionRow> sessions = WorkSession.of(actor.person(), now, config.sessionIdle()).stream()
                .map(one -> new SessionRow(
                        Format.moment(one.startedAt, clock.getZone()),
                        Format.moment(one.seenAt, clock.getZone()),
                        one.address,
                        one.agent))
                .toList();
        List<TokenRow> tokens = AccessToken.of(actor.person()).stream()
                .map(one -> new TokenRow(
                        one.id == null ? 0 : one.id,
                        one.name,
                        one.acts().stream()
                                .map(act -> desk.p().word("act", act.code()))
                                .collect(java.util.stream.Collectors.joining(
                                        desk.p().say("list.comma"))),
                        Format.date(
                                desk.p().lang(),
                                one.endsAt.atZone(clock.getZone()).toLocalDate()),
                        one.usedAt == null ? "" : Format.moment(one.usedAt, clock.getZone()),
                        one.open(now)))
                .toList();
        List<Act> acts = Arrays.stream(Act.values()).filter(actor::may).toList();
        return Templates.home(desk, sessions, tokens, acts, made, PasswordRules.SHORTEST)
                .render();
    }
}
