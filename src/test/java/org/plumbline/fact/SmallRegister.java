package org.plumbline.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A small register in memory: a committee with a station, and one with a station and a centre. */
final class SmallRegister implements SiteLookup {
    static final String RED = "310112001001";
    static final String BLUE = "310112001002";
    static final String RED_STATION = RED + "-RS01";
    static final String BLUE_STATION = BLUE + "-RS01";
    static final String BLUE_CENTRE = BLUE + "-AC01";

    private static final Map<String, Known> ALL = Map.of(
            RED_STATION, new Known(RED_STATION, false, "RS"),
            BLUE_STATION, new Known(BLUE_STATION, false, "RS"),
            BLUE_CENTRE, new Known(BLUE_CENTRE, false, "AC"),
            RED, new Known(RED, true, "Committee"),
            BLUE, new Known(BLUE, true, "Committee"));

    private final NameIndex names = new NameIndex();

    SmallRegister() {
        names.add(RED, "红旗居民委员会", "Hongqi");
        names.add(BLUE, "蓝天居民委员会", "Lantian");
        names.add(RED_STATION, "红旗党群服务站", "Hongqi Station");
    }

    @Override
    public Optional<Known> find(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    @Override
    public List<String> holders(String site, String kind, LocalDate on) {
        return kind.equals("Committee") ? List.of(site.substring(0, 12)) : List.of();
    }

    @Override
    public Optional<String> nearest(String code) {
        return Spelling.nearest(code, ALL.keySet());
    }

    @Override
    public boolean standalone() {
        return false;
    }

    @Override
    public List<String> named(String name) {
        return names.find(name);
    }

    @Override
    public List<String> sitesIn(String place, LocalDate on) {
        return new TreeSet<>(ALL.keySet())
                .stream().filter(code -> code.startsWith(place + "-")).toList();
    }
}
