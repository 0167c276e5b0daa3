package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.Provenance;
import org.plumbline.place.PlaceKind;
import org.plumbline.place.Register;
import org.plumbline.place.RegisterChange.Names;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.rdf.PL;

@QuarkusTest
class DailyCheckpointTest {
    @Inject
    Ledger ledger;

    @Inject
    Register register;

    @Inject
    Iris iris;

    @Inject
    Clock clock;

    @Test
    void each_day_has_one_checkpoint() {
        Clock later = Clock.offset(clock, Duration.ofDays(4000));
        entry("310112971");
        DailyCheckpoint daily = new DailyCheckpoint(ledger, later);
        daily.run();
        entry("310112972");
        daily.run();
        assertThat(ledger.checkpoints())
                .filteredOn(checkpoint -> checkpoint.date().equals(LocalDate.now(later)))
                .hasSize(1);
        new DailyCheckpoint(ledger, Clock.offset(later, Duration.ofDays(1))).run();
        assertThat(ledger.checkpoints().getLast().length())
                .isEqualTo(ledger.head().length());
    }

    private void entry(String code) {
        register.record(List.of(new Register.Recorded(
                new PlaceState(code, PlaceKind.STREET, Names.of("试验街道"), null, new TreeSet<>(), LocalDate.EPOCH),
                new Provenance(iris.role("office"), PL.REGISTERING.getURI(), clock.instant()))));
    }
}
