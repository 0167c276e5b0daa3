package org.plumbline.cli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.fact.FactValue;
import org.plumbline.fact.SiteFacts;

/** Made-up facts that committees and areas hold: residents, households, elders. */
final class DemoPlaces {
    private final DemoRegister sites;

    DemoPlaces(DemoRegister sites) {
        this.sites = sites;
    }

    List<SiteFacts> all(LocalDate on) {
        List<SiteFacts> all = new ArrayList<>();
        for (DemoRegister.Committee one : sites.committees()) {
            Draw draw = new Draw(one.code(), 0.9);
            long households = one.village() ? draw.whole("households", 420, 1700) : draw.whole("households", 700, 2600);
            SortedMap<String, FactValue> facts = new TreeMap<>();
            facts.put("committeeHouseholds", FactValue.number(households));
            facts.put("committeeResidents", FactValue.number(households * draw.whole("per household", 22, 29) / 10));
            facts.put("committeeShare60", draw.decimal("elders", 12, 42, 100));
            facts.put("sitesInCommittee", FactValue.number(1));
            all.add(SiteFacts.ofPlace(one.code(), on, "Register", facts));
        }
        sites.sites().stream().filter(site -> site.siteClass().equals("AC")).forEach(site -> {
            Draw draw = new Draw(site.area(), 0.85);
            long residents = draw.whole("residents", 16_000, 48_000);
            SortedMap<String, FactValue> facts = new TreeMap<>();
            facts.put("areaResidents", FactValue.number(residents));
            long share = draw.good("reach") ? draw.whole("reach", 85, 97) : draw.whole("reach", 62, 83);
            facts.put("areaResidentsWithin15", FactValue.number(residents * share / 100));
            all.add(SiteFacts.ofPlace(site.area(), on, "Register", facts));
        });
        return all;
    }
}
