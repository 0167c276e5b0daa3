package org.plumbline.cli;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.standard.Editions;
import org.plumbline.web.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline publish}: makes a snapshot public. */
@Command(
        name = "publish",
        description = "Holds every site against every edition on a date and makes the result public.")
final class PublishCommand extends DatabaseCommand {
    @Option(names = "--on", required = true, paramLabel = "DATE", description = "The assessment date, YYYY-MM-DD.")
    private LocalDate on = LocalDate.EPOCH;

    @Option(
            names = "--round",
            paramLabel = "NAME",
            description = "What the round is called in Chinese (default: the date).")
    private @Nullable String round;

    @Option(
            names = "--round-en",
            paramLabel = "NAME",
            description = "What the round is called in English (default: the date).")
    private @Nullable String roundEn;

    @Mixin
    private Author author;

    @Spec
    private CommandSpec spec;

    @Override
    String name() {
        return "publish";
    }

    @Override
    int work() throws IOException {
        Text name = new Text(round != null ? round : on + " 评估", roundEn != null ? roundEn : "Assessment of " + on);
        Clock clock = CDI.current().select(Clock.class).get();
        LocalDate today = LocalDate.now(clock);
        if (on.isAfter(today)) {
            throw new CommandFailure("The date " + on + " is after today (" + today
                    + "), when facts will have aged that still count: give a date up to today.");
        }
        List<String> leftOut = CDI.current().select(Editions.class).get().leftOut();
        if (!leftOut.isEmpty()) {
            throw new CommandFailure(
                    "Nothing is published, because an edition would be missing. " + String.join(" ", leftOut));
        }
        return publish(name, clock);
    }

    private int publish(Text name, Clock clock) throws IOException {
        try {
            Publication made = CDI.current().select(Publisher.class).get().publish(on, name, clock, author.need());
            spec.commandLine().getOut().println("Publication " + made.id() + " of " + on + " is public.");
            return 0;
        } catch (Publisher.NothingToPublish e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
