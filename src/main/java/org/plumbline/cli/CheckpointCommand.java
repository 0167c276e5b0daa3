package org.plumbline.cli;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.time.Clock;
import org.plumbline.account.Act;
import org.plumbline.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline checkpoint}: signs where the ledger ends and prints it, to be kept elsewhere. */
@Command(name = "checkpoint", description = "Signs where the ledger ends and prints it as JSON, to be kept elsewhere.")
final class CheckpointCommand extends DatabaseCommand {
    @Mixin
    private Author author;

    @Spec
    private CommandSpec spec;

    @Override
    String name() {
        return "checkpoint";
    }

    @Override
    int work() throws IOException {
        note(author.need(), Act.MAINTAIN, "sign-checkpoint");
        Ledger ledger = CDI.current().select(Ledger.class).get();
        Clock clock = CDI.current().select(Clock.class).get();
        spec.commandLine().getOut().println(ledger.checkpoint(clock).json());
        return 0;
    }
}
