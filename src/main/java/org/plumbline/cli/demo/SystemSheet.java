package org.plumbline.cli.demo;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.cli.demo.DemoRegister.DemoSite;
import org.plumbline.fact.FactValue;

/** What booking, request and opening-hours systems count. */
final class SystemSheet extends Sheet {
    SystemSheet(DemoSite site, LocalDate on, Draw draw) {
        super(site, on, draw);
    }

    @Override
    void fill() {
        put("openDaysPerWeek", FactValue.number(draw.good("open days", 0.7) ? 7 : draw.whole("open days", 5, 6)));
        put(
                "openHoursWeek",
                FactValue.number(
                        draw.good("open hours")
                                ? station ? draw.whole("open hours", 48, 70) : draw.whole("open hours", 56, 84)
                                : draw.whole("open hours", 36, 46)));
        put(
                "eveningsPerWeek",
                FactValue.number(draw.good("evenings") ? draw.whole("evenings", 2, 4) : draw.whole("evenings", 0, 1)));
        put(
                "weekendHours",
                FactValue.number(draw.good("weekend") ? draw.whole("weekend", 8, 16) : draw.whole("weekend", 0, 7)));
        put("ordinaryHoursDay", FactValue.number(8));
        put("holidayHoursDay", FactValue.number(draw.good("holiday hours") ? 9 : 6));
        put("holidayItems", FactValue.number(draw.good("holiday items") ? draw.whole("holiday items", 2, 9) : 0));
        put("closure", closures());
        put(
                "servicesOffered",
                draw.codes(
                        "services",
                        List.of(
                                "party",
                                "agency",
                                "deliberation",
                                "mediation",
                                "volunteering",
                                "elderly",
                                "children",
                                "cultureSport",
                                "legalAdvice",
                                "requests"),
                        List.of("employment", "health")));
        long items = draw.whole("items", 28, 120);
        put("itemsListed", FactValue.number(items));
        put("itemsAtWindow", FactValue.number(draw.good("items") ? items : items - draw.whole("items short", 1, 12)));
        long due = draw.whole("due", 3, 160);
        put("closedDue", FactValue.number(due));
        put(
                "onTimeClosed",
                FactValue.number(draw.good("on time") ? due - due / 40 : due * draw.whole("on time", 74, 93) / 100));
        long rated = draw.whole("rated", 24, 260);
        put("rated", FactValue.number(rated));
        put(
                "satisfied",
                FactValue.number(rated
                        * (draw.good("satisfied") ? draw.whole("satisfied", 86, 99) : draw.whole("satisfied", 62, 84))
                        / 100));
        put("activityMonth", months());
        put("partyDayMonths12", FactValue.number(draw.good("party day") ? 12 : draw.whole("party day", 8, 11)));
        long claimed = draw.chance("wishes", 0.8) ? draw.whole("wishes", 6, 60) : 0;
        put("wishesClaimed", FactValue.number(claimed));
        put("wishesRealised", FactValue.number(draw.good("wishes") ? claimed : claimed * 7 / 10));
        put("piiFindings", FactValue.number(draw.good("pii", 0.05) ? 0 : 1));
        put("enteredFacts", draw.number("entered", 300, 2400));
        put(
                "reenteredFacts",
                FactValue.number(
                        draw.good("reentered") ? draw.whole("reentered", 0, 14) : draw.whole("reentered", 200, 280)));
        put(
                "datasetMeta",
                draw.codes("metadata", List.of("source", "frequency", "securityLevel", "openness"), List.of()));
        long open = draw.whole("room hours", 600, 3000);
        put("openRoomHours", FactValue.number(open));
        put(
                "usedRoomHours",
                FactValue.number(open
                        * (draw.good("room use") ? draw.whole("room use", 50, 82) : draw.whole("room use", 18, 48))
                        / 100));
    }

    private FactValue closures() {
        SortedMap<String, SortedMap<String, FactValue>> closures = new TreeMap<>();
        if (draw.chance("closed", 0.5)) {
            LocalDate start = on.minusDays(draw.whole("closed", 20, 150));
            SortedMap<String, FactValue> closure = new TreeMap<>();
            closure.put("startDate", FactValue.of(start));
            closure.put(
                    "noticeDate",
                    FactValue.of(start.minusDays(
                            draw.good("notice") ? draw.whole("notice", 7, 20) : draw.whole("notice", 0, 6))));
            closure.put("emergency", FactValue.of(false));
            closures.put("1", closure);
        }
        return FactValue.records(closures);
    }

    private FactValue months() {
        SortedMap<String, SortedMap<String, FactValue>> months = new TreeMap<>();
        for (int i = 1; i <= 12; i++) {
            LocalDate first = on.minusMonths(i).with(TemporalAdjusters.firstDayOfMonth());
            SortedMap<String, FactValue> month = new TreeMap<>();
            month.put("monthStart", FactValue.of(first));
            long least = station ? 4 : 8;
            month.put(
                    "events",
                    FactValue.number(
                            draw.good("events")
                                    ? least + draw.whole("events " + first, 0, 9)
                                    : draw.whole("events " + first, 1, least)));
            months.put(first.toString().substring(0, 7), month);
        }
        return FactValue.records(months);
    }
}
