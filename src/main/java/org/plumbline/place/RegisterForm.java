package org.plumbline.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.plumbline.place.RowAnswer.At;
import org.plumbline.place.RowAnswer.Refused;
import org.plumbline.rulebook.Text;

/** The forms a register file may have, told apart by the heads of their columns, which may stand in any order. */
enum RegisterForm {
    /** Divisions of every level, from provinces to committees: what they are called and where they stand. */
    DIVISIONS(
            "level",
            Set.of("code", "name", "parent_code", "level"),
            Set.of("name_en", "aliases", "code_edition", "area_code")),
    /** Committees with their streets; streets and district that the register lacks are made on the way. */
    COMMITTEES(
            "code",
            Set.of("code", "name", "street_code"),
            Set.of(
                    "street_name",
                    "name_en",
                    "street_name_en",
                    "area_code",
                    "district_name",
                    "aliases",
                    "code_edition")),
    /** Sites of every class. */
    SITES(
            "site_code",
            Set.of("site_code", "class", "name", "committee_or_street_code"),
            Set.of("area_code", "name_en", "address", "aliases")),
    /** What ended, and what continues it. */
    ENDS("closed_code", Set.of("closed_code"), Set.of("successor_codes", "reason")),
    /** Areas (片区) and grids (网格). */
    AREAS("area_code", Set.of("area_code", "name", "street_code"), Set.of("name_en", "kind", "aliases"));

    /** Reasons beside rows that came back refused; passed over when they are handed in again. */
    static final String WHY = "why";

    private static final Text FORMS = new Text(
            "表头应为：居村 code,name,street_code；各级区划 code,name,parent_code,level；片区 area_code,name,street_code；"
                    + "站点 site_code,class,name,committee_or_street_code；撤并 closed_code",
            "the heads are code,name,street_code for committees, code,name,parent_code,level for divisions of any level,"
                    + " area_code,name,street_code for areas, site_code,class,name,committee_or_street_code for sites,"
                    + " closed_code for what ended");

    /** The head that no form before this one has. */
    private final String sign;

    private final Set<String> required;
    private final Set<String> optional;

    RegisterForm(String sign, Set<String> required, Set<String> optional) {
        this.sign = sign;
        this.required = required;
        this.optional = optional;
    }

    /** The head of the column that says what a row is about. */
    String subject() {
        return this == DIVISIONS ? "code" : sign;
    }

    /** Which form heads announce and where its columns are, or why they announce none. */
    sealed interface Heads {
        /** The columns of a form by name. */
        record Known(RegisterForm form, Map<String, Integer> columns, int width) implements Heads {}

        /** No form has these heads. */
        record Unknown(Refused refused) implements Heads {}
    }

    static Heads of(At at, List<String> heads) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            var head = heads.get(i).strip().toLowerCase(Locale.ROOT);
            if (columns.put(head, i) != null)
                return unknown(
                        at,
                        head,
                        new Text("在表头中出现两次", "stands twice in the heads"),
                        new Text("请只留一列", "keep one of the two columns"));
        }
        var form = announced(columns);
        Set<String> missing = new HashSet<>(form.required);
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty())
            return unknown(
                    at,
                    String.join(",", heads),
                    new Text("缺少表头 " + first(missing), "lacks the head " + first(missing)),
                    FORMS);
        Set<String> foreign = new HashSet<>(columns.keySet());
        foreign.removeAll(form.required);
        foreign.removeAll(form.optional);
        foreign.remove(WHY);
        var others = String.join(", ", form.optional.stream().sorted().toList());
        if (!foreign.isEmpty())
            return unknown(
                    at,
                    first(foreign),
                    new Text("不是这种表的表头", "is no head of this form"),
                    new Text(
                            "请去掉该列；必填列之外可以有 " + others,
                            "leave the column out; besides the required ones there are " + others));
        return new Heads.Known(form, Map.copyOf(columns), heads.size());
    }

    private static RegisterForm announced(Map<String, Integer> columns) {
        var forms = new ArrayList<>(List.of(values()));
        forms.removeIf(form -> !columns.containsKey(form.sign));
        return forms.isEmpty() ? AREAS : forms.getFirst();
    }

    private static String first(Set<String> names) {
        return names.stream().sorted().findFirst().orElseThrow();
    }

    private static Heads unknown(At at, String value, Text why, Text remedy) {
        return new Heads.Unknown(new Refused(at, "head", value, why, remedy));
    }
}
