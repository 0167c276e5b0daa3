package org.plumbline.cli;

import jakarta.enterprise.inject.spi.CDI;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.AccessToken;
import org.plumbline.account.Actor;
import org.plumbline.account.Demonstration;
import org.plumbline.account.SignIn;
import picocli.CommandLine.Option;

/** Who gives a command that changes something: a person with a password, or a program with a token in PLUMBLINE_TOKEN. */
final class Author {
    private static final String TOKEN = "PLUMBLINE_TOKEN";

    @Option(
            names = "--as",
            paramLabel = "LOGIN",
            description = "Who you are; the password is asked. Or put an access token into PLUMBLINE_TOKEN.")
    private @Nullable String login;

    @Option(names = "--password-stdin", description = "Read the password from the first line of standard input.")
    private boolean passwordFromInput;

    /**
     * The person or program that gives the command.
     *
     * @throws CommandFailure when nobody says who it is, or password or token is wrong
     */
    Actor need() throws IOException {
        SignIn signIn = CDI.current().select(SignIn.class).get();
        // Who stands at the command line of a demonstration has its folder anyway.
        CDI.current().select(Demonstration.class).get().begin();
        if (login == null) {
            return byToken(signIn);
        }
        String password = secret("Password of " + login + ": ");
        return signIn.byPassword(login, password, Actor.CONSOLE)
                .orElseThrow(
                        () -> new CommandFailure(
                                "Login or password is wrong, or the account is locked after several wrong tries. Nothing was done."));
    }

    private static Actor byToken(SignIn signIn) {
        String token = System.getenv(TOKEN);
        if (token == null || token.isBlank()) {
            throw new CommandFailure("Say who you are: --as LOGIN, or an access token in " + TOKEN
                    + ". The first account of an installation is made by `plumbline account add`.");
        }
        Optional<Actor> actor = signIn.byToken(token.strip(), Actor.CONSOLE);
        return actor.orElseThrow(() -> new CommandFailure(
                "The token in " + TOKEN + " opens nothing: it has ended or was revoked. One that holds begins with "
                        + AccessToken.PREFIX + "."));
    }

    /** A secret from the terminal without showing it, or from the first line of standard input. */
    String secret(String prompt) throws IOException {
        Console console = System.console();
        if (!passwordFromInput && console != null && console.isTerminal()) {
            char[] typed = console.readPassword("%s", prompt);
            return typed == null ? "" : new String(typed);
        }
        if (!passwordFromInput) {
            throw new CommandFailure("There is no terminal to ask for a password: give it as the first line of standard"
                    + " input with --password-stdin, or use an access token in " + TOKEN + ".");
        }
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }
}
