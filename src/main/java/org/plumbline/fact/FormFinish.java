package org.plumbline.fact;

import java.util.List;
import java.util.regex.Matcher;
import org.plumbline.table.CellPlace;

/**
 * What the library that writes workbooks cannot say of a sheet: prompts at its heads, which take no other text; that nothing goes
 * into a column that only names a group; and that the columns of a group fold towards it, on their left (ECMA-376 part 1,
 * 18.3.1.33, 18.3.1.61, 18.3.1.81).
 */
final class FormFinish {
    /** A rule that nothing fulfils: whatever is typed is refused with these words. */
    private static final String REFUSING = "<dataValidation type=\"custom\" errorStyle=\"stop\" showErrorMessage=\"1\"";

    private static final String NEVER = "<formula1>FALSE</formula1></dataValidation>";
    private static final String KEEP =
            "请不要改表头，列按它读取。要加说明，另加名为“备注”的列。&#10;Keep the heads: columns are read by them. For remarks add a column called note.";
    private static final String EMPTY =
            "这一列只是组名，不用填；请填右边各列。&#10;This column only names a group: fill in those to its right.";

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
                prompts.append(REFUSING)
                        .append(" showInputMessage=\"1\" errorTitle=\"表头 Head\" error=\"" + KEEP + "\" promptTitle=\"")
                        .append(escaped(head.title()))
                        .append("\" prompt=\"")
                        .append(escaped(head.prompt()))
                        .append("\" sqref=\"" + letters + 1 + ":" + letters + FormWriter.HEADS + "\">" + NEVER);
            }
            if (columns.get(c).topic()) {
                count++;
                String letters = CellPlace.letters(c);
                prompts.append(REFUSING)
                        .append(" errorTitle=\"组名 Group\" error=\"" + EMPTY + "\" sqref=\"" + letters
                                + (FormWriter.HEADS + 1) + ":" + letters + (FormWriter.LAST + 1) + "\">" + NEVER);
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
