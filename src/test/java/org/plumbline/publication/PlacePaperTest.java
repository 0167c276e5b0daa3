package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The summary of a district or a street on paper. */
@QuarkusTest
class PlacePaperTest {
    private static final String DISTRICT = "310112";

    @Inject
    Fixture fixture;

    @BeforeEach
    void publish() {
        fixture.publish();
    }

    @ParameterizedTest
    @ValueSource(strings = {DISTRICT, Fixture.STREET})
    void it_is_an_archive_that_everybody_can_read(String code) throws Exception {
        byte[] pdf = pdf(code);
        Files.createDirectories(Path.of("target/reports"));
        Files.write(Path.of("target/reports", "place-" + code + ".pdf"), pdf);
        VeraGreenfieldFoundryProvider.initialise();
        for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1}) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, 20, false, false, false)) {
                var result = validator.validate(parser);
                assertThat(result.getTestAssertions()).as("%s", flavour).isEmpty();
                assertThat(result.isCompliant()).isTrue();
            }
        }
    }

    @Test
    void it_says_what_the_page_says() throws IOException {
        String text = text(pdf(Fixture.STREET));
        String page = given().get("/zh/street/" + Fixture.STREET)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("/place/" + Fixture.STREET + ".pdf");
        assertThat(text)
                .contains("标准符合性汇总")
                .contains("星级分布")
                .contains("最常不符合的条款")
                .contains("得分最低的站点")
                .contains(Fixture.FIRST)
                .doesNotContain("个街镇");
        assertThat(text(pdf(DISTRICT))).contains("个街镇").contains(Fixture.STREET.substring(0, 6));
    }

    @Test
    void the_same_paper_has_the_same_bytes() {
        assertThat(pdf(Fixture.STREET)).isEqualTo(pdf(Fixture.STREET + "?edition=model-station%2F2026"));
    }

    @Test
    void a_committee_has_no_summary_and_nobody_gets_one_of_nowhere() {
        given().get("/place/" + Fixture.STREET + "198.pdf").then().statusCode(404);
        given().get("/place/999999.pdf").then().statusCode(404);
    }

    private static byte[] pdf(String place) {
        String[] parts = place.split("\\?");
        return given().urlEncodingEnabled(false)
                .get("/place/" + parts[0] + ".pdf" + (parts.length > 1 ? "?" + parts[1] : ""))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
