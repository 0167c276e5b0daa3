package org.plumbline.cli.demo;

import java.time.LocalDate;
import java.util.List;
import org.plumbline.cli.demo.DemoRegister.DemoSite;
import org.plumbline.fact.FactValue;

/** What the manager declares. */
final class ManagerSheet extends Sheet {
    ManagerSheet(DemoSite site, LocalDate on, Draw draw) {
        super(site, on, draw);
    }

    @Override
    void fill() {
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
    }
}
