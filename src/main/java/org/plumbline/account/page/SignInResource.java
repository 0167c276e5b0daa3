package org.plumbline.account.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
import org.plumbline.account.AccountConfig;
import org.plumbline.account.AccountRefused;
import org.plumbline.account.Address;
import org.plumbline.account.Demonstration;
import org.plumbline.account.FirstAdministrator;
import org.plumbline.account.PasswordRules;
import org.plumbline.account.SignIn;
import org.plumbline.web.Lang;
import org.plumbline.web.Page;

/** The way in: signing in, and making the first administrator of an installation. Open to everybody. */
@Path("/{lang:zh|en}")
@PermitAll
@RunOnVirtualThread
public class SignInResource {
    private static final String SIGN_IN = "/sign-in";
    private static final String FIRST = "/first-administrator";
    private static final int LONGEST_ADDRESS = 500;

    private final SignIn signIn;
    private final FirstAdministrator first;
    private final Demonstration demonstration;
    private final boolean sso;

    SignInResource(SignIn signIn, FirstAdministrator first, Demonstration demonstration, AccountConfig config) {
        this.sso = config.sso();
        this.signIn = signIn;
        this.first = first;
        this.demonstration = demonstration;
    }

    /** The pages. */
    @CheckedTemplate(basePath = "SignInPages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance signin(
                Page p, String next, String login, String refused, boolean sso, List<Demonstration.Account> accounts);

        static native TemplateInstance first(Page p, String code, String login, String name, String refused);
    }

    /** The form. */
    @GET
    @Path("sign-in")
    public Response form(
            @PathParam("lang") String language,
            @QueryParam("next") @DefaultValue("") String next,
            @QueryParam("refused") @DefaultValue("") String refused) {
        Lang lang = Lang.of(language);
        String key = switch (refused) {
            case SsoResource.UNKNOWN -> "signin.sso.refused";
            case SsoResource.UNNAMED -> "signin.sso.unnamed";
            default -> "";
        };
        return WorkAnswers.page(lang, page(lang, local(next), "", key));
    }

    /** Signs in, and leads on to where one wanted to go. */
    @POST
    @Path("sign-in")
    public Response enter(
            @PathParam("lang") String language,
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") @DefaultValue("") String next,
            @HeaderParam("User-Agent") @DefaultValue("") String agent,
            @Context HttpServerRequest request) {
        Lang lang = Lang.of(language);
        return switch (signIn.open(login, password, Address.of(request), agent)) {
            case SignIn.Attempt.Opened(var cookie, var actor) -> {
                String wanted = local(next);
                String to = actor.mustChange() || wanted.isEmpty() ? "/" + lang.code() + "/work" : wanted;
                yield WorkAnswers.entered(to, cookie, request);
            }
            case SignIn.Attempt.Refused refused ->
                WorkAnswers.page(Response.Status.BAD_REQUEST, lang, page(lang, local(next), login, "signin.refused"));
            case SignIn.Attempt.Locked locked ->
                WorkAnswers.page(
                        Response.Status.TOO_MANY_REQUESTS, lang, page(lang, local(next), login, "signin.locked"));
        };
    }

    /** The form of the first administrator, for who has the code that the program printed. */
    @GET
    @Path("first-administrator")
    public Response invite(@PathParam("lang") String language, @QueryParam("code") @DefaultValue("") String code) {
        Lang lang = Lang.of(language);
        if (!first.invited(code)) {
            throw new NotFoundException();
        }
        return WorkAnswers.page(lang, invitation(lang, code, "", "", ""));
    }

    /** Makes the first administrator. */
    @POST
    @Path("first-administrator")
    public Response make(
            @PathParam("lang") String language,
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @Context HttpServerRequest request) {
        Lang lang = Lang.of(language);
        try {
            first.make(code, login.strip(), name, password, Address.of(request));
            return WorkAnswers.seeOther(lang, SIGN_IN);
        } catch (AccountRefused e) {
            return WorkAnswers.page(
                    Response.Status.BAD_REQUEST, lang, invitation(lang, code, login, name, "refused." + e.key()));
        }
    }

    private String page(Lang lang, String next, String login, String refused) {
        Page p = Page.bare(lang, SIGN_IN);
        String words = refused.isEmpty() ? "" : p.say(refused);
        return Templates.signin(p, next, login, words, sso, demonstration.accounts())
                .render();
    }

    private static String invitation(Lang lang, String code, String login, String name, String refused) {
        Page p = Page.bare(lang, FIRST);
        String words = refused.isEmpty() ? "" : p.say(refused, PasswordRules.SHORTEST, PasswordRules.LONGEST);
        return Templates.first(p, code, login, name, words).render();
    }

    /** An address of this portal's own pages of work; anything else becomes none, so that nobody is led away. */
    private static String local(String next) {
        return next.length() <= LONGEST_ADDRESS
                        && next.matches("/(zh|en)/work(/[\\w./-]*)?(\\?([\\w=&.+-]|%[0-9A-Fa-f]{2})*)?")
                ? next
                : "";
    }
}
