package org.plumbline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The way to the first account of an installation: no password has a default, so the program prints a code once, and who can
 * read the console makes the administrator with it.
 */
@ApplicationScoped
public class FirstAdministrator {
    private final People people;
    private final AtomicReference<@Nullable String> code = new AtomicReference<>();

    FirstAdministrator(People people) {
        this.people = people;
    }

    /** A new code, when nobody can administer yet; empty when somebody can. It opens once, until the program ends. */
    @Transactional
    public Optional<String> invite() {
        if (Person.anyAdministrator()) {
            return Optional.empty();
        }
        String made = Secrets.make(15);
        code.set(made);
        return Optional.of(made);
    }

    /** Whether nobody can administer yet. */
    @Transactional
    public boolean missing() {
        return !Person.anyAdministrator();
    }

    /** Whether a code is the one that was printed. */
    public boolean invited(String given) {
        String made = code.get();
        return made != null
                && MessageDigest.isEqual(made.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes the administrator; the code opens nothing more.
     *
     * @throws AccountRefused when the code is not the one, or login or password break a rule; the code stays good then
     */
    public void make(String given, String login, String name, String password, String address) throws AccountRefused {
        if (!invited(given) || !missing()) {
            throw new AccountRefused("invitation");
        }
        Actor self = new Actor(0, login, name, List.of(), java.util.Set.of(), address, false);
        people.add(
                new People.Wanted(
                        login, name, password, List.of(new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)), false),
                self);
        code.set(null);
    }
}
