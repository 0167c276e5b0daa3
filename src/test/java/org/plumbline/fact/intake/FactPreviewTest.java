package org.plumbline.fact.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.account.Actor;
import org.plumbline.account.Staff;
import org.plumbline.ledger.Ledger;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;

/** A preview of facts says what an import would, and records nothing. */
@QuarkusTest
class FactPreviewTest {
    private static final String COMMITTEE = "810004001001";
    private static final String SITE = COMMITTEE + "-RS01";

    @Inject
    Staff staff;

    @Inject
    RegisterImporter register;

    @Inject
    IntakeWork work;

    @Inject
    Intake intake;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    @Test
    void a_preview_answers_every_row_and_records_nothing_until_it_is_said() throws Exception {
        register("code,name,street_code,street_name\n" + COMMITTEE + ",甲居委会,810004001,甲街道\n");
        register("site_code,class,name,committee_or_street_code\n" + SITE + ",RS,甲站," + COMMITTEE + "\n");
        Actor officer = staff.actor(staff.with("district-officer"));
        String known = row(20, "Inspector", "480");
        read(handed(known, false), officer);
        long length = ledger.head().length();

        // Known, new, refused.
        String csv = known + row(10, "Inspector", "481") + row(9, "Nobody", "482");
        ImportJob seen = read(handed(csv, true), officer);
        assertThat(ledger.head().length()).isEqualTo(length);
        assertThat(seen.state).isEqualTo(ImportJob.State.DONE);
        assertThat(seen.recorded).isZero();
        assertThat(List.of(seen.accepted, seen.unchanged, seen.refused)).containsExactly(1L, 1L, 1L);
        List<String> told = intake.answers(seen, 0, Optional.empty(), 10).stream()
                .map(Told::en)
                .toList();
        assertThat(told.getFirst()).contains("unchanged");
        assertThat(told.get(2)).contains("refused");
        assertThat(intake.refused(seen)).isPresent();

        Intake.Taken taken = QuarkusTransaction.requiringNew().call(() -> intake.record(seen, officer));
        assertThat(taken.fresh()).isTrue();
        work.readAlone(taken.job().id);
        ImportJob recorded = reload(taken.job());
        assertThat(List.of(recorded.accepted, recorded.unchanged, recorded.refused))
                .containsExactly(1L, 1L, 1L);
        assertThat(recorded.recorded).isEqualTo(1);
        assertThat(ledger.head().length()).isEqualTo(length + 1);

        ImportJob again = read(handed(csv, true), officer);
        assertThat(again.unchanged).isEqualTo(2);
        assertThat(ledger.head().length()).isEqualTo(length + 1);
    }

    private String row(int daysAgo, String source, String area) {
        return SITE + "," + LocalDate.now(clock).minusDays(daysAgo) + "," + source + "," + area + "\n";
    }

    private static Handed handed(String rows, boolean preview) {
        byte[] bytes = ("site,date,source,floorArea\n" + rows).getBytes(StandardCharsets.UTF_8);
        return new Handed(ImportJob.Kind.FACTS, "facts.csv", bytes, false, null, preview, null, null);
    }

    private ImportJob read(Handed file, Actor by) throws Exception {
        ImportJob job = QuarkusTransaction.requiringNew()
                .call(() -> intake.take(file, by).job());
        work.readAlone(job.id);
        return reload(job);
    }

    private static ImportJob reload(ImportJob job) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ImportJob.byId(job.id).orElseThrow());
    }

    private void register(String csv) {
        assertThat(register.read(
                                RegisterFile.of("register.csv", csv.getBytes(StandardCharsets.UTF_8)),
                                new RegisterImporter.Terms(LocalDate.of(2020, 1, 1), Actor.program("test"), false),
                                answer -> {})
                        .refused())
                .isZero();
    }
}
