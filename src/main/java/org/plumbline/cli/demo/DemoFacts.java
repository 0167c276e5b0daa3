package org.plumbline.cli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.cli.demo.DemoRegister.DemoSite;
import org.plumbline.fact.FactValue;
import org.plumbline.fact.SiteFacts;

/**
 * Facts about one site in one round. A quarter of the sites is good, a fifth poor, the rest in between, all a little better in
 * the second round; some facts are missing, some have aged, some are in dispute.
 */
final class DemoFacts {
    /** How many sites of a hundred each source knows least about. */
    private static final double MISSING = 0.02;

    private final DemoSite site;
    private final LocalDate on;
    private final int round;
    private final Draw draw;
    private final double untidy;

    DemoFacts(DemoSite site, LocalDate on, int round) {
        this.site = site;
        this.on = on;
        this.round = round;
        double level = new Draw(site.code(), 0).even("level");
        double street = (new Draw(site.place().substring(0, 9), 0).even("street") - 0.5) * 0.08;
        double base = street
                + (level < 0.2
                        ? 0.62 + level
                        : level < 0.75 ? 0.83 + (level - 0.2) * 0.18 : 0.955 + (level - 0.75) * 0.14);
        double quality = Math.min(0.997, base + (round - 1) * (1 - base) * 0.3);
        this.draw = new Draw(site.code(), quality);
        this.untidy = level < 0.2 ? 3 : level < 0.75 ? 1 : 0.3;
    }

    /** What each source states in this round. */
    List<SiteFacts> all() {
        List<SiteFacts> all = new ArrayList<>();
        add(
                all,
                "Register",
                on.minusDays(20 + draw.whole("register day", 0, 40)),
                new RegisterSheet(site, on, draw).facts());
        LocalDate visit = on.minusDays(12 + draw.whole("visit day " + round, 0, 55));
        SortedMap<String, FactValue> seen = new InspectorSheet(site, on, draw).facts();
        seen.put("lastInspection", FactValue.of(visit));
        String judged = "https://w3id.org/plumbline/standard/model-station/2026/clause/12.7";
        addInspection(all, visit, seen, judged);
        add(all, "System", on.minusDays(1 + draw.whole("system day", 0, 6)), new SystemSheet(site, on, draw).facts());
        add(
                all,
                "Manager",
                on.minusDays(5 + draw.whole("manager day " + round, 0, 40)),
                new ManagerSheet(site, on, draw).facts());
        dispute(all, visit, seen);
        return all;
    }

    private void addInspection(List<SiteFacts> all, LocalDate visit, SortedMap<String, FactValue> seen, String clause) {
        boolean late = round == 2 && draw.chance("not visited again", 0.06 * untidy);
        if (late) {
            return;
        }
        SortedMap<String, FactValue> kept = thinned(seen);
        SortedMap<String, SiteFacts.Judgement> judgements = new TreeMap<>();
        if (!draw.chance("not judged " + round, 0.03 * untidy)) {
            boolean honest = draw.good("honest", 0.03);
            judgements.put(clause, new SiteFacts.Judgement(honest, honest ? "抽查的材料与现场一致（示范数据）" : "两份台账与现场不符（示范数据）"));
        }
        String culture = "https://w3id.org/plumbline/standard/public-culture/2026/clause/";
        CultureJudgements.add(judgements, culture, draw);
        all.add(new SiteFacts(site.code(), false, site.siteClass(), visit, "Inspector", kept, judgements));
    }

    private void add(List<SiteFacts> all, String source, LocalDate day, SortedMap<String, FactValue> facts) {
        SortedMap<String, FactValue> kept = thinned(facts);
        if (!kept.isEmpty()) {
            all.add(SiteFacts.ofSite(site.code(), site.siteClass(), day, source, kept));
        }
    }

    /** Leaves some facts out: nobody looked. */
    private SortedMap<String, FactValue> thinned(SortedMap<String, FactValue> facts) {
        SortedMap<String, FactValue> kept = new TreeMap<>();
        for (Map.Entry<String, FactValue> fact : facts.entrySet()) {
            if (!draw.chance("missing " + fact.getKey(), MISSING * untidy)) {
                kept.put(fact.getKey(), fact.getValue());
            }
        }
        return kept;
    }

    /** Now and then two inspectors on one day count the exits differently. */
    private void dispute(List<SiteFacts> all, LocalDate visit, SortedMap<String, FactValue> seen) {
        if (draw.chance("dispute " + round, 0.02) && seen.containsKey("publicToilets")) {
            SortedMap<String, FactValue> other = new TreeMap<>();
            other.put("publicToilets", FactValue.number(0));
            other.put("outdoorPlates", FactValue.number(6));
            all.add(SiteFacts.ofSite(site.code(), site.siteClass(), visit, "Inspector", other));
        }
    }
}
