package org.plumbline.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotAuthorizedException;
import org.jspecify.annotations.Nullable;

/** Who makes this request. */
@RequestScoped
public class Asking {
    private final SecurityIdentity identity;

    Asking(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The person or program that asks.
     *
     * @throws NotAuthorizedException when nobody is signed in
     */
    public Actor actor() {
        @Nullable Actor actor = identity.getAttribute(Identities.ACTOR);
        if (actor == null) {
            throw new NotAuthorizedException("Bearer");
        }
        return actor;
    }

    /**
     * The same, when the act is allowed everywhere.
     *
     * @throws NotAllowed when it is allowed in some places only
     */
    public Actor everywhere(Act act) {
        Actor actor = actor();
        actor.requireEverywhere(act);
        return actor;
    }
}
