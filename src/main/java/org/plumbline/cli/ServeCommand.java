package org.plumbline.cli;

import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Demonstration;
import org.plumbline.account.FirstAdministrator;
import org.plumbline.cli.database.Database;
import org.plumbline.cli.demo.DemoAccounts;
import org.plumbline.cli.demo.DemoDistrict;
import org.plumbline.fact.intake.IntakeWork;
import org.plumbline.ledger.Ledger;
import org.plumbline.publication.batch.BatchWork;
import org.plumbline.publication.dataset.PublicDataset;
import org.plumbline.report.ReportPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline serve}: the portal, until Ctrl-C. */
@Command(name = "serve", description = "Opens the portal and prints its address.")
final class ServeCommand implements Callable<Integer> {
    private static final String FIRST_PAGE = "/zh/";

    @Option(names = "--demo", description = "Show the demonstration district; its data folder is demo-data.")
    private boolean demo;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where to listen; 0 takes a free port (default: 8080).")
    private @Nullable Integer port;

    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder (default: data).")
    private @Nullable Path data;

    @Option(
            names = "--visit",
            hidden = true,
            description = "Read the pages once and stop: how the start-up cache is made.")
    private boolean visit;

    @Spec
    private CommandSpec spec;

    private Duration databaseTime = Duration.ZERO;
    private Duration quarkusTime = Duration.ZERO;
    private Instant quarkusStart = Instant.EPOCH;

    @Override
    public Integer call() throws Exception {
        if (port != null) {
            System.setProperty("quarkus.http.port", port.toString());
        }
        Clock clock = Clock.systemUTC();
        Instant start = clock.instant();
        Path folder = data != null ? data : Path.of(demo ? "demo-data" : "data");
        Keys.keepIn(folder);
        Keys.linkedDataIn(folder);
        try (Database database = Database.openAlone(folder, "serve")) {
            // Without its database every page would be an error for good; whoever watches the program starts it again.
            database.whenLost(() -> {
                tell(
                        "PostgreSQL ended, so the portal ends too. Nothing acknowledged is lost: start it again. Its log is "
                                + folder.resolve("postgres.log") + ".");
                Quarkus.asyncExit(2);
            });
            quarkusStart = clock.instant();
            databaseTime = Duration.between(start, quarkusStart);
            return Boot.run(() -> serve(clock));
        }
    }

    private int serve(Clock clock) throws IOException {
        Instant started = clock.instant();
        quarkusTime = Duration.between(quarkusStart, started);
        String address = "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        if (demo) {
            CDI.current()
                    .select(DemoDistrict.class)
                    .get()
                    .load(step -> tell("Loading the demonstration district: " + step));
            Demonstration accounts = CDI.current().select(Demonstration.class).get();
            accounts.make(DemoAccounts.all());
            accounts.begin();
        }
        Visitor visitor = new Visitor(address);
        visitor.read(FIRST_PAGE);
        Instant ready = clock.instant();
        if (visit) {
            visitor.follow(FIRST_PAGE);
            return 0;
        }
        announce(address + FIRST_PAGE, Duration.between(started, ready), ready);
        tellWhoMayEnter(address);
        // The first report compiles its templates, which takes seconds that no reader should wait for.
        Thread.ofPlatform()
                .daemon()
                .name("warm-up")
                .start(CDI.current().select(ReportPrinter.class).get()::warmUp);
        CDI.current().select(IntakeWork.class).get().begin();
        CDI.current().select(BatchWork.class).get().begin();
        CDI.current().select(PublicDataset.class).get().renew();
        new DailyCheckpoint(
                        CDI.current().select(Ledger.class).get(),
                        CDI.current().select(Clock.class).get())
                .watch();
        Quarkus.waitForExit();
        return 0;
    }

    private void tellWhoMayEnter(String address) {
        if (demo) {
            spec.commandLine()
                    .getOut()
                    .println("  sign in at " + address + "/zh/sign-in as "
                            + DemoAccounts.all().stream()
                                    .map(Demonstration.Account::login)
                                    .collect(Collectors.joining(", "))
                            + "; password of each: " + Demonstration.PASSWORD);
            return;
        }
        CDI.current()
                .select(FirstAdministrator.class)
                .get()
                .invite()
                .ifPresent(code -> spec.commandLine()
                        .getOut()
                        .println("  nobody can administer yet: make the first administrator at " + address
                                + "/zh/first-administrator?code=" + code));
    }

    private void tell(String line) {
        if (spec != null) {
            spec.commandLine().getErr().println(line);
        }
    }

    private void announce(String address, Duration page, Instant ready) {
        Instant born = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        String line = String.format(
                Locale.ROOT,
                "Plumbline is open at %s%n  ready in %.1f s: Java %.1f, PostgreSQL %.1f, Quarkus %.1f, first page %.1f%n"
                        + "  stop it with Ctrl-C",
                address,
                seconds(Duration.between(born, ready)),
                seconds(Duration.between(born, quarkusStart).minus(databaseTime)),
                seconds(databaseTime),
                seconds(quarkusTime),
                seconds(page));
        spec.commandLine().getOut().println(line);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
