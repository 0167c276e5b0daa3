package org.plumbline.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.publication.view.FactUsed;
import org.plumbline.publication.view.SiteOffer;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Editions;

/** What people find at a site, picked from the facts of its round. */
@QuarkusTest
class OffersTest {
    @Inject
    Editions editions;

    @Test
    void its_facts_are_in_the_vocabulary() {
        assertThat(editions.list().getFirst().book().facts())
                .containsKeys(Stream.of(Offers.HOURS, Offers.SERVICES, Offers.OF_A_ROOM, List.of(Offers.ROOM))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    @Test
    void hours_services_and_rooms_come_with_who_says_so() {
        SiteOffer offer = of(Map.of(
                "openHoursWeek", stated("value", "56"),
                "servicesOffered", stated("value", List.of("legal")),
                "floorArea", stated("value", "640"),
                "room",
                        stated(
                                "records",
                                Map.of(
                                        "101",
                                        Map.of(
                                                "roomKind", Map.of("value", "reading"),
                                                "roomSeats", Map.of("value", "24"),
                                                "roomBookable", Map.of("value", true)),
                                        "102",
                                        Map.of("roomKind", Map.of("value", "council"))))));
        assertThat(offer.hours()).extracting(FactUsed::name).containsExactly("openHoursWeek");
        assertThat(offer.hours().getFirst().observedOn()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(offer.services()).extracting(FactUsed::name).containsExactly("servicesOffered");
        assertThat(offer.rooms()).hasSize(2).anySatisfy(room -> {
            assertThat(room.seats()).isNotNull();
            assertThat(room.seats().text().en()).isEqualTo("24");
            assertThat(room.secluded())
                    .as("nobody said whether one can talk there")
                    .isNull();
        });
        assertThat(offer.roomsFrom()).isNotNull();
    }

    @Test
    void a_site_of_which_nothing_is_known_has_no_such_section() {
        assertThat(of(Map.of("floorArea", stated("value", "640"))).isEmpty()).isTrue();
    }

    private SiteOffer of(Map<String, ?> facts) {
        Edition edition = editions.list().getFirst();
        Verdict verdict = new Verdict(Map.of("facts", facts));
        return Offers.of(null, edition, verdict, new UsedFacts(edition, verdict, LocalDate.of(2026, 11, 1)));
    }

    private static Map<String, Object> stated(String form, Object value) {
        return Map.of(form, value, "on", "2026-10-01", "source", "Inspector", "submission", "urn:one");
    }
}
