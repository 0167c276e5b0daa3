package org.plumbline.cli;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plumbline.account.AccountRefused;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.FirstAdministrator;
import org.plumbline.account.Grant;
import org.plumbline.account.PasswordRules;
import org.plumbline.account.People;
import org.plumbline.account.Role;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code plumbline account add LOGIN}: an account made at the command line. The first of an installation needs nobody's leave and
 * must be an administrator; every other needs an administrator.
 */
@Command(
        name = "account",
        description = "Makes an account: `account add LOGIN --name NAME --role ROLE[@PLACE]`. The first one must be an"
                + " administrator and needs no --as; its password is asked. A further one gets a first password, which is"
                + " printed once and changed at the first sign-in.")
final class AccountCommand extends DatabaseCommand {
    @Parameters(index = "0", paramLabel = "add", description = "What to do: add.")
    private String what = "";

    @Parameters(index = "1", paramLabel = "LOGIN", description = "Small letters, digits, dot, hyphen: li.ming.")
    private String login = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "The name that colleagues know.")
    private String personName = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE[@PLACE]",
            description =
                    "inspector, street-reviewer, district-officer, centre-manager, standards-office, publisher,"
                            + " administrator, auditor; with @ and a code it holds there and below. May be given more than once.")
    private List<String> roles = List.of();

    @Mixin
    private Author author;

    @Spec
    private CommandSpec spec;

    @Override
    boolean begins() {
        return true;
    }

    @Override
    String name() {
        return "account";
    }

    @Override
    int work() throws IOException {
        if (!what.equals("add")) {
            throw new CommandFailure("\"" + what + "\" is nothing to do with accounts here: write `account add`.");
        }
        List<Grant> grants = new ArrayList<>();
        for (String role : roles) {
            grants.add(Grant.of(role)
                    .orElseThrow(() -> new CommandFailure("\"" + role + "\" is no role. See: plumbline help account")));
        }
        boolean missing = CDI.current().select(FirstAdministrator.class).get().missing();
        return missing ? first(grants) : further(grants);
    }

    private int first(List<Grant> grants) throws IOException {
        if (grants.stream().noneMatch(grant -> grant.role() == Role.ADMINISTRATOR && grant.everywhere())) {
            throw new CommandFailure(
                    "The first account must be an administrator, who makes the others: add" + " --role administrator.");
        }
        String password = author.secret("Password for " + login + " (12 characters or more): ");
        Actor self = new Actor(0, login, personName, List.of(), Set.of(), Actor.CONSOLE, false);
        add(new People.Wanted(login, personName, password, grants, false), self);
        spec.commandLine().getOut().println("The account " + login + " is made.");
        return 0;
    }

    private int further(List<Grant> grants) throws IOException {
        Actor by = author.need();
        by.requireEverywhere(Act.ADMINISTER);
        String password = People.firstPassword();
        add(new People.Wanted(login, personName, password, grants, true), by);
        spec.commandLine()
                .getOut()
                .println("The account " + login + " is made. Its first password, shown this once: " + password);
        return 0;
    }

    private static void add(People.Wanted wanted, Actor by) {
        try {
            CDI.current().select(People.class).get().add(wanted, by);
        } catch (AccountRefused e) {
            throw new CommandFailure(
                    Labels.say(Lang.EN, "refused." + e.key(), PasswordRules.SHORTEST, PasswordRules.LONGEST), e);
        }
    }
}
