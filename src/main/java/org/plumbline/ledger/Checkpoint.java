package org.plumbline.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;

/**
 * What the chain was on a date, signed. A copy kept elsewhere, as in every report and dump, shows whether the entries before
 * it were rewritten or the ledger was cut.
 *
 * @param base base IRI of the installation whose ledger it is
 * @param date when it was made
 * @param head chain hash of the last entry, 64 hexadecimal digits
 * @param length how many entries there were
 * @param keyId names the key, see {@link org.plumbline.signature.Signer#keyId}
 * @param signature Ed25519 over {@link #signedBytes}, in Base64
 */
public record Checkpoint(String base, LocalDate date, String head, long length, String keyId, String signature) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is signed: the first four components as canonical JSON (RFC 8785). */
    public byte[] signedBytes() {
        return signedBytes(base, date, head, length);
    }

    static byte[] signedBytes(String base, LocalDate date, String head, long length) {
        // An IRI, a date and hexadecimal digits need no escape, so the canonical form is simply this.
        return "{\"base\":\"%s\",\"date\":\"%s\",\"head\":\"%s\",\"length\":%d}"
                .formatted(base, date, head, length)
                .getBytes(StandardCharsets.UTF_8);
    }

    byte[] signatureBytes() {
        return Base64.getDecoder().decode(signature);
    }

    /** As canonical JSON, the form that stands in reports and dumps and that {@link #read} takes. */
    public String json() {
        return "{\"base\":\"%s\",\"date\":\"%s\",\"head\":\"%s\",\"key\":\"%s\",\"length\":%d,\"signature\":\"%s\"}"
                .formatted(base, date, head, keyId, length, signature);
    }

    /**
     * A checkpoint from its JSON.
     *
     * @throws IllegalArgumentException when the text is none, in one line that says what is missing
     */
    public static Checkpoint read(String json) {
        try {
            var tree = JSON.readTree(json);
            return new Checkpoint(
                    text(tree, "base", "https?://[^\\p{Cntrl}\\p{Cf}\\s\"\\\\<>]{1,500}"),
                    LocalDate.parse(text(tree, "date", "\\d{4}-\\d\\d-\\d\\d")),
                    text(tree, "head", "[0-9a-f]{64}"),
                    Long.parseLong(text(tree, "length", "\\d{1,18}")),
                    text(tree, "key", "[0-9a-f]{32}"),
                    text(tree, "signature", "[0-9A-Za-z+/]{1,200}={0,2}"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No checkpoint: not JSON", e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No checkpoint: " + e.getMessage(), e);
        }
    }

    private static String text(JsonNode tree, String key, String form) {
        var value = tree.path(key);
        if (!value.isValueNode() || value.isNull())
            throw new IllegalArgumentException("No checkpoint: \"" + key + "\" is missing");
        if (!value.asText().matches(form))
            throw new IllegalArgumentException("No checkpoint: \"" + key + "\" is not what a checkpoint has there");
        return value.asText();
    }
}
