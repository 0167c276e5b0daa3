package org.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Linter;
import org.plumbline.standard.StandardFolder;
import org.plumbline.table.CellPlace;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The template explains itself: each head has its question, unit, range and codes; the columns fold by chapter. */
class TemplateTest {
    /** Children of a worksheet in the only order that Excel opens without a repair (ECMA-376 part 1, 18.3.1.99). */
    private static final List<String> ORDER = List.of(
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "sheetProtection",
            "autoFilter",
            "mergeCells",
            "conditionalFormatting",
            "dataValidations",
            "hyperlinks",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "drawing",
            "legacyDrawing",
            "tableParts");

    @Test
    void each_head_says_what_is_asked_in_what_unit_and_range_and_who_observes_it() throws Exception {
        Map<String, Element> prompts = prompts(sheet(parts(List.of(Small.EDITION)), 1));
        String area = prompts.get(column(Small.EDITION, "floorArea")).getAttribute("prompt");
        assertThat(area).contains("单位 Unit: m²", "范围 Range: ", "观察者 Observed by: ", "Inspector");
        Element source = prompts.get("C");
        assertThat(source.getAttribute("promptTitle")).isEqualTo("来源");
        assertThat(source.getAttribute("sqref")).isEqualTo("C1:C3");
        String grade = new FormHead(FormColumn.of(Small.FORM.book().facts().get("structuralGrade"))).note();
        assertThat(grade).contains("代码 Codes: ", " A");
        assertThat(new FormHead(FormColumn.of(Small.FORM.book().facts().get("committeeResidents"))).note())
                .contains("观察者 Observed by: ");
    }

    @Test
    void the_whole_standard_stays_within_what_spreadsheet_programs_take() throws Exception {
        List<Edition> editions = List.of(edition("model-station/2026"), edition("public-culture/2026"));
        Map<String, byte[]> parts = parts(editions);
        FactForm form = FactForm.of(editions);
        for (int i = 1; i <= form.sheets().size(); i++) {
            Document sheet = sheet(parts, i);
            List<String> order = new ArrayList<>();
            for (Node node = sheet.getDocumentElement().getFirstChild(); node != null; node = node.getNextSibling()) {
                order.add(node.getLocalName());
            }
            assertThat(order).isSortedAccordingTo((a, b) -> ORDER.indexOf(a) - ORDER.indexOf(b));
            assertThat(ORDER).containsAll(order);
            NodeList all = sheet.getElementsByTagNameNS("*", "dataValidation");
            Element around = (Element) all.item(0).getParentNode();
            assertThat(around.getAttribute("count")).isEqualTo(String.valueOf(all.getLength()));
            Map<String, Element> prompts = prompts(sheet);
            assertThat(prompts)
                    .hasSizeGreaterThanOrEqualTo(
                            form.sheets().get(i - 1).columns().size() - 1);
            prompts.values().forEach(prompt -> {
                assertThat(prompt.getAttribute("prompt").length()).isBetween(1, FormHead.LONGEST_PROMPT);
                assertThat(prompt.getAttribute("promptTitle").length()).isBetween(1, FormHead.LONGEST_TITLE);
                refuses(prompt);
            });
            boolean folds = sheet.getElementsByTagNameNS("*", "outlinePr").getLength() > 0;
            assertThat(folds).isEqualTo(i == 1);
            // Excel folds no group of a protected sheet.
            assertThat(sheet.getElementsByTagNameNS("*", "sheetProtection").getLength())
                    .isEqualTo(folds ? 0 : 1);
            // A note is shown by two parts together: its text, and the drawing of its box.
            assertThat(parts).containsKeys("xl/comments" + i + ".xml", "xl/drawings/vmlDrawing" + i + ".vml");
        }
    }

    @Test
    void the_columns_fold_by_chapter_towards_the_column_that_names_it() throws Exception {
        List<Edition> editions = List.of(edition("model-station/2026"));
        Map<String, byte[]> parts = parts(editions);
        Document sheet = sheet(parts, 1);
        assertThat(((Element) sheet.getElementsByTagNameNS("*", "outlinePr").item(0)).getAttribute("summaryRight"))
                .isEqualTo("0");
        assertThat(((Element) sheet.getElementsByTagNameNS("*", "sheetFormatPr").item(0))
                        .getAttribute("outlineLevelCol"))
                .isEqualTo("1");
        List<FormColumn> columns = FactForm.of(editions)
                .topics()
                .titled(FactForm.of(editions).sites().columns());
        Map<Integer, String> levels = new HashMap<>();
        NodeList cols = sheet.getElementsByTagNameNS("*", "col");
        for (int i = 0; i < cols.getLength(); i++) {
            Element col = (Element) cols.item(i);
            for (int c = Integer.parseInt(col.getAttribute("min"));
                    c <= Integer.parseInt(col.getAttribute("max"));
                    c++) {
                levels.put(c - 1, col.getAttribute("outlineLevel"));
            }
        }
        int topics = 0;
        boolean inside = false;
        for (int c = 0; c < columns.size(); c++) {
            topics += columns.get(c).topic() ? 1 : 0;
            inside |= columns.get(c).topic();
            assertThat(levels.get(c))
                    .as(columns.get(c).name())
                    .isEqualTo(inside && !columns.get(c).topic() ? "1" : "0");
        }
        assertThat(topics).isGreaterThan(5);
        assertThat(columns.stream()
                        .filter(FormColumn::topic)
                        .map(column -> column.label().zh()))
                .allMatch(title -> title.startsWith("# "))
                .doesNotHaveDuplicates()
                .contains("# 明细（另有工作表）");
    }

    @Test
    void nothing_goes_into_the_column_of_a_groups_name() throws Exception {
        Document sheet = sheet(parts(List.of(edition("model-station/2026"))), 1);
        NodeList all = sheet.getElementsByTagNameNS("*", "dataValidation");
        int names = 0;
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            if (one.getAttribute("errorTitle").startsWith("组名")) {
                names++;
                refuses(one);
                assertThat(one.getAttribute("sqref")).matches("([A-Z]+)4:\\15001");
            }
        }
        assertThat(names).isGreaterThan(5);
    }

    @Test
    void a_column_is_read_by_its_hidden_name_whatever_became_of_the_head_that_people_see() throws IOException {
        FactContent content = Small.read(Small.workbook(
                "站点",
                new Object[] {"编号", "看的日子", "谁", "多大"},
                new Object[] {null, null, null, "How large"},
                new Object[] {"site", "date", "source", "floorArea"},
                new Object[] {Small.SITE, "2026-10-01", "Inspector", 480}));
        assertThat(content.faults()).isEmpty();
        assertThat(content.stated())
                .singleElement()
                .satisfies(one -> assertThat(one.facts().facts().keySet()).contains("floorArea"));
        assertThat(Small.read(Small.workbook("站点", new Object[] {"site", "date", "source", null}, new Object[] {
                            Small.SITE, "2026-10-01", "Inspector", 480
                        }))
                        .refusals("en"))
                .singleElement()
                .asString()
                .contains("站点!D2", "head");
    }

    private static void refuses(Element rule) {
        assertThat(rule.getAttribute("type")).isEqualTo("custom");
        assertThat(rule.getAttribute("errorStyle")).isEqualTo("stop");
        assertThat(rule.getAttribute("showErrorMessage")).isEqualTo("1");
        assertThat(rule.getElementsByTagNameNS("*", "formula1").item(0).getTextContent())
                .isEqualTo("FALSE");
        assertThat(rule.getAttribute("error").length()).isBetween(1, FormHead.LONGEST_PROMPT);
        assertThat(rule.getAttribute("errorTitle").length()).isBetween(1, FormHead.LONGEST_TITLE);
    }

    @Test
    void a_filled_form_is_read_back_whatever_its_topics() throws IOException {
        FactContent content = Small.read(Small.filled(Map.of(
                "站点",
                List.of(Map.of("site", Small.SITE, "date", "2026-10-01", "source", "Inspector", "floorArea", "480")))));
        assertThat(content.faults()).isEmpty();
        assertThat(content.refusals("en")).isEmpty();
        assertThat(content.stated()).hasSize(1);
    }

    private static Edition edition(String folder) throws IOException {
        Edition edition = Linter.lint(StandardFolder.of(Path.of("standards").resolve(folder)))
                .edition();
        assertThat(edition).isNotNull();
        return Objects.requireNonNull(edition);
    }

    private static String column(Edition edition, String fact) {
        FactForm form = FactForm.of(List.of(edition));
        return CellPlace.letters(form.topics().titled(form.sites().columns()).stream()
                .map(FormColumn::name)
                .toList()
                .indexOf(fact));
    }

    /** The validations that prompt, by letters of their column. */
    private static Map<String, Element> prompts(Document sheet) {
        Map<String, Element> prompts = new HashMap<>();
        NodeList all = sheet.getElementsByTagNameNS("*", "dataValidation");
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            if (one.hasAttribute("prompt")) {
                prompts.put(one.getAttribute("sqref").replaceAll("\\d.*", ""), one);
            }
        }
        return prompts;
    }

    private static Document sheet(Map<String, byte[]> parts, int index) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        byte[] xml = parts.get("xl/worksheets/sheet" + index + ".xml");
        assertThat(new String(xml, StandardCharsets.UTF_8)).startsWith("<?xml");
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static Map<String, byte[]> parts(List<Edition> editions) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Template.write(editions, out);
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
