package org.plumbline.account;

import io.quarkus.security.ForbiddenException;

/** Somebody asked for what their roles do not include. Answers with status 403, and ends a command with this one line. */
public final class NotAllowed extends ForbiddenException {
    private static final long serialVersionUID = 1L;

    NotAllowed(Actor actor, Act act, String where) {
        super(actor.login() + " may not " + act.code() + where + ": ask an administrator for a role that includes it.");
    }
}
