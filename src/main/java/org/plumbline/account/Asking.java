package org.plumbline.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotAuthorizedException;
import org.jspecify.annotations.Nullable;

/** Who makes this request. */
@RequestScoped
public class Asking {
    private final SecurityIdentity identity;
    private final Ground ground;

    Asking(SecurityIdentity identity, Ground ground) {
        this.identity = identity;
        this.ground = ground;
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
     * The same, when the act is allowed about this place or site.
     *
     * @throws NotAllowed when it is not
     */
    public Actor actor(Act act, String code) {
        Actor actor = actor();
        if (!actor.may(act, code, ground)) {
            throw new NotAllowed(actor, act, " at " + code);
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
