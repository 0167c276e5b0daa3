package org.plumbline.place;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.plumbline.place.RegisterCells.Stop;
import org.plumbline.place.RegisterChange.Closed;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.place.RegisterChange.SiteState;
import org.plumbline.place.RegisterForm.Heads;
import org.plumbline.place.RegisterSheet.SheetRow;
import org.plumbline.place.RowAnswer.At;
import org.plumbline.place.RowAnswer.Refused;
import org.plumbline.rulebook.Text;

/** One row of a register file, checked as far as it can be without the register. */
final class RegisterRow {
    private static final Pattern SITE = Pattern.compile("(\\d{12})-(RS|VS)\\d{2}|(\\d{9})-(AC|TC)\\d{2}");

    private final RegisterCells cells;
    private final LocalDate from;

    /** A row either states something or is refused. */
    sealed interface Checked {
        At at();

        /**
         * What a row states.
         *
         * @param at where it stands
         * @param above places that are made when the register lacks them, the outermost first
         * @param state what the row is about
         * @param given the columns that its form has; what the others would say stays as it is
         */
        record Stated(At at, List<PlaceState> above, RegisterChange state, RegisterCells given) implements Checked {}

        /** Why the row states nothing. */
        record Bad(Refused refused) implements Checked {
            @Override
            public At at() {
                return refused.at();
            }
        }
    }

    private RegisterRow(RegisterCells cells, LocalDate from) {
        this.cells = cells;
        this.from = from;
    }

    static Checked check(Heads.Known heads, SheetRow row, LocalDate from) {
        try {
            if (row.fault() != null)
                throw new Stop(new Refused(row.at(), "", "", row.fault(), new Text("请改正该单元格", "correct that cell")));
            if (row.cells().size() != heads.width())
                throw new Stop(new Refused(
                        row.at(),
                        "",
                        "",
                        new Text(
                                "有" + row.cells().size() + "格，而表头有" + heads.width() + "格",
                                "has " + row.cells().size() + " cells, the heads are " + heads.width()),
                        new Text("名称里含有逗号时请加引号", "put a name that holds a comma into quotes")));
            var cells = new RegisterCells(heads, row);
            var checked = new RegisterRow(cells, from);
            return switch (heads.form()) {
                case DIVISIONS -> new Checked.Stated(row.at(), List.of(), DivisionRow.read(cells, from), cells);
                case COMMITTEES ->
                    new Checked.Stated(
                            row.at(), DivisionRow.above(cells, from), DivisionRow.committee(cells, from), cells);
                case AREAS -> checked.stated(checked.area());
                case SITES -> checked.stated(checked.site());
                case ENDS -> checked.stated(checked.end());
            };
        } catch (Stop stop) {
            return new Checked.Bad(stop.refused());
        }
    }

    private Checked stated(RegisterChange state) {
        return new Checked.Stated(cells.at(), List.of(), state, cells);
    }

    private RegisterChange area() {
        var street = cells.digits("street_code", PlaceKind.STREET.digits());
        var kind = switch (cells.optional("kind").orElse("area")) {
            case "area", "片区" -> PlaceKind.AREA;
            case "grid", "网格" -> PlaceKind.GRID;
            default ->
                throw cells.refuse(
                        "kind",
                        new Text("不是分组的种类", "is no kind of grouping"),
                        new Text("请写 area（片区）或 grid（网格）", "write area or grid"));
        };
        return new PlaceState(cells.area("area_code"), kind, cells.names(), null, new TreeSet<>(List.of(street)), from);
    }

    private RegisterChange site() {
        var code = cells.cell("site_code");
        var parts = SITE.matcher(code);
        if (!parts.matches())
            throw cells.refuse(
                    "site_code",
                    new Text("不是站点编号", "is no site code"),
                    new Text(
                            "居村12位代码加-RS01或-VS01，或街镇9位代码加-AC01或-TC01",
                            "a committee's 12 digits and -RS01 or -VS01, or a street's 9 digits and -AC01 or -TC01"));
        var siteClass = parts.group(2) == null ? parts.group(4) : parts.group(2);
        if (!cells.cell("class").equals(siteClass))
            throw cells.refuse(
                    "class",
                    new Text("与站点编号 " + code + " 不一致", "differs from the site code " + code),
                    new Text("请写 " + siteClass + "，或改正编号", "write " + siteClass + ", or correct the code"));
        var ofCommittee = parts.group(2) != null;
        var place = cells.digits(
                "committee_or_street_code", (ofCommittee ? PlaceKind.COMMITTEE : PlaceKind.STREET).digits());
        if (ofCommittee && DivisionRow.isVillage(place) != siteClass.equals("VS"))
            throw cells.refuse(
                    "class",
                    new Text("与居村 " + place + " 不符", "does not suit committee " + place),
                    new Text(
                            "VS用于村委会（末三位200到399），其余用RS",
                            "VS is for village committees (last digits 200 to 399), RS for all others"));
        var within = cells.areas();
        within.add(place);
        return new SiteState(code, siteClass, cells.names(), cells.texts("address"), within, from);
    }

    /** Digits alone are a division; with a class at the end it is a site; anything else an area or grid. */
    private RegisterChange end() {
        var code = known("closed_code", cells.cell("closed_code"));
        var successors = cells.texts("successor_codes");
        for (var successor : successors) {
            known("successor_codes", successor);
            if (successor.equals(code))
                throw cells.refuse(
                        "successor_codes",
                        new Text("与被撤销的相同", "names what is closed itself"),
                        new Text("请写承接者的代码", "write the code of what continues it"));
            if (isSite(successor) != isSite(code))
                throw cells.refuse(
                        "successor_codes",
                        new Text("一个是站点，一个是区划", "is a site where a place ended, or the other way round"),
                        new Text("站点由站点承接，区划由区划承接", "a site is continued by sites, a place by places"));
        }
        return new Closed(
                code, isSite(code), successors, cells.optional("reason").orElse(null), from);
    }

    private String known(String column, String code) {
        if (!code.matches("[0-9A-Za-z][0-9A-Za-z-]{1,31}"))
            throw cells.refuse(
                    column,
                    new Text("不是代码", "is no code"),
                    new Text(
                            "请写登记簿中的区划、片区或站点代码；几个代码之间用分号",
                            "write the code of a place or site of the register; semicolons between several"));
        return code;
    }

    private static boolean isSite(String code) {
        return SITE.matcher(code).matches();
    }
}
