package org.plumbline.cli;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import org.plumbline.account.Act;
import org.plumbline.ledger.DerivedStores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline rebuild}: what derives from the ledger, made anew from it. */
@Command(
        name = "rebuild",
        description = "Makes the register, the observations and the assessments anew from the ledger.")
final class RebuildCommand extends DatabaseCommand {
    @Mixin
    private Author author;

    @Spec
    private CommandSpec spec;

    @Override
    String name() {
        return "rebuild";
    }

    @Override
    int work() throws IOException {
        note(author.need(), Act.MAINTAIN, "rebuild");
        CDI.current().select(DerivedStores.class).get().rebuild();
        spec.commandLine()
                .getOut()
                .println("The register, the observations and the assessments are made anew from the ledger.");
        return 0;
    }
}
