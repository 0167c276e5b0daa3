package org.plumbline.publication.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.account.Actor;
import org.plumbline.place.Place;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;
import org.plumbline.place.Site;

/** Which of several districts of a register is published. */
@QuarkusTest
class SurroundingsTest {
    /** More than the 65,535 values that a statement of PostgreSQL takes. */
    private static final int MANY = 66_000;

    @Inject
    RegisterImporter register;

    @Inject
    EntityManager database;

    @BeforeEach
    void two_districts() {
        String csv = "code,name,street_code,street_name\n870101001001,甲居委会,870101001,甲街道\n"
                + "880101001001,乙居委会,880101001,乙街道\n";
        register.read(
                RegisterFile.of("register.csv", csv.getBytes(StandardCharsets.UTF_8)),
                new RegisterImporter.Terms(LocalDate.of(2020, 1, 1), Actor.program("test"), false),
                answer -> {});
    }

    @Test
    void it_is_the_one_that_the_settings_name_with_what_stands_in_it() {
        QuarkusTransaction.requiringNew().run(() -> {
            Surroundings read = Surroundings.read(Optional.of("880101"));
            assertThat(read.district().code).isEqualTo("880101");
            assertThat(read.places())
                    .extracting((Place place) -> place.code)
                    .allMatch(code -> code.startsWith("880101"));
            assertThat(Surroundings.read(Optional.of("870101")).district().code).isEqualTo("870101");
        });
    }

    @Test
    void a_name_that_is_no_district_is_told() {
        for (String code : new String[] {"999999", "880101001", "district"}) {
            QuarkusTransaction.requiringNew().run(() -> {
                Surroundings read = Surroundings.read(Optional.of(code));
                assertThatThrownBy(read::district)
                        .isInstanceOf(Publisher.NothingToPublish.class)
                        .hasMessageContaining("plumbline.publication.district names " + code)
                        .hasMessageContaining("correct the setting");
            });
        }
    }

    @Test
    @TestTransaction
    void a_district_may_have_more_sites_than_a_statement_takes_values() {
        String committee = "870101001001";
        String numbers = "generate_series(1, " + MANY + ") as n";
        run("insert into site (code, site_class, name_zh, opened, position) select '" + committee
                + "-XX' || n, 'RS', '站' || n, date '2020-01-01', 1 from " + numbers);
        run("insert into membership (child, parent, kind, valid_from) select '" + committee + "-XX' || n, '" + committee
                + "', 'COMMITTEE', date '2020-01-01' from " + numbers);
        Surroundings read = Surroundings.read(Optional.of("870101"));
        assertThat(Site.open().stream()
                        .filter(site -> site.code.contains("-XX"))
                        .map(read::of))
                .hasSize(MANY)
                .allMatch(where -> where.orElseThrow().street().equals("870101001"));
    }

    private void run(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }
}
