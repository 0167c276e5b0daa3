package org.plumbline.fact.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.SiteLookup;
import org.plumbline.fact.mapping.Mapping.About;
import org.plumbline.rulebook.Text;

/** Finds the site that a row of somebody's table is about: by its code or name, or by its committee and class. */
final class SiteFinder {
    private static final String COMMITTEE = "Committee";
    private static final int MOST_SHOWN = 5;

    private final SiteLookup lookup;

    SiteFinder(SiteLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * A site found.
     *
     * @param code its code; what was looked for when none was found, so that it comes back with the row
     * @param wrong why none was found; null when one was
     */
    record Site(String code, @Nullable Text wrong) {}

    /**
     * Finds a site.
     *
     * @param by what the text is
     * @param classes of which class it may be; empty for any
     * @param on the day of the row, for committees are merged and split
     */
    Site find(About by, String text, Set<String> classes, LocalDate on) {
        if (by == About.SITE_CODE) {
            return new Site(text, null);
        }
        if (lookup.standalone()) {
            return new Site(
                    text,
                    new Text(
                            "没有登记册，无法从“" + text + "”找到站点。请导入到有登记册的系统。",
                            "Without a register no site can be found from \"" + text
                                    + "\": import the file where there is one."));
        }
        return switch (by) {
            case SITE_NAME -> one(text, classes, sites(lookup.named(text)));
            case COMMITTEE_CODE -> ofCommittees(text, classes, on, committees(List.of(text)));
            case COMMITTEE_NAME -> ofCommittees(text, classes, on, committees(lookup.named(text)));
            default -> throw new IllegalArgumentException(by + " finds no site");
        };
    }

    private List<String> sites(List<String> codes) {
        return codes.stream()
                .filter(code -> lookup.find(code).filter(one -> !one.place()).isPresent())
                .toList();
    }

    private List<String> committees(List<String> codes) {
        return codes.stream()
                .filter(code -> lookup.find(code)
                        .filter(one -> COMMITTEE.equals(one.kind()))
                        .isPresent())
                .toList();
    }

    private Site ofCommittees(String text, Set<String> classes, LocalDate on, List<String> committees) {
        if (committees.isEmpty()) {
            return new Site(
                    text,
                    new Text(
                            "登记册里没有居村“" + text + "”。请把站点编号写在“站点编号”列。",
                            "There is no committee \"" + text
                                    + "\" in the register: write the site's code into the column site."));
        }
        if (committees.size() > 1) {
            return new Site(
                    text,
                    new Text(
                            "登记册里叫“" + text + "”的居村有" + committees.size() + "个（" + shown(committees)
                                    + "），不知道是哪一个。请把站点编号写在“站点编号”列。",
                            committees.size() + " committees in the register go by \"" + text + "\" ("
                                    + shown(committees)
                                    + "), and nobody knows which is meant: write the site's code into the column site."));
        }
        return one(text, classes, lookup.sitesIn(committees.getFirst(), on));
    }

    private Site one(String text, Set<String> classes, List<String> codes) {
        List<String> fitting = new ArrayList<>();
        for (String code : codes) {
            Optional<SiteLookup.Known> known = lookup.find(code);
            if (known.isPresent()
                    && (classes.isEmpty()
                            || classes.contains(String.valueOf(known.get().kind())))) {
                fitting.add(code);
            }
        }
        if (fitting.size() == 1) {
            return new Site(fitting.getFirst(), null);
        }
        String zh = classes.isEmpty() ? "站点" : String.join("、", new TreeSet<>(classes)) + " 类站点";
        String en = classes.isEmpty() ? "site" : "site of class " + String.join(" or ", new TreeSet<>(classes));
        return new Site(
                text,
                fitting.isEmpty()
                        ? new Text(
                                "登记册里没有与“" + text + "”对应的" + zh + "。请把站点编号写在“站点编号”列。",
                                "The register has no " + en + " for \"" + text
                                        + "\": write the site's code into the column site.")
                        : new Text(
                                "与“" + text + "”对应的" + zh + "有" + fitting.size() + "个（" + shown(fitting)
                                        + "），不知道是哪一个。请把站点编号写在“站点编号”列。",
                                "The register has " + fitting.size() + " sites for \"" + text + "\" (" + shown(fitting)
                                        + "), and nobody knows which is meant: write the site's code into the column site."));
    }

    private static String shown(List<String> codes) {
        return String.join(", ", codes.stream().limit(MOST_SHOWN).toList()) + (codes.size() > MOST_SHOWN ? " …" : "");
    }
}
