package org.plumbline.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Puts the structure tree of an exported report in order (ISO 32000-1, 14.7 and 14.8).
 *
 * <p>What the templates rely on: an element tagged {@code note} repeats on every page or is decoration and becomes an
 * artifact; rows ({@code tr}) that follow one another become one table even over a page break, and its repeated heading
 * row an artifact; a heading cell heads its column, or its row where data cells stand beside it; a paragraph without
 * Chinese is marked as English.
 */
final class PdfTags {

    private static final COSName LANGUAGE = COSName.getPDFName("Lang");

    private final PDDocument document;
    private final COSDictionary root;
    private final Map<COSDictionary, Set<Integer>> artifacts = new HashMap<>();

    PdfTags(PDDocument document) {
        this.document = document;
        this.root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
    }

    void tidy() throws IOException {
        for (var top : children(root)) {
            top.setName(COSName.S, "Document");
            var kept = new ArrayList<COSDictionary>();
            for (var child : children(top)) {
                if (type(child).equals("Note") || type(child).equals("Anchor")) {
                    drop(child);
                } else {
                    dropDecoration(child);
                    kept.add(child);
                }
            }
            setChildren(top, tables(top, kept));
        }
        root.removeItem(COSName.ROLE_MAP);
        var english = new HashMap<COSDictionary, Set<Integer>>();
        var content = new PdfContent(document);
        for (var page : document.getPages()) {
            var dictionary = page.getCOSObject();
            english.put(dictionary, content.rewrite(page, artifacts.getOrDefault(dictionary, Set.of())));
        }
        forget();
        for (var top : children(root)) {
            finish(top, "", english);
        }
    }

    /** Takes decoration out of an element: a swatch in a legend, an ornament in a card. */
    private void dropDecoration(COSDictionary element) {
        var children = children(element);
        var kept = new ArrayList<COSDictionary>();
        for (var child : children) {
            if (type(child).equals("Note")) {
                drop(child);
            } else {
                dropDecoration(child);
                kept.add(child);
            }
        }
        if (kept.size() < children.size()) {
            setChildren(element, kept);
        }
    }

    /** Joins rows that follow one another to one table. */
    private List<COSDictionary> tables(COSDictionary parent, List<COSDictionary> elements) {
        var out = new ArrayList<COSDictionary>();
        var rows = new ArrayList<COSDictionary>();
        for (var element : elements) {
            if (type(element).equals("TR")) {
                if (!rows.isEmpty() && isHead(element)) {
                    drop(element);
                } else {
                    rows.add(element);
                }
            } else {
                flush(parent, rows, out);
                out.add(element);
            }
        }
        flush(parent, rows, out);
        return out;
    }

    private static void flush(COSDictionary parent, List<COSDictionary> rows, List<COSDictionary> out) {
        if (rows.isEmpty()) {
            return;
        }
        var table = new COSDictionary();
        table.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        table.setName(COSName.S, "Table");
        table.setItem(COSName.P, parent);
        rows.forEach(row -> row.setItem(COSName.P, table));
        pad(rows);
        setChildren(table, rows);
        out.add(table);
        rows.clear();
    }

    /** Where a row goes on on the next page, what is not printed again there is an empty cell: all rows of a table have as many cells. */
    private static void pad(List<COSDictionary> rows) {
        int columns = rows.stream().mapToInt(row -> children(row).size()).max().orElse(0);
        for (var row : rows) {
            var cells = new ArrayList<>(children(row));
            if (cells.size() == columns) {
                continue;
            }
            while (cells.size() < columns) {
                var empty = new COSDictionary();
                empty.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
                empty.setName(COSName.S, "TD");
                empty.setItem(COSName.P, row);
                cells.add(empty);
            }
            setChildren(row, cells);
        }
    }

    private static boolean isHead(COSDictionary row) {
        return children(row).stream().allMatch(cell -> type(cell).equals("TH"));
    }

    /** Names, scopes and languages, from the top down. */
    private static void finish(COSDictionary element, String parent, Map<COSDictionary, Set<Integer>> english) {
        var type = type(element);
        switch (type) {
            case "Text" -> element.setName(COSName.S, parent.matches("H[1-6]") ? "Span" : "P");
            case "Image" -> element.setName(COSName.S, "Figure");
            case "TR" -> scope(element);
            default -> {}
        }
        var page = element.getCOSDictionary(COSName.PG);
        var marks = marks(element);
        if (page != null
                && !marks.isEmpty()
                && english.getOrDefault(page, Set.of()).containsAll(marks)) {
            element.setString(LANGUAGE, "en");
        }
        children(element).forEach(child -> finish(child, type, english));
    }

    private static void scope(COSDictionary row) {
        var scope = isHead(row) ? "Column" : "Row";
        for (var cell : children(row)) {
            if (type(cell).equals("TH")) {
                var attributes = new COSDictionary();
                attributes.setName(COSName.O, "Table");
                attributes.setName(COSName.getPDFName("Scope"), scope);
                cell.setItem(COSName.A, attributes);
            }
        }
    }

    /** Notes the marked content of an element and all below it as artifact. */
    private void drop(COSDictionary element) {
        var page = element.getCOSDictionary(COSName.PG);
        if (page != null) {
            artifacts.computeIfAbsent(page, p -> new HashSet<>()).addAll(marks(element));
        }
        children(element).forEach(this::drop);
    }

    /** Takes what became an artifact out of the parent tree. */
    private void forget() {
        var parents = new HashMap<Integer, COSArray>();
        parents(root.getCOSDictionary(COSName.PARENT_TREE), parents);
        artifacts.forEach((page, marks) -> {
            var ofPage = parents.get(page.getInt(COSName.STRUCT_PARENTS));
            if (ofPage != null) {
                marks.forEach(mark -> ofPage.set(mark, COSNull.NULL));
            }
        });
    }

    /** Reads the parent tree: for the key of each page, the elements of its marked content by number. */
    private static void parents(@Nullable COSDictionary node, Map<Integer, COSArray> out) {
        if (node == null) {
            return;
        }
        var numbers = node.getCOSArray(COSName.NUMS);
        for (int i = 0; numbers != null && i + 1 < numbers.size(); i += 2) {
            if (numbers.getObject(i + 1) instanceof COSArray elements) {
                out.put(numbers.getInt(i), elements);
            }
        }
        var kids = node.getCOSArray(COSName.KIDS);
        for (int i = 0; kids != null && i < kids.size(); i++) {
            parents((COSDictionary) kids.getObject(i), out);
        }
    }

    private static String type(COSDictionary element) {
        var type = element.getNameAsString(COSName.S);
        return type == null ? "" : type;
    }

    private static List<COSDictionary> children(COSDictionary element) {
        var out = new ArrayList<COSDictionary>();
        for (var kid : kids(element)) {
            if (kid instanceof COSDictionary child && child.containsKey(COSName.S)) {
                out.add(child);
            }
        }
        return out;
    }

    /** Numbers of the marked content that belongs to the element itself. */
    private static Set<Integer> marks(COSDictionary element) {
        var out = new HashSet<Integer>();
        for (var kid : kids(element)) {
            if (kid instanceof COSInteger mark) {
                out.add(mark.intValue());
            } else if (kid instanceof COSDictionary reference && reference.containsKey(COSName.MCID)) {
                out.add(reference.getInt(COSName.MCID));
            }
        }
        return out;
    }

    private static List<COSBase> kids(COSDictionary element) {
        var kids = resolve(element.getItem(COSName.K));
        if (!(kids instanceof COSArray array)) {
            return kids == null ? List.of() : List.of(kids);
        }
        var out = new ArrayList<COSBase>();
        array.forEach(kid -> {
            var resolved = resolve(kid);
            if (resolved != null) {
                out.add(resolved);
            }
        });
        return out;
    }

    private static @Nullable COSBase resolve(@Nullable COSBase base) {
        return base instanceof COSObject reference ? reference.getObject() : base;
    }

    private static void setChildren(COSDictionary element, List<COSDictionary> children) {
        var kids = new COSArray();
        children.forEach(kids::add);
        element.setItem(COSName.K, kids);
    }
}
