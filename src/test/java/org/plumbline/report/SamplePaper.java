package org.plumbline.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Column;
import org.plumbline.report.Paper.Kind;
import org.plumbline.report.Paper.Quantity;
import org.plumbline.report.Paper.Table;

/** A paper of tables with everything that tables hold, and its extremes. */
final class SamplePaper {
    private static final String RARE = "龘㐀𠮷";

    private SamplePaper() {}

    /** Some rows of each kind. */
    static Paper middling() {
        return of(List.of(
                new Table(
                        new Words("总览", "Overview"),
                        new Words("五个主要数字。", "Five headline figures."),
                        columns(),
                        List.of(
                                row("平均得分", "Average score", "88.59", 0.6, 0.3, 0.1),
                                row("达标率", "Compliant", "6.0%", 0.06, 0.9, 0.04),
                                List.of(
                                        Cell.of(new Words("每百户设施面积", "Floor area per 100 households")),
                                        new Cell(
                                                new Words("42.2 平方米", "42.2 m²"),
                                                List.of(),
                                                new Quantity(new BigDecimal("42.2"), new Words("平方米", "m²"))),
                                        bar(0.5, 0.5)))),
                new Table(
                        new Words("站点", "Sites"),
                        null,
                        columns(),
                        rows(40, "河东居民区党群服务站", "Hedong Neighbourhood Party-Masses Service Station"))));
    }

    /** Tables without a row, and without a lead. */
    static Paper empty() {
        return of(List.of(new Table(new Words("站点", "Sites"), null, columns(), List.of())));
    }

    /** Texts of 2,000 characters, rare characters, and 500 rows. */
    static Paper extreme() {
        return of(List.of(
                new Table(
                        new Words(RARE, RARE + " of rare characters"),
                        new Words(RARE.repeat(400), "word ".repeat(400)),
                        columns(),
                        List.of(
                                row("很长的说明。".repeat(333), "A long note. ".repeat(150), "1", 1, 0, 0),
                                row(RARE, "unbroken".repeat(40), "99999999999999", 0, 0, 1))),
                new Table(new Words("很多行", "Many rows"), null, columns(), rows(500, RARE, "rare"))));
    }

    private static List<Column> columns() {
        return List.of(
                new Column(new Words("名称", "Name"), 249, Kind.TEXT),
                new Column(new Words("数值", "Value"), 110, Kind.NUMBER),
                new Column(new Words("构成", "Made of"), 140, Kind.BAR));
    }

    private static List<List<Cell>> rows(int count, String zh, String en) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(row(zh + i, en + " " + i, Integer.toString(i * 37 % 101), i % 7, i % 3, i % 2));
        }
        return rows;
    }

    private static List<Cell> row(String zh, String en, String value, double... parts) {
        return List.of(Cell.of(new Words(zh, en)), Cell.of(value), bar(parts));
    }

    private static Cell bar(double... parts) {
        List<Double> all = new ArrayList<>();
        for (double part : parts) {
            all.add(part);
        }
        return new Cell(Words.same(all.toString()), all, null);
    }

    private static Paper of(List<Table> tables) {
        return new Paper(
                new Words("标准符合性汇总", "Conformance summary"),
                "310112 · model-station/2026 · 2026-11-01",
                new Words("闵行区", "Minhang District"),
                new Words("莘庄镇", "Xinzhuang Town"),
                "310112101",
                new Words("《居村党群服务站建设与运行规范》PL/MS 001—2026", "Model standard PL/MS 001—2026"),
                new Words("莘庄镇：6.0% 的站点达标", "Xinzhuang Town: 6.0% of sites are compliant"),
                LocalDate.of(2026, 11, 1),
                tables,
                new Words("示范标准。", "A model standard."),
                new AssessmentReport.Proof(
                        "sha256:" + "0".repeat(64), 17, "f".repeat(64), "", "https://example.org/zh/place/1"),
                "{}",
                Paper.SYNTHETIC,
                null);
    }
}
