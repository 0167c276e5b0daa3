package org.plumbline.cli.demo;

import java.time.LocalDate;
import java.util.List;
import org.plumbline.cli.demo.DemoRegister.DemoSite;
import org.plumbline.fact.FactValue;

/** Papers: name, tenure, areas by plan, age, staff. */
final class RegisterSheet extends Sheet {
    RegisterSheet(DemoSite site, LocalDate on, Draw draw) {
        super(site, on, draw);
    }

    @Override
    void fill() {
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
    }
}
