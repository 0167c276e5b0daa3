package org.plumbline.fact;

import java.util.List;
import java.util.regex.Matcher;
import org.plumbline.table.CellPlace;

/**
 * What the library that writes workbooks cannot say of a sheet: prompts at its heads, and that the columns of a group fold towards
 * the one on their left, which says what they are about (ECMA-376 part 1, 18.3.1.33, 18.3.1.61, 18.3.1.81).
 */
final class FormFinish {
    /** The heads that people see. */
    private static final int HEADS = 2;

    private FormFinish() {}

    /**
     * A sheet with them.
     *
     * @param xml the sheet
     * @param columns its columns
     */
    static String sheet(String xml, List<FormColumn> columns) {
        StringBuilder prompts = new StringBuilder();
        int count = 0;
        for (int c = 0; c < columns.size(); c++) {
            FormHead head = new FormHead(columns.get(c));
            if (!head.prompt().isEmpty()) {
                count++;
                String letters = CellPlace.letters(c);
                prompts.append("<dataValidation type=\"none\" allowBlank=\"1\" showInputMessage=\"1\" promptTitle=\"")
                        .append(escaped(head.title()))
                        .append("\" prompt=\"")
                        .append(escaped(head.prompt()))
                        .append("\" sqref=\"" + letters + 1 + ":" + letters + HEADS + "\"/>");
            }
        }
        boolean grouped = columns.stream().anyMatch(FormColumn::topic);
        String outlined = !grouped
                ? xml
                : xml.replaceFirst("<pageSetUpPr", "<outlinePr summaryRight=\"0\"/><pageSetUpPr")
                        .replaceFirst("<sheetFormatPr ", "<sheetFormatPr outlineLevelCol=\"1\" ");
        return count == 0 ? outlined : prompted(outlined, prompts.toString(), count);
    }

    private static String prompted(String xml, String prompts, int count) {
        int start = xml.indexOf("<dataValidations count=\"");
        if (start >= 0) {
            int from = start + "<dataValidations count=\"".length();
            int to = xml.indexOf('"', from);
            int all = count + Integer.parseInt(xml.substring(from, to));
            return (xml.substring(0, from) + all + xml.substring(to))
                    .replaceFirst("</dataValidations>", Matcher.quoteReplacement(prompts) + "$0");
        }
        int behind = xml.indexOf("<pageMargins");
        return xml.substring(0, behind) + "<dataValidations count=\"" + count + "\">" + prompts + "</dataValidations>"
                + xml.substring(behind);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;");
    }
}
