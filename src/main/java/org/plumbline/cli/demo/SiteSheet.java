package org.plumbline.cli.demo;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.cli.demo.DemoRegister.DemoSite;
import org.plumbline.fact.FactValue;

/** Makes up what each source would state about one site on one day. */
final class SiteSheet {
    private final DemoSite site;
    private final LocalDate on;
    private final Draw draw;
    private final boolean station;
    private final SortedMap<String, FactValue> facts = new TreeMap<>();

    SiteSheet(DemoSite site, LocalDate on, Draw draw, boolean station) {
        this.site = site;
        this.on = on;
        this.draw = draw;
        this.station = station;
    }

    private SortedMap<String, FactValue> taken() {
        SortedMap<String, FactValue> taken = new TreeMap<>(facts);
        facts.clear();
        return taken;
    }

    private long area() {
        long good = station
                ? draw.whole("area", 420, 980)
                : site.siteClass().equals("AC") ? draw.whole("area", 820, 1900) : draw.whole("area", 1050, 4200);
        long bad = station
                ? draw.whole("area", 140, 299)
                : site.siteClass().equals("AC") ? draw.whole("area", 380, 790) : draw.whole("area", 600, 990);
        return draw.good("area") ? good : bad;
    }

    /** Papers: name, tenure, areas by plan, age. */
    SortedMap<String, FactValue> register() {
        put("siteCode", FactValue.text(site.code()));
        put("siteName", FactValue.text(site.name().replace("（示范）", "")));
        put("sitesWithCode", FactValue.number(1));
        put(
                "tenureType",
                FactValue.code(
                        draw.good("tenure", 0.5)
                                ? draw.chance("own", 0.6) ? "own" : "allocated"
                                : draw.chance("leased", 0.8) ? "leased" : "disputed"));
        put(
                "tenureValidTo",
                draw.chance("no end", 0.6)
                        ? FactValue.none()
                        : FactValue.of(on.plusDays(
                                draw.good("tenure end", 0.4)
                                        ? draw.whole("tenure days", 40, 2500)
                                        : -draw.whole("tenure days", 1, 200))));
        boolean moved = draw.chance("moved", 0.12);
        put("relocated", FactValue.of(moved));
        if (moved) {
            put(
                    "previousArea",
                    FactValue.number(
                            draw.good("moved smaller", 0.8)
                                    ? area() - draw.whole("grown", 0, 80)
                                    : area() + draw.whole("shrunk", 5, 120)));
        }
        put(
                "plannedArea",
                FactValue.number(Math.max(
                        60,
                        area()
                                * (draw.good("plan")
                                        ? 100 + draw.whole("plan", -8, 8)
                                        : 100 + draw.whole("plan", 15, 40))
                                / 100)));
        put("buildingAge", draw.number("age", 3, 45));
        put(
                "structuralGrade",
                draw.chance("never appraised", 0.5)
                        ? FactValue.none()
                        : FactValue.code(draw.good("grade", 0.12) ? draw.chance("grade a", 0.4) ? "A" : "B" : "C"));
        put(
                "appraisalDate",
                draw.chance("never appraised", 0.5) && draw.whole("age", 3, 45) < 30
                        ? FactValue.none()
                        : FactValue.of(on.minusDays(
                                draw.good("appraisal", 0.1)
                                        ? draw.whole("appraised", 30, 1600)
                                        : draw.whole("appraised", 1900, 3200))));
        put("fireKeyUnit", FactValue.of(!station && draw.chance("key unit", 0.3)));
        put("maxWalkMinutes", draw.decimal("walk", 60, 148, 155, 240, 10));
        put("nearestCentreDistance", draw.number("nearest", 180, 990, 1020, 2600));
        put("outreachPlan", FactValue.of(draw.good("outreach")));
        long people = Math.max(4, station ? 8 + draw.whole("workers", 0, 14) : 12 + draw.whole("workers", 0, 30));
        put("workers", FactValue.number(draw.good("workers") ? people + 6 : Math.max(2, people / 3)));
        put("staff", FactValue.number(people));
        put("trained", FactValue.number(draw.good("trained") ? (people + 9) / 10 + draw.whole("trained", 0, 3) : 0));
        long grids = draw.whole("grids", 2, 9);
        put("grids", FactValue.number(grids));
        put("gridWorkers", FactValue.number(draw.good("grid workers") ? grids : grids - 1));
        put("majorDue", FactValue.number(draw.whole("major", 0, 4)));
        put(
                "majorOnTime",
                FactValue.number(Math.max(0, draw.whole("major", 0, 4) - (draw.good("major on time") ? 0 : 1))));
        put("minorDue", FactValue.number(draw.whole("minor", 3, 25)));
        put(
                "minorClosed30",
                FactValue.number(
                        draw.good("minor") ? draw.whole("minor", 3, 25) : draw.whole("minor", 3, 25) * 7 / 10));
        put("surveyHouseholds", draw.number("survey households", 6000, 26000));
        put(
                "legalTeam",
                draw.codes("legal", List.of("adviser", "mediator", "cadre", "gridWorker", "lawAware"), List.of()));
        put("handbooks", FactValue.number(draw.chance("handbook", 0.15) ? 1 : 0));
        return taken();
    }

    /** What an inspector measures and sees. */
    SortedMap<String, FactValue> inspector() {
        long area = area();
        put("floorArea", FactValue.number(area + "." + draw.whole("area decimal", 1, 9)));
        put(
                "activityArea",
                FactValue.number(area
                        * (draw.good("activity") ? draw.whole("activity", 61, 78) : draw.whole("activity", 38, 59))
                        / 100));
        put(
                "officeArea",
                FactValue.number(area
                        * (draw.good("office") ? draw.whole("office", 8, 19) : draw.whole("office", 21, 34))
                        / 100));
        long usable = area * 8 / 10;
        put("usableArea", FactValue.number(usable));
        put(
                "openArea",
                FactValue.number(usable
                        * (draw.good("open area") ? draw.whole("open area", 96, 100) : draw.whole("open area", 70, 93))
                        / 100));
        put("divertedArea", FactValue.number(draw.good("diverted", 0.08) ? 0 : draw.whole("diverted", 12, 90)));
        put("entranceFloor", FactValue.number(draw.good("entrance floor", 0.5) ? 1 : 2));
        put("minPublicFloor", FactValue.number(draw.good("basement", 0.4) ? 1 : -1));
        put("stepFreeRoute", draw.truth("step free", true, 1));
        put("crowded", FactValue.of(!station && draw.chance("crowded", 0.3)));
        put("minRouteWidth", draw.decimal("route", 182, 260, 95, 118, 100));
        long rise = draw.chance("rise", 0.45) ? draw.whole("rise", 120, 600) : 0;
        put("entranceRise", FactValue.number(rise));
        put(
                "rampRun",
                rise == 0
                        ? FactValue.none()
                        : FactValue.number(java.math.BigDecimal.valueOf(rise * (draw.good("ramp") ? 13 : 8))
                                .movePointLeft(3)
                                .toPlainString()));
        put("rampWidth", rise == 0 ? FactValue.none() : draw.decimal("ramp width", 120, 180, 90, 115, 100));
        put(
                "wcArea",
                draw.good("wc", 1.3)
                        ? draw.decimal("wc", 400, 640, 100)
                        : draw.chance("no wc", 0.5) ? FactValue.none() : draw.decimal("wc", 220, 390, 100));
        put("wcDoor", draw.decimal("wc door", 80, 100, 65, 79, 100));
        put("lowCounters", FactValue.number(draw.good("low counter") ? 1 : 0));
        put(
                "infoAids",
                draw.codes(
                        "aids", List.of("display", "writingPad", "voicePrompt"), List.of("magnifier", "signLanguage")));
        long parking = draw.chance("parking", 0.4) ? draw.whole("parking", 4, 60) : 0;
        put("parkingSpaces", FactValue.number(parking));
        put("accessibleBays", FactValue.number(parking > 0 && draw.good("bays") ? 1 + parking / 40 : 0));
        put("bayAisleWidth", parking == 0 ? FactValue.none() : draw.decimal("aisle", 120, 160, 80, 118, 100));
        put("occupants", FactValue.number(area / 6));
        put("storey", FactValue.number(draw.chance("storey", 0.8) ? 1 : 2));
        put("exits", FactValue.number(draw.good("exits", 0.12) ? draw.whole("exits", 2, 4) : 1));
        put("exitDoorWidth", draw.decimal("exit door", 90, 160, 70, 79, 100));
        put("egressHeight", draw.decimal("egress", 210, 260, 190, 208, 100));
        put("egressObstructed", draw.truth("obstructed", false, 0.1));
        put("exitLocked", draw.truth("locked", false, 0.08));
        put(
                "lastFireTest",
                draw.even("fire test") < 0.01
                        ? FactValue.none()
                        : draw.good("fire test", 0.12)
                                ? FactValue.of(on.minusDays(draw.whole("fire test", 20, 340)))
                                : FactValue.of(on.minusDays(draw.whole("fire test", 380, 700))));
        put(
                "lastDrill",
                draw.even("never drilled") < 0.03 ? FactValue.none() : draw.before(on, "drill", 10, 160, 380, 800));
        put("fireChecks12m", FactValue.number(draw.good("fire checks") ? 12 : draw.whole("fire checks", 5, 11)));
        put("aedOnSite", FactValue.of(!station || draw.chance("aed", 0.4)));
        put("aedWalkMinutes", draw.decimal("aed walk", 10, 48, 52, 110, 10));
        put("aedCheckDays30", draw.number("aed check", 27, 30, 9, 26));
        put("expiredItems", FactValue.number(draw.good("expired") ? 0 : draw.whole("expired", 1, 6)));
        put("outdoorPlates", draw.number("plates", 1, 4, 5, 11));
        put("nonconformingSigns", FactValue.number(draw.good("signs") ? 0 : draw.whole("signs", 1, 4)));
        put(
                "postedInfo",
                draw.codes(
                        "posted",
                        List.of("hours", "services", "phone", "complaintLine", "floorPlan"),
                        List.of("charges")));
        put("unpublishedCharges", FactValue.number(draw.good("charges", 0.06) ? 0 : 1));
        put("chargedBasicItems", FactValue.number(draw.good("charged", 0.05) ? 0 : 1));
        put("unapprovedCharges", FactValue.number(draw.good("unapproved", 0.1) ? 0 : 1));
        put("publicToilets", FactValue.number(draw.good("toilets", 0.4) ? draw.whole("toilets", 1, 3) : 0));
        put(
                "oneStopWindows",
                FactValue.number(
                        station
                                ? draw.good("windows", 0.5) ? 1 : 0
                                : draw.good("windows") ? draw.whole("windows", 3, 6) : 2));
        put(
                "restStopItems",
                draw.codes(
                        "rest stop",
                        List.of("water", "charging", "seat", "microwave", "medkit"),
                        List.of("fridge", "umbrella")));
        put("fibre", draw.truth("fibre", true, 0.3));
        put("wlan", draw.truth("wlan", true, 0.8));
        put(
                "embeddedFunctions",
                draw.codes(
                        "functions",
                        List.of("elderCare", "childCustody", "meals"),
                        List.of("health", "fitness", "culture", "infantCare")));
        put("mealPointDistance", draw.number("meal", 60, 490, 520, 1400));
        boolean canteen = draw.chance("canteen", 0.2);
        put("hasCanteen", FactValue.of(canteen));
        if (canteen) {
            put(
                    "foodLicenceTo",
                    FactValue.of(on.plusDays(
                            draw.good("licence", 0.2)
                                    ? draw.whole("licence", 30, 900)
                                    : -draw.whole("licence", 2, 90))));
            put("gradePosted", draw.truth("grade posted", true, 0.2));
            put("sampleGrams", draw.number("grams", 125, 180, 60, 120));
            put("sampleHours", FactValue.number(draw.good("hours", 0.6) ? 48 : 24));
        }
        put("room", rooms());
        return taken();
    }

    private FactValue rooms() {
        SortedMap<String, SortedMap<String, FactValue>> rooms = new TreeMap<>();
        List<String> kinds = List.of(
                "service", "partyRoom", "council", "reading", "multipurpose", "reception", "elder", "child", "meeting");
        for (int i = 0; i < kinds.size(); i++) {
            String kind = kinds.get(i);
            if (draw.good("room " + kind, 0.7)) {
                SortedMap<String, FactValue> room = new TreeMap<>();
                room.put("roomKind", FactValue.code(kind));
                boolean hall = kind.equals("council") || kind.equals("multipurpose");
                room.put(
                        "roomSeats",
                        FactValue.number(
                                hall
                                        ? draw.good("hall seats")
                                                ? station
                                                        ? draw.whole("seats " + kind, 24, 60)
                                                        : draw.whole("seats " + kind, 52, 160)
                                                : draw.whole("seats " + kind, 10, 19)
                                        : draw.whole("seats " + kind, 4, 18)));
                room.put("roomPrivate", FactValue.of(kind.equals("reception") && draw.good("private", 0.7)));
                room.put(
                        "roomBookable",
                        FactValue.of((kind.equals("meeting") || hall) && draw.good("bookable " + kind)));
                rooms.put(Integer.toString(101 + i), room);
            }
        }
        return FactValue.records(rooms);
    }

    /** What booking, request and opening-hours systems count. */
    SortedMap<String, FactValue> system() {
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
        return taken();
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

    /** What the manager declares. */
    SortedMap<String, FactValue> manager() {
        put("councilQuarters4", FactValue.number(draw.good("council") ? 4 : draw.whole("council", 1, 3)));
        put("lastResidentsMeeting", draw.before(on, "meeting", 20, 340, 380, 600));
        put("lastBoardUpdate", draw.before(on, "board", 2, 85, 95, 170));
        put(
                "maxAnswerDays",
                draw.chance("nobody asked", 0.3) ? FactValue.none() : draw.number("answer", 2, 15, 16, 40));
        put("lastSelfAssessment", draw.before(on, "self", 20, 330, 380, 500));
        put("surveyDate", draw.before(on, "survey", 25, 320, 380, 620));
        put("validN", draw.number("valid n", 300, 700, 12, 29));
        put("surveyScore", draw.decimal("survey score", 850, 985, 690, 845, 10));
        put("fundingPublished", draw.before(on, "funding", 30, 330, 380, 600));
        put(
                "fundingSources",
                draw.good("funding", 0.5)
                        ? FactValue.codes(List.of("fiscal", "partyDues", "department"))
                        : FactValue.codes(List.of("fiscal", "unexplained")));
        put("workingOrNonlocalShare", draw.decimal("mixed", 20, 55, 5, 19, 100));
        put("ageGroups", FactValue.number(draw.good("ages") ? draw.whole("ages", 4, 5) : 2));
        put(
                "legalVisits12",
                FactValue.number(draw.good("visits") ? draw.whole("visits", 12, 30) : draw.whole("visits", 2, 11)));
        put("cultureServices", CultureJudgements.services(draw));
        return taken();
    }

    private void put(String name, FactValue value) {
        facts.put(name, value);
    }
}
