package org.plumbline.place;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.plumbline.place.RowAnswer.Refused;

/** The forms a register file may have, told apart by the heads of their columns, which may stand in any order. */
enum RegisterForm {
    /** Committees with their streets; streets and district are made on the way. */
    COMMITTEES(
            Set.of("code", "name", "street_code", "street_name"),
            Set.of("name_en", "street_name_en", "area_code", "district_name")),
    /** Areas (片区). */
    AREAS(Set.of("area_code", "name", "street_code"), Set.of("name_en")),
    /** Sites of every class. */
    SITES(Set.of("site_code", "class", "name", "committee_or_street_code"), Set.of("area_code", "name_en", "address"));

    /** Reasons beside rows that came back refused; passed over when they are handed in again. */
    private static final String WHY = "why";

    private static final String FORMS =
            "the heads are code,name,street_code,street_name for committees, area_code,name,street_code for areas,"
                    + " site_code,class,name,committee_or_street_code for sites";

    private final Set<String> required;
    private final Set<String> optional;

    RegisterForm(Set<String> required, Set<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /** Which form heads announce and where its columns are, or why they announce none. */
    sealed interface Heads {
        /** The columns of a form by name. */
        record Known(RegisterForm form, Map<String, Integer> columns, int width) implements Heads {}

        /** No form has these heads. */
        record Unknown(Refused refused) implements Heads {}
    }

    static Heads of(long line, List<String> heads) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            var head = heads.get(i).strip().toLowerCase(Locale.ROOT);
            if (columns.put(head, i) != null)
                return unknown(line, head, "stands twice in the heads", "keep one of the two columns");
        }
        var form = columns.containsKey("site_code") ? SITES : columns.containsKey("code") ? COMMITTEES : AREAS;
        Set<String> missing = new HashSet<>(form.required);
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty())
            return unknown(line, String.join(",", heads), "lacks the head " + first(missing), FORMS);
        Set<String> foreign = new HashSet<>(columns.keySet());
        foreign.removeAll(form.required);
        foreign.removeAll(form.optional);
        foreign.remove(WHY);
        if (!foreign.isEmpty())
            return unknown(
                    line,
                    first(foreign),
                    "is no head of this form",
                    "leave the column out; besides the required ones there are "
                            + String.join(", ", form.optional.stream().sorted().toList()));
        return new Heads.Known(form, Map.copyOf(columns), heads.size());
    }

    private static String first(Set<String> names) {
        return names.stream().sorted().findFirst().orElseThrow();
    }

    private static Heads unknown(long line, String value, String why, String remedy) {
        return new Heads.Unknown(new Refused(line, "head", value, why, remedy));
    }
}
