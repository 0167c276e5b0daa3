package org.plumbline.table;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the parts of a workbook say that its reader passes over: columns nobody sees, dates as words, whether there are styles. */
final class WorkbookParts {
    private static final int LAST_COLUMN = 16_384;

    private final Map<String, BitSet> hiddenColumns = new HashMap<>();
    private final Set<String> isoDates = new HashSet<>();
    /** Targets of relations by the part that holds them, then by id. */
    private final Map<String, Map<String, String>> relations = new HashMap<>();

    private final Set<String> styleSheets = new HashSet<>();
    private String styles = "";
    private String workbook = "";

    /** Takes the beginning of an element of a part. */
    void element(String part, XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "styleSheet" -> styleSheets.add(part);
            case "Override" -> {
                if (String.valueOf(xml.getAttributeValue(null, "ContentType")).endsWith("spreadsheetml.styles+xml")) {
                    styles = String.valueOf(xml.getAttributeValue(null, "PartName"));
                }
            }
            case "workbook" -> workbook = part;
            case "Relationship" -> {
                String id = xml.getAttributeValue(null, "Id");
                String target = xml.getAttributeValue(null, "Target");
                if (part.endsWith(".rels") && id != null && target != null) {
                    relations.computeIfAbsent(part, made -> new HashMap<>()).put(id, target);
                }
            }
            case "c" -> {
                if ("d".equals(xml.getAttributeValue(null, "t"))) {
                    isoDates.add(part);
                }
            }
            case "col" -> columns(part, xml);
            default -> {}
        }
    }

    private void columns(String part, XMLStreamReader xml) {
        String hidden = xml.getAttributeValue(null, "hidden");
        String width = xml.getAttributeValue(null, "width");
        int from = column(xml.getAttributeValue(null, "min"));
        int to = column(xml.getAttributeValue(null, "max"));
        boolean unseen = "1".equals(hidden) || "true".equals(hidden) || width != null && width.matches("0(\\.0+)?");
        if (unseen && from >= 0 && to >= from) {
            hiddenColumns.computeIfAbsent(part, made -> new BitSet()).set(from, to + 1);
        }
    }

    /** A column counted from 0; -1 for what is none. */
    private static int column(@Nullable String number) {
        if (number == null || !number.matches("[1-9]\\d{0,4}")) {
            return -1;
        }
        return Math.min(Integer.parseInt(number), LAST_COLUMN) - 1;
    }

    /** Whether the workbook leads to a part with the formats of cells: without them a number is a number and never a date. */
    boolean styles() {
        return styleSheets.contains(styles.startsWith("/") ? styles.substring(1) : styles);
    }

    /** Parts in which a cell holds a date as words (ISO 8601; ECMA-376 part 1, 18.18.11), which the reader does not know. */
    Set<String> isoDates() {
        return isoDates;
    }

    /** The hidden columns, from 0, of the sheet that the workbook leads to by a relation. */
    BitSet hiddenColumns(String relation) {
        int slash = workbook.lastIndexOf('/') + 1;
        String folder = workbook.substring(0, slash);
        String target = relations
                .getOrDefault(folder + "_rels/" + workbook.substring(slash) + ".rels", Map.of())
                .getOrDefault(relation, "");
        String part = target.startsWith("/") ? target.substring(1) : folder + target;
        return hiddenColumns.getOrDefault(part, new BitSet());
    }
}
