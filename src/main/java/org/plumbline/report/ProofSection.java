package org.plumbline.report;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.rdf.Canonical;

/** How anyone can repeat and check the result (如何核验): hashes, ledger position, attachment, command. */
final class ProofSection {

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
        var lines = new LinkedHashMap<String, String>();
        lines.put("proof.rulebook", Words.escape(proof.rulebook()));
        lines.put(
                "proof.ledger",
                proof.ledgerPosition() == 0
                        ? labels.words("proof.ledger.none").stacked(7)
                        : Long.toString(proof.ledgerPosition()));
        if (!proof.checkpoint().isBlank()) {
            lines.put("proof.checkpoint", Words.escape(proof.checkpoint()));
        }
        lines.put(
                "proof.attachment",
                labels.words(
                                paper.assessment() ? "proof.attachment.text" : "proof.attachment.text.paper",
                                paper.attachment())
                        .stacked(7));
        lines.put("proof.attachment.hash", "sha256:" + sha256(paper.data()));
        if (!proof.command().isBlank()) {
            // One option a line: an option broken in the middle could not be copied.
            lines.put("proof.command", Words.escape(proof.command().replace(" --", " \\\n    --")));
        }
        lines.put("proof.outcomes", labels.words("proof.outcomes.text").stacked(7));
        lines.put("proof.standard", note.stacked(7));
        List<Map<String, ?>> rows = lines.entrySet().stream()
                .<Map<String, ?>>map(
                        e -> Map.of("label", labels.words(e.getKey()).stacked(6.5), "value", e.getValue()))
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

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Canonical.hash(text.getBytes(StandardCharsets.UTF_8)));
    }
}
