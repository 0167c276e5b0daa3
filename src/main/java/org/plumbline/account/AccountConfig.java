package org.plumbline.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long doors stay open. */
@ConfigMapping(prefix = "plumbline.account")
public interface AccountConfig {
    /** A session ends when nobody has used it for so long, because a desk may be left. An ISO 8601 duration. */
    @WithDefault("PT30M")
    Duration sessionIdle();

    /** A session ends after so long in any case. An ISO 8601 duration. */
    @WithDefault("PT12H")
    Duration sessionLength();

    /** So many wrong passwords in a row lock the account, because passwords are guessed by trying. A number from 1. */
    @WithDefault("5")
    int attempts();

    /** A locked account opens again after so long, because its owner shall not be kept out for good. An ISO 8601 duration. */
    @WithDefault("PT15M")
    Duration lockout();

    /**
     * A password older than this opens nothing but the form for a new one, at the next sign-in with it, because the rules of some districts
     * (GB/T 22239) ask for it. An ISO 8601 duration of days or less. Default: none, for NIST SP 800-63B section 5.1.1.2 advises against it:
     * who has to change often chooses worse.
     */
    Optional<Duration> passwordAge();

    /** Whether one may also sign in through an OpenID provider, because a district may have one; its address stands in quarkus.oidc.sso. */
    @WithDefault("false")
    boolean sso();

    /**
     * The claim of the OpenID provider's ID token that is the login of an account here, because providers name people in different ways.
     * A claim's name.
     */
    @WithDefault("preferred_username")
    String ssoClaim();

    /**
     * So many queries (SPARQL) of one address within a minute, because each may hold a core for seconds. A number; 0 sets no limit, for
     * where the proxy in front has one.
     */
    @WithDefault("60")
    int queriesPerMinute();

    /**
     * So many attempts to sign in from one address within a minute, right ones too, because each costs a slow hash; a whole office may be
     * one address. A number; 0 sets no limit.
     */
    @WithDefault("60")
    int signInsPerMinute();

    /**
     * So many reports as PDF and dumps for one address within a minute, because they cost seconds or megabytes. A number; 0 sets no
     * limit.
     */
    @WithDefault("60")
    int filesPerMinute();

    /**
     * So many other public answers for one address within a minute that have to be made, in whatever form, because each takes queries and
     * writing; what is ready is not counted. Generous, for a whole office may be one address, and a harvester shall get through a
     * district's sites in minutes. A number; 0 sets no limit.
     */
    @WithDefault("600")
    int answersPerMinute();

    /** The longest that an access token may live. An ISO 8601 duration of whole days. */
    @WithDefault("P366D")
    Duration tokenLength();
}
