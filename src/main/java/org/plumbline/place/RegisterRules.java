package org.plumbline.place;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.place.RegisterChange.Closed;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.place.RegisterChange.SiteState;
import org.plumbline.place.RegisterRow.Checked;
import org.plumbline.place.RowAnswer.Refused;
import org.plumbline.rulebook.Text;

/** Why the register cannot take a row, given what it says already. */
final class RegisterRules {
    private static final int NAMED = 3;

    private final Checked.Stated row;
    private final Map<String, RegisterChange> current;

    /**
     * The rules for a row.
     *
     * @param current what the register says of every code that the row names: states, and ends of what has ended
     */
    RegisterRules(Checked.Stated row, Map<String, RegisterChange> current) {
        this.row = row;
        this.current = current;
    }

    /** The refusal; null when the row can be taken. */
    @Nullable
    Refused refusal(RegisterChange state, @Nullable RegisterChange before) {
        if (state instanceof Closed closed) return ofEnd(closed, before);
        for (var above : row.above()) {
            var known = current.get(above.code());
            if (known instanceof Closed ended) return gone("street_code", ended);
            if (known instanceof PlaceState there
                    && there.kind() == PlaceKind.STREET
                    && !there.names().include(above.name()))
                return refused(
                        "street_name",
                        above.name(),
                        new Text(
                                "与登记簿中" + above.code() + "的名称“" + there.name() + "”不同",
                                "differs from \"" + there.name() + "\", as the register calls " + above.code()),
                        new Text(
                                "请改正；街镇改名请用区划表（code,name,parent_code,level）",
                                "correct it; a street is renamed by a row of divisions (code,name,parent_code,level)"));
        }
        if (before instanceof Closed ended && !ended.successors().isEmpty()) return gone("code", ended);
        return before != null && state.says(before) ? null : ofPlaces(state, before);
    }

    private @Nullable Refused ofPlaces(RegisterChange state, @Nullable RegisterChange before) {
        var made = row.above().stream().map(PlaceState::code).toList();
        for (var place : state.within()) {
            var known = current.get(place);
            if (known instanceof Closed ended) return gone("in", ended);
            if (!made.contains(place)
                    && known == null
                    && (before == null || !before.within().contains(place)))
                return refused(
                        "in",
                        place,
                        new Text("不在登记簿中", "is not in the register"),
                        place.matches("\\d+")
                                ? new Text("请先导入该区划", "import the divisions or committees first")
                                : new Text("请先导入片区", "import the areas first"));
        }
        if (before == null && state instanceof SiteState site) {
            var owner = site.code().substring(0, site.code().indexOf('-'));
            if (!site.within().contains(owner))
                return refused(
                        "site_code",
                        site.code(),
                        new Text("不以所在区划的代码开头", "does not begin with the code of the place it is to stand in"),
                        new Text("新站点的编号以其居村或街镇的代码开头", "begin a new site's code with that of its committee or street"));
        }
        return tooEarly(state, before);
    }

    private @Nullable Refused ofEnd(Closed closed, @Nullable RegisterChange before) {
        if (before == null)
            return refused(
                    "closed_code",
                    closed.code(),
                    new Text("不在登记簿中", "is not in the register"),
                    new Text("请核对代码", "check the code"));
        if (before instanceof Closed ended && !ended.says(closed)) return gone("closed_code", ended);
        for (var successor : closed.successors()) {
            var known = current.get(successor);
            if (known == null)
                return refused(
                        "successor_codes",
                        successor,
                        new Text("不在登记簿中", "is not in the register"),
                        new Text("请先导入承接者", "import what continues it first"));
            if (known instanceof Closed ended) return gone("successor_codes", ended);
            if (known instanceof PlaceState place && before instanceof PlaceState then && place.kind() != then.kind())
                return refused(
                        "successor_codes",
                        successor,
                        new Text("与被撤销的不是同一级", "is of another level than what ended"),
                        new Text("请写同一级的代码", "write the code of a place of the same level"));
        }
        return tooEarly(closed, before);
    }

    private @Nullable Refused tooEarly(RegisterChange state, @Nullable RegisterChange before) {
        if (before == null || !state.from().isBefore(before.from())) return null;
        return refused(
                "",
                "",
                new Text(
                        "自" + state.from() + "起，而登记簿所载自" + before.from() + "起",
                        "holds from " + state.from() + ", but what the register says holds from " + before.from()),
                new Text("请用不早于该日的日期导入", "import it with a date that is not before that day"));
    }

    private Refused gone(String column, Closed ended) {
        var next = String.join(", ", ended.successors());
        return refused(
                column,
                ended.code(),
                new Text(
                        "已于" + ended.from() + "撤销" + (next.isEmpty() ? "" : "，由 " + next + " 承接"),
                        "ended on " + ended.from() + (next.isEmpty() ? "" : " and is continued by " + next)),
                next.isEmpty()
                        ? new Text("请核对代码", "check the code")
                        : new Text("请改用承接者的代码", "use the code of what continues it"));
    }

    /** Something stands in a place that is to end without one to move to. */
    static Refused inhabited(Checked.Stated row, List<RegisterChange> children) {
        var some = String.join(
                ", ", children.stream().limit(NAMED).map(RegisterChange::code).toList());
        return new Refused(
                row.at(),
                "closed_code",
                row.state().code(),
                new Text(
                        "还有" + children.size() + "个区划或站点在其中：" + some,
                        "still has " + children.size() + " places or sites in it: " + some),
                new Text("请先划出或撤销它们，或写明唯一的承接者", "move or close them first, or name the one place that continues it"));
    }

    private Refused refused(String column, String value, Text why, Text remedy) {
        return new Refused(row.at(), column, value, why, remedy);
    }
}
