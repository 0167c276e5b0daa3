package org.plumbline.place;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.place.RegisterChange.SiteState;
import org.plumbline.place.RowAnswer.Refused;
import org.plumbline.rdf.Literals;

/**
 * One row of a register file, checked as far as it can be without the register. Codes: GB/T 10114 and the statistical division
 * codes (district 6 digits, street 9, committee 12; a committee's last three digits are 001–199 for a residential one,
 * 200–399 for a village one, 400–599 for units like them).
 */
final class RegisterRow {
    private static final Pattern AREA = Pattern.compile("(?!\\d+$)[0-9A-Za-z][0-9A-Za-z-]{1,31}");
    private static final Pattern SITE = Pattern.compile("(\\d{12})-(RS|VS)\\d{2}|(\\d{9})-(AC|TC)\\d{2}");
    private static final int LONGEST_NAME = 200;

    private final long line;
    private final RegisterForm.Heads.Known heads;
    private final List<String> cells;
    private final LocalDate from;

    /** A row either states something or is refused. */
    sealed interface Checked {
        long line();

        /**
         * What a row states.
         *
         * @param line its line
         * @param above places that are made when the register lacks them, the outermost first
         * @param state what the row is about
         * @param keepsAreas whether the areas it stands in stay as they are, for the file does not speak of them
         */
        record Stated(long line, List<PlaceState> above, RegisterChange state, boolean keepsAreas) implements Checked {}

        /** Why the row states nothing. */
        record Bad(Refused refused) implements Checked {
            @Override
            public long line() {
                return refused.line();
            }
        }
    }

    /** Carries a refusal out of the checks; a value again before it leaves this class. */
    private static final class Stop extends RuntimeException {
        private final transient Refused refused;

        Stop(Refused refused) {
            super(refused.why(), null, false, false);
            this.refused = refused;
        }
    }

    private RegisterRow(long line, RegisterForm.Heads.Known heads, List<String> cells, LocalDate from) {
        this.line = line;
        this.heads = heads;
        this.cells = cells;
        this.from = from;
    }

    static Checked check(long line, RegisterForm.Heads.Known heads, List<String> cells, LocalDate from) {
        try {
            if (cells.size() != heads.width())
                throw new Stop(new Refused(
                        line,
                        "",
                        "",
                        "has " + cells.size() + " cells, the heads are " + heads.width(),
                        "put a name that holds a comma into quotes"));
            var row = new RegisterRow(line, heads, cells, from);
            return switch (heads.form()) {
                case COMMITTEES -> row.committee();
                case AREAS -> row.area();
                case SITES -> row.site();
            };
        } catch (Stop stop) {
            return new Checked.Bad(stop.refused);
        }
    }

    private Checked committee() {
        var code = digits("code", 12);
        var street = digits("street_code", 9);
        if (!code.startsWith(street))
            throw refuse(
                    "street_code", "is not how " + code + " begins", "a committee's code begins with its street's");
        int last = Integer.parseInt(code.substring(9));
        if (last == 0 || last > 599)
            throw refuse(
                    "code",
                    "ends in " + code.substring(9),
                    "residential committees end in 001 to 199, village committees in 200 to 399, units like them in 400 to 599");
        var district = code.substring(0, 6);
        var names = PlaceNames.of(district);
        var above = List.of(
                new PlaceState(
                        district,
                        PlaceKind.DISTRICT,
                        optional("district_name")
                                .or(() -> names.map(PlaceNames.Names::zh))
                                .orElse(district),
                        names.map(PlaceNames.Names::en).orElse(null),
                        new TreeSet<>(),
                        from),
                new PlaceState(
                        street,
                        PlaceKind.STREET,
                        name("street_name"),
                        optional("street_name_en")
                                .or(() -> PlaceNames.of(street).map(PlaceNames.Names::en))
                                .orElse(null),
                        new TreeSet<>(List.of(district)),
                        from));
        var state = new PlaceState(code, PlaceKind.COMMITTEE, name("name"), nameEn(), within(street), from);
        return new Checked.Stated(line, above, state, !heads.columns().containsKey("area_code"));
    }

    private Checked area() {
        var street = digits("street_code", 9);
        var within = new TreeSet<>(List.of(street));
        var state = new PlaceState(areaCode(), PlaceKind.AREA, name("name"), nameEn(), within, from);
        return new Checked.Stated(line, List.of(), state, false);
    }

    private Checked site() {
        var code = cell("site_code");
        var parts = SITE.matcher(code);
        if (!parts.matches())
            throw refuse(
                    "site_code",
                    "is no site code",
                    "a committee's 12 digits and -RS01 or -VS01, or a street's 9 digits and -AC01 or -TC01");
        var siteClass = parts.group(2) == null ? parts.group(4) : parts.group(2);
        if (!cell("class").equals(siteClass))
            throw refuse("class", "differs from the site code " + code, "write " + siteClass + ", or correct the code");
        var ofCommittee = parts.group(2) != null;
        var place = digits("committee_or_street_code", ofCommittee ? 12 : 9);
        if (ofCommittee && isVillage(place) != siteClass.equals("VS"))
            throw refuse(
                    "class",
                    "does not suit committee " + place,
                    "VS is for village committees (last digits 200 to 399), RS for all others");
        var state = new SiteState(
                code, siteClass, name("name"), nameEn(), optional("address").orElse(null), within(place), from);
        return new Checked.Stated(line, List.of(), state, !heads.columns().containsKey("area_code"));
    }

    private static boolean isVillage(String committee) {
        int last = Integer.parseInt(committee.substring(9));
        return last >= 200 && last <= 399;
    }

    private TreeSet<String> within(String place) {
        var within = new TreeSet<>(List.of(place));
        if (optional("area_code").isPresent()) within.add(areaCode());
        return within;
    }

    private String areaCode() {
        var code = cell("area_code");
        if (!AREA.matcher(code).matches())
            throw refuse(
                    "area_code",
                    "is no area code",
                    "2 to 32 letters, digits and hyphens, not digits alone, for instance 310112001-A01");
        return code;
    }

    private String digits(String column, int length) {
        var code = cell(column);
        if (code.chars().anyMatch(c -> c < '0' || c > '9'))
            throw refuse(column, "is not made of the digits 0 to 9", "write " + length + " half-width digits");
        if (code.length() != length)
            throw refuse(
                    column,
                    "has " + code.length() + " digits",
                    "write " + length + "; a spreadsheet may have cut zeros or rounded it, so keep the column as text");
        return code;
    }

    private String name(String column) {
        var name = cell(column);
        if (name.isEmpty()) throw refuse(column, "is empty", "write the Chinese name");
        return name;
    }

    private @Nullable String nameEn() {
        return optional("name_en").orElse(null);
    }

    private Optional<String> optional(String column) {
        return heads.columns().containsKey(column)
                ? Optional.of(cell(column)).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private String cell(String column) {
        var index = heads.columns().get(column);
        if (index == null) throw new IllegalArgumentException("This form has no column " + column);
        var text = Literals.text(cells.get(index));
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT))
            throw new Stop(new Refused(
                    line,
                    column,
                    text.replaceAll("\\p{Cntrl}|\\p{Cf}", "�"),
                    "holds an invisible control character",
                    "type it again"));
        if (text.length() > LONGEST_NAME)
            throw new Stop(new Refused(
                    line,
                    column,
                    text.substring(0, 40) + "…",
                    "has " + text.length() + " characters",
                    "at most " + LONGEST_NAME));
        return text;
    }

    private Stop refuse(String column, String why, String remedy) {
        return new Stop(new Refused(line, column, cell(column), why, remedy));
    }
}
