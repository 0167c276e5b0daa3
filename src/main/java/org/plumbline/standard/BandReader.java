package org.plumbline.standard;

import static org.plumbline.standard.Reading.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.SKOS;
import org.plumbline.rulebook.Band;
import org.plumbline.rulebook.Obligation;

/** Reads scoring and bands. */
final class BandReader {
    private final Reading reading;
    private final List<String> chapters;

    BandReader(Reading reading, List<String> chapters) {
        this.reading = reading;
        this.chapters = chapters;
    }

    List<Band> read(Node edition) {
        List<Band> bands = new ArrayList<>();
        long above = Long.MAX_VALUE;
        List<Node> nodes = nodes(edition);
        for (Node node : nodes) {
            reading.about("band " + local(node));
            String text = reading.lexical(node, PL.term("leastScore"));
            long least = text == null ? 0 : GradingReader.thousandths(reading, node, "leastScore", text);
            if (least >= above || least > 100_000) {
                reading.error(
                        node,
                        PL.term("leastScore"),
                        "Its least score is not below that of the band before, so that the two "
                                + "overlap. List bands best first with falling pl:leastScore.");
            }
            above = least;
            String stars = reading.lexical(node, PL.term("stars"));
            bands.add(new Band(
                    local(node),
                    reading.text(node, SKOS.term("prefLabel")),
                    stars == null || !stars.matches("\\d") ? 0 : Integer.parseInt(stars),
                    least,
                    gates(node)));
        }
        if (bands.isEmpty() || above != 0) {
            Node at = nodes.isEmpty() ? edition : nodes.getLast();
            reading.error(
                    at,
                    PL.term("leastScore"),
                    "Scores below the lowest band fall into no band. End pl:bands with a band of pl:leastScore 0 and no gate.");
        }
        reading.about("");
        return List.copyOf(bands);
    }

    private List<Node> nodes(Node edition) {
        return reading.list(reading.one(edition, PL.term("bands")));
    }

    int vetoBand(Node edition) {
        Node band = reading.one(edition, PL.term("vetoBand"));
        int index = band == null ? -1 : nodes(edition).indexOf(band);
        if (index < 0) {
            reading.error(
                    edition,
                    PL.term("vetoBand"),
                    "pl:vetoBand must name one of pl:bands, the one that a failed veto fixes.");
        }
        return Math.max(0, index);
    }

    long scoring(Node edition, String term, long otherwise) {
        Node scoring = reading.one(edition, PL.term("scoring"));
        String text = scoring == null ? null : reading.lexical(scoring, PL.term(term));
        return scoring == null || text == null ? otherwise : GradingReader.thousandths(reading, scoring, term, text);
    }

    private List<Band.Gate> gates(Node band) {
        List<Band.Gate> gates = new ArrayList<>();
        for (Node gate : reading.all(band, PL.term("gate"))) {
            String most = reading.lexical(gate, PL.term("atMostFailed"));
            String share = reading.lexical(gate, PL.term("leastShare"));
            long scope = scope(gate);
            if (most != null && most.matches("\\d{1,3}")) {
                gates.add(new Band.AtMostFailed(Integer.parseInt(most), obligations(gate), scope));
            } else if (share != null) {
                gates.add(new Band.LeastShare(GradingReader.thousandths(reading, gate, "leastShare", share), scope));
            } else if (reading.flag(gate, PL.term("noVeto"))) {
                gates.add(new Band.NoVeto(scope));
            } else {
                reading.error(
                        gate,
                        "The gate says nothing that can be checked. Add pl:atMostFailed N, pl:leastShare 0.8 or pl:noVeto true.");
            }
        }
        return List.copyOf(gates);
    }

    private long scope(Node gate) {
        long scope = 0;
        for (Node chapter : reading.all(gate, PL.term("chapter"))) {
            int index = chapters.indexOf(local(chapter));
            if (index < 0) {
                reading.error(
                        gate,
                        PL.term("chapter"),
                        Reading.name(chapter) + " is not a chapter of the edition. Correct it.");
            } else {
                scope |= 1L << index;
            }
        }
        return scope == 0 ? -1L : scope;
    }

    private long obligations(Node gate) {
        long mask = 0;
        for (Node named : reading.all(gate, PL.term("obligation"))) {
            for (Obligation obligation : Obligation.values()) {
                mask |= obligation.name().equals(local(named).toUpperCase(Locale.ROOT))
                        ? 1L << obligation.ordinal()
                        : 0;
            }
        }
        return mask == 0 ? -1L : mask;
    }
}
