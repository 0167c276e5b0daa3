package org.plumbline.publication.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.plumbline.account.Actor;
import org.plumbline.account.Staff;
import org.plumbline.place.Membership;
import org.plumbline.place.Place;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;

/** A setting that names the wrong district is told at start and where one publishes, and keeps nobody from starting. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WantedDistrictTest {
    @Inject
    RegisterImporter register;

    @Inject
    Staff staff;

    @BeforeEach
    void a_district() {
        String csv = "code,name,street_code,street_name\n870101001001,甲居委会,870101001,甲街道\n";
        register.read(
                RegisterFile.of("register.csv", csv.getBytes(StandardCharsets.UTF_8)),
                new RegisterImporter.Terms(LocalDate.of(2020, 1, 1), Actor.program("test"), false),
                answer -> {});
    }

    @Test
    void the_log_says_at_start_what_is_wrong_and_what_to_do() {
        assertThat(saidAtStart("999999"))
                .singleElement()
                .asString()
                .contains("plumbline.publication.district names 999999")
                .contains("Correct the setting and start again, or import the district. The register has ");
        assertThat(saidAtStart("870101001")).as("a street").hasSize(1);
        assertThat(saidAtStart("870101")).as("a district").isEmpty();
    }

    @Test
    void the_page_of_publications_says_so_in_both_languages() {
        String publisher = staff.with("publisher");
        staff.browser(publisher).get("/zh/work/publications").then().body(not(containsString("现在无法公布")));
        QuarkusMock.installMockForType(wanted("999999"), WantedDistrict.class);
        staff.browser(publisher)
                .get("/zh/work/publications")
                .then()
                .statusCode(200)
                .body(containsString("现在无法公布：设置 plumbline.publication.district 写的是 999999"));
        staff.browser(publisher)
                .get("/en/work/publications")
                .then()
                .body(containsString("names 999999, which is no open district"), containsString("The register has: "));
    }

    @Test
    void a_register_that_is_still_empty_is_no_reason_to_complain() {
        assertThat(wanted("999999").wrong()).isPresent();
        QuarkusTransaction.begin();
        try {
            Membership.deleteAll();
            Place.deleteAll();
            assertThat(wanted("999999").wrong()).isEmpty();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static WantedDistrict wanted(String code) {
        return new WantedDistrict(() -> Optional.of(code));
    }

    private static List<String> saidAtStart(String code) {
        List<String> said = new ArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord record) {
                said.add(((ExtLogRecord) record).getFormattedMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(WantedDistrict.class.getName());
        logger.addHandler(ear);
        try {
            wanted(code).start(new StartupEvent());
        } finally {
            logger.removeHandler(ear);
        }
        return said;
    }
}
