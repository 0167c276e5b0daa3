package org.plumbline.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Column;
import org.plumbline.report.Paper.Cover;
import org.plumbline.report.Paper.Kind;
import org.plumbline.report.StripBar.Fill;
import org.plumbline.report.StripBar.Part;

/** Turns a paper into the sections of {@code reports/paper/}. */
final class PaperSections {
    private static final double SECOND = 7;
    private static final List<Fill> FILLS = List.of(Fill.SOLID, Fill.HATCH, Fill.DOTS, Fill.BLANK);

    private final Paper paper;
    private final Labels labels;

    PaperSections(Paper paper, Labels labels) {
        this.paper = paper;
        this.labels = labels;
    }

    /** The sections in printing order. */
    List<Section> all() {
        var sections = new ArrayList<Section>();
        var cover = paper.cover();
        sections.add(cover == null ? head() : cover(cover));
        for (int i = 0; i < paper.tables().size(); i++) {
            sections.add(section(i));
        }
        sections.add(new ProofSection(paper.document(), paper.proof(), paper.note(), labels)
                .section(paper.numberOf(paper.tables().size())));
        if (cover != null) {
            sections.add(1, Contents.of(labels.words("contents.title"), bookmarks()));
            sections.set(2, sections.get(2).onNewPage());
        }
        return sections;
    }

    /** The sections that the list of contents names. */
    private List<String> bookmarks() {
        return IntStream.range(0, paper.tables().size())
                .mapToObj(i -> paper.numberOf(i) + paper.tables().get(i).title().plain())
                .toList();
    }

    private Section cover(Cover cover) {
        return new Section(
                "paper/cover",
                false,
                Map.of(
                        "kind", paper.title().inline(13),
                        "number", Words.escape(paper.number()),
                        "title", Words.escape(paper.about().first()),
                        "titleSecond", Words.escape(paper.about().second()),
                        "finding", paper.finding().stacked(8),
                        "issued", cover.issued().stacked(8),
                        "valid", cover.valid().stacked(8),
                        "publisher", cover.publisher().stacked(9)),
                List.of());
    }

    private Section head() {
        var title = paper.heading();
        return new Section(
                "paper/head",
                false,
                Map.of(
                        "issuer", paper.issuer().inline(9),
                        "title", Words.escape(title.first()),
                        "titleSecond", Words.escape(title.second()),
                        "number", Words.escape(paper.number()),
                        "about",
                                Words.escape(paper.code()) + "   ·   "
                                        + labels.words("page.date").inline(7) + " " + paper.onDate(),
                        "basis", paper.basis().stacked(SECOND),
                        "finding", paper.finding().stacked(8)),
                List.of());
    }

    private Section section(int place) {
        var table = paper.tables().get(place);
        var once = new HashMap<String, Object>();
        once.put("heading", paper.numberOf(place) + table.title().heading());
        once.put("bookmark", paper.numberOf(place) + table.title().plain());
        if (table.lead() != null) {
            once.put("lead", table.lead().stacked(SECOND));
        }
        if (table.columns().isEmpty()) {
            return new Section("paper/text", false, once, List.of());
        }
        once.put("empty", table.rows().isEmpty());
        once.put(
                "heads",
                table.columns().stream().map(c -> c.head().stacked(6.5)).toList());
        return new Section(
                TableTemplate.name(table.columns()),
                false,
                once,
                table.rows().stream()
                        .<Map<String, ?>>map(row -> row(table.columns(), row))
                        .toList());
    }

    private static Map<String, ?> row(List<Column> columns, List<Cell> cells) {
        var row = new HashMap<String, Object>();
        for (int i = 0; i < columns.size(); i++) {
            var cell = cells.get(i);
            if (columns.get(i).kind() == Kind.BAR) {
                var parts = new ArrayList<Part>();
                for (int k = 0; k < cell.parts().size(); k++) {
                    parts.add(new Part(cell.parts().get(k), FILLS.get(Math.min(k, FILLS.size() - 1))));
                }
                row.put("c" + i, new StripBar(parts));
                row.put("a" + i, cell.words().plain());
            } else {
                row.put("c" + i, cell.words().stacked(SECOND));
            }
        }
        return row;
    }
}
