package org.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.account.Actor;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;
import org.plumbline.place.RegisterWords;

/** A file of facts looks up what its rows name, and no more of the register. */
@QuarkusTest
class AskedRegisterTest {
    private static final String STREET = "810000001";
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 6, 1);

    @Inject
    RegisterImporter register;

    @Inject
    RegisterWords words;

    @Test
    void only_what_is_asked_for_stands_in_memory() {
        StringBuilder places = new StringBuilder("code,name,street_code,street_name\n");
        StringBuilder sites = new StringBuilder("site_code,class,name,committee_or_street_code\n");
        for (int i = 1; i <= 190; i++) {
            String code = STREET + "%03d".formatted(i);
            places.append(code)
                    .append(",第")
                    .append(i)
                    .append("凌霄居民委员会,")
                    .append(STREET)
                    .append(",凌霄街道\n");
            sites.append(code)
                    .append("-RS01,RS,第")
                    .append(i)
                    .append("凌霄站,")
                    .append(code)
                    .append('\n');
        }
        take(FROM, places.toString());
        take(FROM, sites.toString());
        take(LATER, "closed_code\n" + STREET + "007-RS01\n");
        AskedRegister asked = new AskedRegister(words);
        String first = STREET + "001";

        assertThat(asked.find(first + "-RS01")).contains(new SiteLookup.Known(first + "-RS01", false, "RS"));
        assertThat(asked.find(first)).contains(new SiteLookup.Known(first, true, "Committee"));
        assertThat(asked.find(STREET + "999")).isEmpty();
        assertThat(asked.holders(first + "-RS01", "Committee", LATER)).containsExactly(first);
        assertThat(asked.holders(first + "-RS01", "Street", LATER)).containsExactly(STREET);
        // The site, its committee, its street, and what that stands in.
        assertThat(asked.size()).isLessThanOrEqualTo(5);

        asked.prepare(List.of(STREET + "002-RS01", STREET + "003-RS01"));
        assertThat(asked.size()).isLessThanOrEqualTo(9);
        assertThat(asked.named("第2凌霄社区")).containsExactly(STREET + "002");
        assertThat(asked.named("第2凌霄居民委员会")).containsExactly(STREET + "002");
        assertThat(asked.named("第3凌霄站")).containsExactly(STREET + "003-RS01");
        assertThat(asked.named("第7凌霄站")).as("closed, and no other has its name").containsExactly(STREET + "007-RS01");
        assertThat(asked.named("没有这个名字的地方")).isEmpty();
        assertThat(asked.sitesIn(STREET + "002", LATER)).containsExactly(STREET + "002-RS01");
        assertThat(asked.sitesIn(STREET + "007", FROM)).containsExactly(STREET + "007-RS01");
        assertThat(asked.sitesIn(STREET + "007", LATER)).isEmpty();
        assertThat(asked.sitesIn(STREET, LATER)).hasSize(189);
    }

    @Test
    void a_misspelt_code_is_found_whatever_part_of_it_is_wrong() {
        take(FROM, "code,name,street_code,street_name\n810002003004,甲居委会,810002003,乙街道\n");
        take(FROM, "site_code,class,name,committee_or_street_code\n810002003004-RS01,RS,甲站,810002003004\n");
        AskedRegister asked = new AskedRegister(words);
        for (String wrong : List.of(
                "810002003004-RS10",
                "810002003004-rs1",
                "81002003004-RS01",
                "180002003004-RS01",
                "8100020030041-RS01",
                "810002030304-RS01")) {
            assertThat(asked.nearest(wrong)).as(wrong).contains("810002003004-RS01");
        }
        assertThat(asked.nearest("什么")).isEmpty();
        assertThat(asked.nearest("x".repeat(500))).isEmpty();
    }

    private void take(LocalDate from, String csv) {
        List<String> said = new ArrayList<>();
        RegisterImporter.Summary summary = register.read(
                RegisterFile.of("register.csv", csv.getBytes(StandardCharsets.UTF_8)),
                new RegisterImporter.Terms(from, Actor.program("tester"), false),
                answer -> said.add(answer.message("en")));
        assertThat(summary.refused())
                .as(String.join("\n", said.subList(Math.max(0, said.size() - 3), said.size())))
                .isZero();
    }
}
