package org.plumbline.account.page;

import io.quarkus.oidc.IdToken;
import io.quarkus.oidc.OidcSession;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.AccountConfig;
import org.plumbline.account.Address;
import org.plumbline.account.SignIn;
import org.plumbline.web.Lang;

/**
 * The way in through the district's own OpenID provider. The provider says who somebody is; what that person may do stands in the account
 * here, and from here on the session is one of ours, which ends, and is ended from anywhere, like every other. Whoever comes here was led
 * to the provider first (quarkus.http.auth.permission.sso); where no provider is configured there is no such page.
 */
@Path("/sso")
@PermitAll
@RunOnVirtualThread
public class SsoResource {
    /** Why nobody is let in, as the page of signing in is told: no open account of that login. */
    static final String UNKNOWN = "sso";

    /** The provider does not say the login at all. */
    static final String UNNAMED = "sso-claim";

    private final SignIn signIn;
    private final AccountConfig config;
    private final OidcSession session;

    /** What the provider says; its annotation stands on fields only. */
    @Inject
    @IdToken
    @SuppressWarnings("NullAway.Init")
    JsonWebToken token;

    SsoResource(SignIn signIn, AccountConfig config, OidcSession session) {
        this.signIn = signIn;
        this.config = config;
        this.session = session;
    }

    /** Comes back from the provider, and leads on to the desk. */
    @GET
    public Response enter(
            @HeaderParam("User-Agent") @DefaultValue("") String agent,
            @HeaderParam("Accept-Language") @DefaultValue("") String languages,
            @Context HttpServerRequest request) {
        if (!config.sso()) {
            throw new NotFoundException();
        }
        Lang lang = Lang.of(languages);
        String login = login(token.getClaim(config.ssoClaim()));
        SignIn.Attempt attempt = login.isEmpty()
                ? signIn.refuseUnnamed(config.ssoClaim(), Address.of(request))
                : signIn.openKnown(login, Address.of(request), agent);
        session.logout().await().indefinitely();
        if (login.isEmpty()) {
            return WorkAnswers.seeOther(lang, "/sign-in?refused=" + UNNAMED);
        }
        if (attempt instanceof SignIn.Attempt.Opened(var cookie, var actor)) {
            return WorkAnswers.entered("/" + lang.code() + "/work", cookie, request);
        }
        return WorkAnswers.seeOther(lang, "/sign-in?refused=" + UNKNOWN);
    }

    /** A text, or a number as some providers have it, is a login; what is absent, null or a list names nobody. */
    private static String login(@Nullable Object claim) {
        return switch (claim) {
            case String text -> text.strip();
            case Number number -> number.toString();
            case null, default -> "";
        };
    }
}
