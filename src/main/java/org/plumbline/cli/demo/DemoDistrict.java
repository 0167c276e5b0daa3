package org.plumbline.cli.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plumbline.account.Actor;
import org.plumbline.assessment.Assessor;
import org.plumbline.fact.CurrentRecords;
import org.plumbline.fact.FactImporter;
import org.plumbline.fact.FactValue;
import org.plumbline.fact.SiteFacts;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.Provenance;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Band;
import org.plumbline.standard.Editions;
import org.plumbline.web.Text;

/**
 * Loads the demonstration district: the real register of committees, made-up sites, made-up facts in two rounds, each published.
 * On a fixed date, so that nothing ages; the same facts on every machine.
 */
@ApplicationScoped
public class DemoDistrict {
    /** The date that the demonstration stands still on. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    private static final Actor PROGRAM = Actor.program("demonstration");
    private static final String REGISTER = "/demo/register-minhang.csv";
    private static final String EDITION = "model-station/2026";

    private final RegisterImporter register;
    private final FactImporter facts;
    private final Editions editions;
    private final Assessor assessor;
    private final Publisher publisher;
    private final Ledger ledger;
    private final Iris iris;
    private final Clock clock;

    DemoDistrict(
            RegisterImporter register,
            FactImporter facts,
            Editions editions,
            Assessor assessor,
            Publisher publisher,
            Ledger ledger,
            Iris iris,
            Clock clock) {
        this.register = register;
        this.facts = facts;
        this.editions = editions;
        this.assessor = assessor;
        this.publisher = publisher;
        this.ledger = ledger;
        this.iris = iris;
        this.clock = clock;
    }

    /**
     * Loads and publishes the district unless it is there.
     *
     * @param progress is told what is being done
     * @return whether anything was loaded
     */
    public boolean load(Consumer<String> progress) {
        if (publisher.latest().filter(one -> one.onDate().equals(TODAY)).isPresent()) {
            return false;
        }
        DemoRegister sites = new DemoRegister(DemoRegister.committees(text()));
        if (ledger.head().length() == 0) {
            progress.accept("the register");
            read(RegisterFile.packed(REGISTER), false);
            read(file("areas.csv", sites.areaCsv()), true);
            read(file("sites.csv", sites.siteCsv()), true);
            progress.accept("facts of the committees");
            record(new DemoPlaces(sites).all(FIRST.minusDays(60)), FIRST.minusDays(59));
        }
        progress.accept("the first round");
        round(sites, FIRST, 1);
        publisher.publish(FIRST, new Text("2026年第一轮", "First round of 2026"), clock, PROGRAM);
        progress.accept("the second round");
        record(new DemoPlaces(sites).all(TODAY.minusDays(40)), TODAY.minusDays(39));
        record(stars(), TODAY.minusDays(3));
        round(sites, TODAY, 2);
        publisher.publish(TODAY, new Text("2026年第二轮", "Second round of 2026"), clock, PROGRAM);
        return true;
    }

    private void round(DemoRegister sites, LocalDate on, int round) {
        List<SiteFacts> all = new ArrayList<>();
        sites.sites().forEach(site -> all.addAll(new DemoFacts(site, on, round).all()));
        record(all, on);
    }

    /** What the system states after a publication: each site's stars, and when the result was formed and published. */
    private List<SiteFacts> stars() {
        List<SiteFacts> stars = new ArrayList<>();
        Editions.Known known = editions.find(EDITION).orElseThrow();
        assessor.assessAll(List.of(known), FIRST, CurrentRecords.NOW, (site, held) -> {
            Band band = held.assessment().band();
            SortedMap<String, FactValue> stated = new TreeMap<>();
            stated.put("lastStar", FactValue.number(band == null ? 0 : band.stars()));
            stated.put("resultFormed", FactValue.of(FIRST));
            Draw draw = new Draw(site.code, 0.9);
            stated.put("published", FactValue.of(FIRST.plusDays(draw.good("published in time") ? 12 : 45)));
            LocalDate day = TODAY.minusDays(3);
            stars.add(SiteFacts.ofSite(site.code, site.siteClass, day, "System", stated));
        });
        return stars;
    }

    private void record(List<SiteFacts> all, LocalDate day) {
        Provenance provenance =
                new Provenance(iris.role("demonstration"), PL.IMPORTING.getURI(), morning(day), null, null, true);
        facts.record(all, editions.list().getFirst().book(), provenance);
    }

    private void read(RegisterFile file, boolean synthetic) {
        LocalDate newYear = FIRST.withDayOfYear(1);
        RegisterImporter.Terms terms = new RegisterImporter.Terms(newYear, PROGRAM, synthetic, morning(newYear));
        List<String> refused = new ArrayList<>();
        RegisterImporter.Summary summary = register.read(file, terms, answer -> {
            if (answer instanceof org.plumbline.place.RowAnswer.Refused) {
                refused.add(answer.message("en"));
            }
        });
        if (summary.refused() > 0) {
            throw new IllegalStateException(
                    "The demonstration's own register file " + file.name() + " is refused: " + refused.getFirst());
        }
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(9, 0).toInstant(ZoneOffset.ofHours(8));
    }

    private static RegisterFile file(String name, String csv) {
        return RegisterFile.of(name, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String text() {
        try (InputStream file = DemoDistrict.class.getResourceAsStream(REGISTER)) {
            if (file == null) {
                throw new IllegalStateException("The program was packed without " + REGISTER);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
