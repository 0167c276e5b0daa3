package org.plumbline.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Makes of a cookie or token who asks, with a permission for each act: what {@code @PermissionsAllowed} on an endpoint names. */
@ApplicationScoped
class Identities implements IdentityProvider<Presented> {
    /** The attribute of an identity that holds its {@link Actor}. */
    static final String ACTOR = "plumbline.actor";

    private final SignIn signIn;

    Identities(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Class<Presented> getRequestType() {
        return Presented.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Presented presented, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(presented));
    }

    private SecurityIdentity identity(Presented presented) {
        Optional<Actor> found = presented.kind == Presented.Kind.TOKEN
                ? signIn.byToken(presented.secret, presented.address)
                : signIn.bySession(presented.secret, presented.address);
        Actor actor = found.orElseThrow(AuthenticationFailedException::new);
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor.login()))
                .addAttribute(ACTOR, actor);
        if (!actor.mustChange()) {
            for (Act act : Act.values()) {
                if (actor.may(act)) {
                    identity.addPermission(new StringPermission(act.code()));
                }
            }
        }
        return identity.build();
    }
}
