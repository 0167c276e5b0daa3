package org.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.plumbline.report.AssessmentReport.FactLine;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.json.Json;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Linter;
import org.plumbline.standard.StandardFolder;

/** How facts are said in a report, and which of them one can calculate with. */
class FactLinesTest {
    private static final Edition EDITION = edition();

    @Test
    void a_number_keeps_its_unit_in_both_languages() {
        FactLine households = line("committeeHouseholds", "{'value':'1900','on':'2026-10-01','source':'Inspector'}");
        assertThat(households.value()).isEqualTo(new Words("1900 户", "1900 households"));
        assertThat(households.quantity()).satisfies(quantity -> {
            assertThat(quantity.value()).isEqualByComparingTo("1900");
            assertThat(quantity.unit()).isEqualTo(new Words("户", "households"));
        });
    }

    @Test
    void what_sources_disagree_on_is_said_in_both_languages_and_no_number() {
        String two = "{'disputed':[{'value':'640','on':'2026-10-01','source':'Inspector'},"
                + "{'value':'641','on':'2026-10-02','source':'Manager'}]}";
        FactLine area = line("floorArea", two);
        assertThat(area.value().zh()).contains("640 m²", "641 m²", "来源不一致");
        assertThat(area.value().english()).contains("640 m²", "641 m²", "sources disagree");
        assertThat(area.quantity()).isNull();
        String bare = EDITION.book().facts().values().stream()
                .filter(fact -> fact.unit() == null && (fact.type() == Datatype.TEXT || fact.type() == Datatype.DATE))
                .findFirst()
                .orElseThrow()
                .name();
        assertThat(line(bare, two).value().english()).contains("640", "641");
    }

    private static FactLine line(String fact, String stated) {
        AssessmentFields facts =
                new AssessmentFields(Json.readObject(("{'" + fact + "':" + stated + "}").replace('\'', '"')));
        return new FactLines(EDITION, facts).all().getFirst();
    }

    private static Edition edition() {
        try {
            return Objects.requireNonNull(Linter.lint(StandardFolder.of(Path.of("standards/model-station/2026")))
                    .edition());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
