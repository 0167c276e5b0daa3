package org.plumbline.place;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.place.RegisterChange.Names;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.rulebook.Text;

/**
 * Rows about divisions. Codes: GB/T 2260, GB/T 10114 and the statistical division codes (province 2 digits, city 4, district 6,
 * street 9, committee 12; a committee's last three digits are 001–199 for a residential one, 200–399 for a village one,
 * 400–599 for units like them). A code begins with that of what it stands in.
 */
final class DivisionRow {
    private static final int LAST_COMMITTEE = 599;

    private DivisionRow() {}

    static boolean isVillage(String committee) {
        int last = serial(committee);
        return last >= 200 && last <= 399;
    }

    private static int serial(String committee) {
        return Integer.parseInt(committee.substring(PlaceKind.STREET.digits()));
    }

    /** A division of any level, with the code of what it stands in. */
    static PlaceState read(RegisterCells cells, LocalDate from) {
        var kind = kind(cells);
        if (kind == PlaceKind.COMMITTEE) return committee(cells, from, "parent_code");
        var code = cells.digits("code", kind.digits());
        SortedSet<String> within = new TreeSet<>();
        if (kind != PlaceKind.PROVINCE) {
            var parent = PlaceKind.values()[kind.ordinal() - 1];
            within.add(begins(cells, "parent_code", cells.digits("parent_code", parent.digits()), code));
        }
        return new PlaceState(code, kind, official(code, cells.names()), edition(cells), within, from);
    }

    private static PlaceKind kind(RegisterCells cells) {
        return switch (cells.cell("level")) {
            case "province", "省" -> PlaceKind.PROVINCE;
            case "city", "市" -> PlaceKind.CITY;
            case "area", "district", "county", "区", "县", "区县" -> PlaceKind.DISTRICT;
            case "street", "town", "街镇" -> PlaceKind.STREET;
            case "committee", "居村" -> PlaceKind.COMMITTEE;
            default ->
                throw cells.refuse(
                        "level",
                        new Text("不是区划级别", "is no level of division"),
                        new Text(
                                "请写 province、city、district、street 或 committee",
                                "write province, city, district, street or committee"));
        };
    }

    /** A committee, with the code of its street. */
    static PlaceState committee(RegisterCells cells, LocalDate from) {
        return committee(cells, from, "street_code");
    }

    private static PlaceState committee(RegisterCells cells, LocalDate from, String parent) {
        var code = cells.digits("code", PlaceKind.COMMITTEE.digits());
        var street = begins(cells, parent, cells.digits(parent, PlaceKind.STREET.digits()), code);
        // Where the statistics know of no streets and committees they list one place with zeros for both: 350527000000
        // 金门县.
        var placeholder = serial(code) == 0 && street.endsWith("000");
        if (serial(code) == 0 && !placeholder || serial(code) > LAST_COMMITTEE)
            throw cells.refuse(
                    "code",
                    new Text("末三位是" + code.substring(9), "ends in " + code.substring(9)),
                    new Text(
                            "居委会001到199，村委会200到399，类似单位400到599",
                            "residential committees end in 001 to 199, village committees in 200 to 399, units like them in 400 to 599"));
        var within = cells.areas();
        within.add(street);
        return new PlaceState(code, PlaceKind.COMMITTEE, cells.names(), edition(cells), within, from);
    }

    /** District and street of a committee's row, for a register that lacks them. */
    static List<PlaceState> above(RegisterCells cells, LocalDate from) {
        if (!cells.has("street_name")) return List.of();
        var street = cells.digits("street_code", PlaceKind.STREET.digits());
        var district = street.substring(0, PlaceKind.DISTRICT.digits());
        var names = PlaceNames.of(district);
        var ofDistrict = new Names(
                cells.optional("district_name")
                        .or(() -> names.map(PlaceNames.Names::zh))
                        .orElse(district),
                names.map(PlaceNames.Names::en).orElse(null),
                new TreeSet<>());
        var ofStreet = new Names(
                cells.name("street_name"), cells.optional("street_name_en").orElse(null), new TreeSet<>());
        return List.of(
                new PlaceState(district, PlaceKind.DISTRICT, ofDistrict, null, new TreeSet<>(), from),
                new PlaceState(
                        street,
                        PlaceKind.STREET,
                        official(street, ofStreet),
                        null,
                        new TreeSet<>(List.of(district)),
                        from));
    }

    private static String begins(RegisterCells cells, String column, String outer, String code) {
        if (!code.startsWith(outer))
            throw cells.refuse(
                    column,
                    new Text("不是" + code + "的开头", "is not how " + code + " begins"),
                    new Text("下级代码以上级代码开头", "a code begins with that of the place above it"));
        return outer;
    }

    /** With the official English name and further Chinese ones, where they are known and the file does not say. */
    private static Names official(String code, Names given) {
        return PlaceNames.of(code)
                .map(known -> {
                    var aliases = new TreeSet<>(given.aliases());
                    if (!known.zh().equals(given.zh())) aliases.add(known.zh());
                    return new Names(given.zh(), given.en() == null ? known.en() : given.en(), aliases);
                })
                .orElse(given);
    }

    private static @Nullable String edition(RegisterCells cells) {
        return cells.optional("code_edition").orElse(null);
    }
}
