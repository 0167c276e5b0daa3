package org.plumbline.fact.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.account.Actor;
import org.plumbline.account.Staff;
import org.plumbline.house.OneConnection;
import org.plumbline.ledger.Ledger;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;

/** PostgreSQL finds no room on the disk in the middle of an import: nothing of the page is recorded, and the words say what to do. */
@QuarkusTest
class DiskFullTest {
    private static final String STREET = "820001001";
    private static final String SITE = STREET + "001-RS01";

    @Inject
    Staff staff;

    @Inject
    Intake intake;

    @Inject
    IntakeWork work;

    @Inject
    RegisterImporter register;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    @Test
    void a_full_disk_records_nothing_and_the_same_file_completes_later() throws Exception {
        register("code,name,street_code,street_name\n" + STREET + "001,甲居委会," + STREET + ",一街\n");
        register("site_code,class,name,committee_or_street_code\n" + SITE + ",RS,甲站," + STREET + "001\n");
        Actor officer = staff.actor(staff.with("district-officer"));
        long length = ledger.head().length();
        ImportJob failed;
        try (OneConnection owner = new OneConnection("quarkus.flyway")) {
            // The error that PostgreSQL gives when a file cannot grow.
            owner.sql(
                    "create function no_room() returns trigger language plpgsql as $$ begin"
                            + " raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$");
            owner.sql(
                    "create trigger no_room before insert on fact_submission for each row execute function no_room()");
            owner.connection.commit();
            try {
                failed = read(officer);
            } finally {
                owner.sql("drop trigger no_room on fact_submission");
                owner.sql("drop function no_room()");
                owner.connection.commit();
            }
        }
        assertThat(failed.state).isEqualTo(ImportJob.State.FAILED);
        assertThat(failed.faultEn).contains("The disk is full", "hand the same file in again");
        assertThat(failed.faultZh).contains("磁盘已满");
        assertThat(failed.accepted).isZero();
        assertThat(ledger.head().length()).isEqualTo(length);
        ImportJob done = read(officer);
        assertThat(done.state).isEqualTo(ImportJob.State.DONE);
        assertThat(done.accepted).isEqualTo(1);
        assertThat(ledger.head().length()).isEqualTo(length + 1);
    }

    private ImportJob read(Actor officer) {
        String day = LocalDate.now(clock).minusDays(10).toString();
        byte[] csv = ("site,date,source,floorArea\n" + SITE + "," + day + ",Inspector,480\n")
                .getBytes(StandardCharsets.UTF_8);
        UUID id = QuarkusTransaction.requiringNew()
                .call(() -> intake.take(
                                new Handed(ImportJob.Kind.FACTS, "facts.csv", csv, false, null, false, null, null),
                                officer)
                        .job()
                        .id);
        work.readAlone(id);
        return QuarkusTransaction.requiringNew().call(() -> ImportJob.byId(id).orElseThrow());
    }

    private void register(String csv) {
        register.read(
                RegisterFile.of("register.csv", csv.getBytes(StandardCharsets.UTF_8)),
                new RegisterImporter.Terms(LocalDate.of(2020, 1, 1), Actor.program("test"), false),
                answer -> {});
    }
}
