package org.plumbline.cli.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.cli.demo.DemoRegister.DemoSite;
import org.plumbline.fact.FactValue;

/** What an inspector measures and sees. */
final class InspectorSheet extends Sheet {
    InspectorSheet(DemoSite site, LocalDate on, Draw draw) {
        super(site, on, draw);
    }

    @Override
    void fill() {
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
        safety();
        service();
    }

    private void safety() {
        put("occupants", FactValue.number(area() / 6));
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
    }

    private void service() {
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
        put("childcareFloor", draw.number("childcare floor", 1, 2, 3, 4));
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
}
