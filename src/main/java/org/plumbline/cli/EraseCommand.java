package org.plumbline.cli;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Actor;
import org.plumbline.fact.erasure.Erasure;
import org.plumbline.rdf.Literals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline erase}: finds texts that name somebody, and erases those that are named by their hashes. */
@Command(
        name = "erase",
        description = "Finds texts about a person (--text, --site), and erases those named by their hashes for good."
                + " The chain of the ledger still holds.")
final class EraseCommand extends DatabaseCommand {
    @Parameters(paramLabel = "HASH", arity = "0..*", description = "What to erase, as the search printed it.")
    private List<String> hashes = List.of();

    @Option(names = "--text", paramLabel = "TEXT", description = "Search: part of the text, at least two characters.")
    private String text = "";

    @Option(names = "--site", paramLabel = "CODE", description = "Search: the only site to look at.")
    private String site = "";

    @Option(names = "--why", paramLabel = "REASON", description = "Why it is erased; stays, so it should name nobody.")
    private @Nullable String why;

    @Mixin
    private Author author;

    @Spec
    private CommandSpec spec;

    @Override
    String name() {
        return "erase";
    }

    @Override
    int work() throws IOException {
        Actor by = author.need();
        Erasure erasure = CDI.current().select(Erasure.class).get();
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (hashes.isEmpty()) {
                erasure.search(text, site, by)
                        .forEach(one -> out.println(one.hash() + "  " + one.subject() + "  " + one.what() + "  "
                                + Literals.shown(one.text())));
            } else {
                int erased = erasure.erase(hashes, why == null ? "" : why, by);
                out.println(Plural.of(erased, "value") + " erased for good.");
            }
            return 0;
        } catch (Erasure.Refused e) {
            throw new CommandFailure(e.getMessage() + ".", e);
        }
    }
}
