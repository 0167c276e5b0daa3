package org.plumbline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plumbline.cli.demo.DemoRegister.DemoSite;
import org.plumbline.fact.SiteFacts;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Linter;
import org.plumbline.standard.StandardFolder;

/** The demonstration is the same everywhere, covers the real register, and speaks of every fact that the editions read. */
class DemoFactsTest {
    private static final LocalDate ON = DemoDistrict.TODAY;

    private static DemoRegister register() throws IOException {
        try (InputStream file = DemoFactsTest.class.getResourceAsStream("/demo/register-minhang.csv")) {
            return new DemoRegister(DemoRegister.committees(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private static List<SiteFacts> facts(DemoSite site) {
        return new DemoFacts(site, ON, 2).all();
    }

    @Test
    void there_is_a_station_for_each_committee_68_area_centres_and_a_centre_for_each_street() throws IOException {
        Map<String, Long> sizes =
                register().sites().stream().collect(Collectors.groupingBy(DemoSite::siteClass, Collectors.counting()));
        assertThat(sizes.get("RS") + sizes.get("VS")).isEqualTo(596);
        assertThat(sizes).containsEntry("AC", 68L).containsEntry("TC", 14L);
    }

    @Test
    void made_up_centres_are_named_so() throws IOException {
        assertThat(register().sites())
                .filteredOn(site -> site.siteClass().equals("AC"))
                .allSatisfy(site -> assertThat(site.name()).contains("示范"));
    }

    @Test
    void the_same_site_has_the_same_facts_every_time() throws IOException {
        DemoSite site = register().sites().get(7);
        assertThat(facts(site)).isEqualTo(facts(site)).isNotEmpty();
    }

    @Test
    void every_fact_that_somebody_observes_is_stated_somewhere_and_no_other() throws IOException {
        Set<String> stated = new TreeSet<>();
        DemoRegister register = register();
        register.sites()
                .forEach(site ->
                        facts(site).forEach(one -> stated.addAll(one.facts().keySet())));
        new DemoPlaces(register)
                .all(ON)
                .forEach(one -> stated.addAll(one.facts().keySet()));
        // Stated by the system once a round is published.
        stated.addAll(Set.of("resultFormed", "published"));
        Set<String> wanted = new TreeSet<>();
        for (String key : List.of("model-station/2026", "public-culture/2026")) {
            Edition edition =
                    Linter.lint(StandardFolder.of(Path.of("standards", key))).edition();
            edition.rulebook().facts().stream()
                    .map(fact -> edition.book().facts().get(fact.name()))
                    .filter(fact -> fact.observed() && fact.of() == null)
                    .forEach(fact -> wanted.add(fact.name()));
        }
        assertThat(stated).containsAll(wanted);
    }

    @Test
    void a_district_has_good_and_poor_sites() throws IOException {
        long missing = register().sites().stream()
                .filter(site ->
                        facts(site).stream().noneMatch(one -> one.source().equals("Inspector")))
                .count();
        assertThat(missing).as("sites that nobody visited again").isBetween(5L, 150L);
    }
}
