package org.plumbline.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.PrintBookmark;

/** The list of contents of a long paper: its sections and the pages they begin on, which are known only when it has been filled once. */
final class Contents {
    private static final String TEMPLATE = "paper/contents";

    private Contents() {}

    /** The list, still without pages. */
    static Section of(Words title, List<String> bookmarks) {
        return new Section(
                TEMPLATE,
                true,
                Map.of("heading", title.heading(), "bookmark", title.plain()),
                bookmarks.stream().<Map<String, ?>>map(name -> row(name, "")).toList());
    }

    /** Whether a section is a list of contents. */
    static boolean is(Section section) {
        return section.template().equals(TEMPLATE);
    }

    /** The same sections, their list of contents with the pages that the bookmarks of a first filling lead to. */
    static List<Section> paged(List<Section> sections, List<PrintBookmark> bookmarks) {
        var pages = new HashMap<String, Integer>();
        bookmarks.forEach(bookmark -> pages.putIfAbsent(bookmark.getLabel(), bookmark.getPageIndex() + 1));
        return sections.stream()
                .map(section -> is(section) ? paged(section, pages) : section)
                .toList();
    }

    private static Section paged(Section contents, Map<String, Integer> pages) {
        return new Section(
                contents.template(),
                contents.newPage(),
                contents.once(),
                contents.rows().stream()
                        .<Map<String, ?>>map(row -> {
                            var name = String.valueOf(row.get("name"));
                            return row(name, String.valueOf(pages.get(name)));
                        })
                        .toList());
    }

    private static Map<String, ?> row(String name, String page) {
        return Map.of("name", name, "shown", Words.escape(name), "page", page);
    }
}
