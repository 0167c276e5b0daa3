package org.plumbline.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sites of the demonstration, as register files: a station for each real committee, a centre for each real street, and 68
 * area centres, which are made up and named so. The real register knows no sites.
 */
final class DemoRegister {
    /** Number of area centres, after the district's own figure of 2024. */
    static final int AREAS = 68;

    /** A committee as the register file states it. */
    record Committee(String code, String name, String street, String streetName) {
        boolean village() {
            return Integer.parseInt(code.substring(9)) >= 200;
        }
    }

    /** A site to be made, and the places whose facts it takes. */
    record DemoSite(String code, String siteClass, String name, String place, String area) {}

    private final List<Committee> committees;
    private final Map<String, List<Committee>> byStreet = new LinkedHashMap<>();
    private final List<DemoSite> sites = new ArrayList<>();
    private final StringBuilder areaRows = new StringBuilder("area_code,name,street_code\n");

    DemoRegister(List<Committee> committees) {
        this.committees = committees;
        for (Committee one : committees) {
            byStreet.computeIfAbsent(one.street(), key -> new ArrayList<>()).add(one);
        }
        build();
    }

    /** Reads the committees of the register file. */
    static List<Committee> committees(String csv) {
        return csv.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cell -> new Committee(cell[0], cell[1], cell[2], cell[3]))
                .toList();
    }

    private void build() {
        Map<String, Integer> areas = areasByStreet();
        byStreet.forEach((street, list) -> {
            int count = areas.getOrDefault(street, 1);
            String streetName = list.getFirst().streetName();
            String brief = streetName.replaceFirst("(街道|镇)$", "");
            for (int i = 0; i < count; i++) {
                areaRows.append(area(street, i))
                        .append(',')
                        .append(brief)
                        .append("第")
                        .append(i + 1)
                        .append("片区（示范）,")
                        .append(street)
                        .append('\n');
            }
            for (int i = 0; i < list.size(); i++) {
                Committee one = list.get(i);
                String siteClass = one.village() ? "VS" : "RS";
                String name = one.name().replaceFirst("(居民委员会|居委会|村民委员会|村委会|委员会)$", "");
                String kind = one.village() ? (name.endsWith("村") ? "党群服务站" : "村党群服务站") : "居民区党群服务站";
                sites.add(new DemoSite(
                        one.code() + "-" + siteClass + "01",
                        siteClass,
                        name + kind,
                        one.code(),
                        area(street, i % count)));
            }
            for (int i = 0; i < count; i++) {
                sites.add(new DemoSite(
                        String.format("%s-AC%02d", street, i + 1),
                        "AC",
                        brief + "第" + (i + 1) + "片区党群服务中心（示范）",
                        street,
                        area(street, i)));
            }
            sites.add(new DemoSite(street + "-TC01", "TC", streetName + "党群服务中心", street, area(street, 0)));
        });
    }

    /** Shares out the areas by number of committees, largest remainder first. */
    private Map<String, Integer> areasByStreet() {
        Map<String, Integer> shares = new LinkedHashMap<>();
        int given = 0;
        for (Map.Entry<String, List<Committee>> street : byStreet.entrySet()) {
            int share = Math.max(1, AREAS * street.getValue().size() / committees.size());
            shares.put(street.getKey(), share);
            given += share;
        }
        List<String> largest = new ArrayList<>(byStreet.keySet());
        largest.sort((a, b) -> Integer.compare(remainder(b), remainder(a)));
        for (int i = 0; given < AREAS; i = (i + 1) % largest.size(), given++) {
            shares.merge(largest.get(i), 1, Integer::sum);
        }
        return shares;
    }

    private int remainder(String street) {
        return AREAS * byStreet.getOrDefault(street, List.of()).size() % committees.size();
    }

    static String area(String street, int index) {
        return String.format("%s-A%02d", street, index + 1);
    }

    List<DemoSite> sites() {
        return sites;
    }

    List<Committee> committees() {
        return committees;
    }

    Map<String, List<Committee>> byStreet() {
        return byStreet;
    }

    /** The register file of areas. */
    String areaCsv() {
        return areaRows.toString();
    }

    /** The register file of sites. */
    String siteCsv() {
        StringBuilder csv = new StringBuilder("site_code,class,name,committee_or_street_code,area_code\n");
        for (DemoSite site : sites) {
            csv.append(site.code())
                    .append(',')
                    .append(site.siteClass())
                    .append(',')
                    .append(site.name())
                    .append(',')
                    .append(site.place())
                    .append(',')
                    .append(site.area())
                    .append('\n');
        }
        return csv.toString();
    }
}
