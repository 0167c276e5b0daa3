package org.plumbline.cli.demo;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.cli.demo.DemoRegister.DemoSite;
import org.plumbline.fact.FactValue;

/** What one source would state about one site on one day: the parts that the sources share. */
abstract class Sheet {
    final DemoSite site;
    final LocalDate on;
    final Draw draw;
    final boolean station;
    private final SortedMap<String, FactValue> facts = new TreeMap<>();

    Sheet(DemoSite site, LocalDate on, Draw draw) {
        this.site = site;
        this.on = on;
        this.draw = draw;
        station = site.siteClass().equals("RS") || site.siteClass().equals("VS");
    }

    /** States everything by {@link #put}. */
    abstract void fill();

    /** The facts stated. */
    SortedMap<String, FactValue> facts() {
        fill();
        return facts;
    }

    void put(String name, FactValue value) {
        facts.put(name, value);
    }

    /** Floor area in square metres: all sources know the same building. */
    long area() {
        long good = station
                ? draw.whole("area", 420, 980)
                : site.siteClass().equals("AC") ? draw.whole("area", 820, 1900) : draw.whole("area", 1050, 4200);
        long bad = station
                ? draw.whole("area", 140, 299)
                : site.siteClass().equals("AC") ? draw.whole("area", 380, 790) : draw.whole("area", 600, 990);
        return draw.good("area") ? good : bad;
    }
}
