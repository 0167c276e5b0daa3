package org.plumbline.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.plumbline.rdf.Canonical;

/** How anyone can repeat and check the result (如何核验): hashes, ledger position, attachment, command. */
final class ProofSection {

    /** A line: what it is, and what is said of it. */
    record Line(Words label, Words says) {}

    private final Document paper;
    private final AssessmentReport.Proof proof;
    private final Words note;
    private final Labels labels;

    /**
     * @param note what kind of standard it is that all this rests on
     */
    ProofSection(Document paper, AssessmentReport.Proof proof, Words note, Labels labels) {
        this.paper = paper;
        this.proof = proof;
        this.note = note;
        this.labels = labels;
    }

    /**
     * The section.
     *
     * @param number its number among the sections with the space after it; empty for none
     */
    Section section(String number) {
        List<Map<String, ?>> rows = lines(true).stream()
                .<Map<String, ?>>map(line -> Map.of(
                        "label", line.label().stacked(6.5), "value", line.says().stacked(7)))
                .toList();
        var once = new HashMap<String, Object>();
        once.put("number", number);
        once.put(
                "lead",
                labels.words(paper.assessment() ? "proof.lead" : "proof.lead.paper")
                        .stacked(7));
        if (proof.address() != null) {
            once.put("code", new QrCode(proof.address()));
            once.put(
                    "codeSays",
                    labels.words(paper.assessment() ? "proof.code" : "proof.code.paper")
                            .stacked(7));
            once.put("address", Words.escape(proof.address()));
        }
        return new Section("assessment/proof", false, once, rows);
    }

    /**
     * What names the inputs, line by line.
     *
     * @param attached whether the data are inside the file, which only a PDF carries
     */
    List<Line> lines(boolean attached) {
        var lines = new ArrayList<Line>();
        lines.add(line("proof.rulebook", Words.same(proof.rulebook())));
        lines.add(line(
                "proof.ledger",
                proof.ledgerPosition() == 0
                        ? labels.words("proof.ledger.none")
                        : Words.same(Long.toString(proof.ledgerPosition()))));
        if (!proof.checkpoint().isBlank()) {
            lines.add(line("proof.checkpoint", Words.same(proof.checkpoint())));
        }
        if (attached) {
            var text = paper.assessment() ? "proof.attachment.text" : "proof.attachment.text.paper";
            lines.add(line("proof.attachment", labels.words(text, paper.attachment())));
            lines.add(line("proof.attachment.hash", Words.same("sha256:" + sha256(paper.data()))));
        }
        if (!proof.command().isBlank()) {
            // One option a line: an option broken in the middle could not be copied.
            lines.add(line("proof.command", Words.same(proof.command().replace(" --", " \\\n    --"))));
        }
        lines.add(line("proof.outcomes", labels.words("proof.outcomes.text")));
        lines.add(line("proof.standard", note));
        return lines;
    }

    private Line line(String key, Words says) {
        return new Line(labels.words(key), says);
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Canonical.hash(text.getBytes(StandardCharsets.UTF_8)));
    }
}
