package org.plumbline.account;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who asks, with all that they may do. Handed to whatever changes something, so that no change is without an author.
 *
 * @param person row of the person; 0 for the program itself
 * @param login what the person signs in with, and is known by in the audit trail
 * @param name the person's name, for pages of work only
 * @param grants roles by place
 * @param limit acts that this way in is limited to: all of them for a session, a token's scopes for a token
 * @param address network address of the asker; "console" on the command line
 * @param mustChange whether nothing is allowed before the password is changed
 */
public record Actor(
        long person,
        String login,
        String name,
        List<Grant> grants,
        Set<Act> limit,
        String address,
        boolean mustChange) {

    /** Where the command line is. */
    public static final String CONSOLE = "console";

    /** The program itself, as when it loads the demonstration: keeps register and facts, and publishes. */
    public static Actor program(String name) {
        List<Grant> grants = Stream.of(Role.DISTRICT_OFFICER, Role.PUBLISHER, Role.ADMINISTRATOR)
                .map(role -> new Grant(role, Grant.EVERYWHERE))
                .toList();
        return new Actor(0, name, name, grants, EnumSet.allOf(Act.class), CONSOLE, false);
    }

    /** Whether the act is allowed somewhere. */
    public boolean may(Act act) {
        return limit.contains(act)
                && grants.stream().anyMatch(grant -> grant.role().may(act));
    }

    /** Whether the act is allowed everywhere, as it must be for what concerns the whole district. */
    public boolean mayEverywhere(Act act) {
        return limit.contains(act)
                && grants.stream()
                        .anyMatch(grant -> grant.everywhere() && grant.role().may(act));
    }

    /** Whether the act is allowed at a place or site. */
    public boolean mayAt(Act act, String code, Ground ground) {
        return !mustChange
                && limit.contains(act)
                && grants.stream()
                        .anyMatch(grant ->
                                grant.role().may(act) && (grant.everywhere() || ground.within(code, grant.area())));
    }

    /**
     * Insists that the act is allowed somewhere.
     *
     * @throws NotAllowed when it is not
     */
    public void require(Act act) {
        if (mustChange || !may(act)) {
            throw new NotAllowed(this, act, "");
        }
    }

    /**
     * Insists that the act is allowed everywhere.
     *
     * @throws NotAllowed when it is allowed in some places only, or nowhere
     */
    public void requireEverywhere(Act act) {
        if (mustChange || !mayEverywhere(act)) {
            throw new NotAllowed(this, act, " for the whole installation");
        }
    }

    /**
     * Insists that the act is allowed at a place or site.
     *
     * @throws NotAllowed when it is not
     */
    public void requireAt(Act act, String code, Ground ground) {
        if (!mayAt(act, code, ground)) {
            throw new NotAllowed(this, act, " at " + code);
        }
    }

    /** Sources as which facts of a place or site may be stated. */
    public Set<String> sources(String code, Ground ground) {
        Set<String> sources = new LinkedHashSet<>();
        grants.stream()
                .filter(grant -> grant.everywhere() || ground.within(code, grant.area()))
                .forEach(grant -> sources.addAll(grant.role().sources()));
        return sources;
    }

    /** The role in which the act is done: the first of the person's that allows it. Public data name it, never the person. */
    public Role as(Act act) {
        return grants.stream()
                .map(Grant::role)
                .filter(role -> role.may(act))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(login + " holds no role that may " + act.code()));
    }
}
