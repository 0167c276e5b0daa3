package org.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.table.TableFile;

/** What workbooks hold that not everybody sees: hidden parts, dates as words, cells without formats. */
class HiddenCellsTest {
    private static final String INLINE = "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>";

    @Test
    void hidden_rows_and_columns_are_read_and_told() throws IOException {
        FactContent content = Small.read(hiding(sheet -> {
            sheet.hideRow(2);
            sheet.hideRow(3);
            sheet.hideRow(5);
            sheet.hideColumn(3);
            sheet.hideColumn(7);
        }));
        assertThat(content.refusals("en")).isEmpty();
        assertThat(content.stated()).hasSize(5);
        assertThat(content.notes()).singleElement().satisfies(note -> {
            assertThat(note.message("en"))
                    .contains("站点!1", "the sheet 站点", "rows 3–4, 6; column D.", "delete what should not be handed in");
            assertThat(note.message("zh")).contains("第3–4, 6行；D列", "隐藏");
        });
    }

    @Test
    void a_hidden_sheet_is_read_and_told() throws IOException {
        for (VisibilityState state : List.of(VisibilityState.HIDDEN, VisibilityState.VERY_HIDDEN)) {
            FactContent content = Small.read(hiding(sheet -> sheet.setVisibilityState(state)));
            assertThat(content.stated()).hasSize(5);
            assertThat(content.notes())
                    .singleElement()
                    .satisfies(note ->
                            assertThat(note.message("en")).contains("Hidden parts of the sheet 站点", "the whole"));
        }
    }

    @Test
    void the_hidden_heads_of_the_template_and_hidden_emptiness_are_no_news() throws IOException {
        assertThat(Small.read(Small.filled(Map.of(
                                "站点",
                                List.of(Map.of(
                                        "site",
                                        Small.SITE,
                                        "date",
                                        "2026-10-01",
                                        "source",
                                        "Inspector",
                                        "floorArea",
                                        "480")))))
                        .notes())
                .isEmpty();
        assertThat(Small.read(hiding(sheet -> {
                            sheet.hideRow(0);
                            sheet.hideRow(20);
                            sheet.hideColumn(9);
                        }))
                        .notes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 2026-10-01",
        "2026-10-01T00:00:00, 2026-10-01",
        "2026-10-01T23:30:00.000Z, 2026-10-01",
    })
    void a_date_in_words_is_a_date(String words, LocalDate day) throws IOException {
        for (String formula : List.of("", "<f>DATE(2026,10,1)</f>")) {
            FactContent content =
                    Small.read(dated("<c r=\"B2\" t=\"d\">" + formula + "<v>" + words + "</v></c>", "480"));
            assertThat(content.refusals("en")).isEmpty();
            assertThat(content.stated().getFirst().facts().observedOn()).isEqualTo(day);
        }
    }

    @Test
    void what_is_no_date_in_such_a_cell_is_refused_where_it_stands() throws IOException {
        for (String words : List.of("2026-13-45", "10:30:00", "soon", "")) {
            assertThat(Small.read(dated("<c r=\"B2\" t=\"d\"><v>" + words + "</v></c>", "480"))
                            .stated())
                    .isEmpty();
        }
        assertThat(Small.read(Zip.workbook(Zip.heads() + Zip.row("<c r=\"D2\" t=\"d\"><v>2026-10-01</v></c>"))
                                .file("facts.xlsx"))
                        .refusals("en"))
                .singleElement()
                .asString()
                .contains("站点!D2", "is no number");
    }

    @Test
    void a_workbook_without_styles_is_read() throws IOException {
        String rows = Zip.heads() + Zip.row("<c r=\"D2\"><v>480</v></c>");
        for (boolean[] left : new boolean[][] {{true, false}, {false, false}, {false, true}}) {
            FactContent content = Small.read(Zip.frame(left[0], left[1])
                    .with("xl/worksheets/sheet1.xml", Zip.sheet("", rows))
                    .with("xl/sharedStrings.xml", Zip.strings("x"))
                    .file("facts.xlsx"));
            assertThat(content.refusals("en")).isEmpty();
            assertThat(content.stated()).hasSize(1);
        }
    }

    private static TableFile dated(String date, String area) throws IOException {
        return Zip.workbook(Zip.heads() + "<row r=\"2\">" + INLINE.formatted("A2", Small.SITE) + date
                        + INLINE.formatted("C2", "Inspector") + "<c r=\"D2\"><v>" + area + "</v></c></row>")
                .file("facts.xlsx");
    }

    /** Five rows below one row of heads, in columns A to D. */
    private static TableFile hiding(Consumer<Worksheet> hide) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Tests", "1.0")) {
            workbook.newWorksheet("封面").value(0, 0, "封面");
            Worksheet sheet = workbook.newWorksheet("站点");
            String[] heads = {"site", "date", "source", "floorArea"};
            for (int c = 0; c < heads.length; c++) {
                sheet.value(0, c, heads[c]);
            }
            for (int r = 1; r <= 5; r++) {
                sheet.value(r, 0, Small.SITE);
                sheet.value(r, 1, "2026-09-0" + r);
                sheet.value(r, 2, "Inspector");
                sheet.value(r, 3, 480 + r);
            }
            hide.accept(sheet);
        }
        return new TableFile("facts.xlsx", out.toByteArray());
    }
}
