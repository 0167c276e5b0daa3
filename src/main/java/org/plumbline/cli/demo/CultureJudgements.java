package org.plumbline.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.plumbline.fact.FactValue;
import org.plumbline.fact.SiteFacts;

/** What the demonstration says on the second edition alone: its judged clause and its list of services. */
final class CultureJudgements {
    private static final List<String> SERVICES = List.of(
            "performance",
            "reading",
            "exhibition",
            "film",
            "internet",
            "fitness",
            "training",
            "science",
            "health",
            "law",
            "defence",
            "heritage",
            "counselling");

    private CultureJudgements() {}

    static void add(SortedMap<String, SiteFacts.Judgement> judgements, String clausePrefix, Draw draw) {
        if (!draw.chance("culture not judged", 0.1)) {
            boolean met = draw.good("culture judged", 0.5);
            judgements.put(
                    clausePrefix + JUDGED, new SiteFacts.Judgement(met, met ? "抽查的活动均有记录（示范数据）" : "抽查的活动缺少记录（示范数据）"));
        }
    }

    /** Number of the judged clause of the second edition. */
    private static final String JUDGED = "5.2";

    static FactValue services(Draw draw) {
        List<String> offered = new ArrayList<>();
        for (String service : SERVICES) {
            if (draw.good("culture " + service, 0.8)) {
                offered.add(service);
            }
        }
        return FactValue.codes(offered);
    }
}
