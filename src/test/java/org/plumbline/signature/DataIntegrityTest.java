package org.plumbline.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.rulebook.json.Json;

/** The proof of a document, checked step by step as the cryptosuite eddsa-jcs-2022 describes it. */
class DataIntegrityTest {
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final Instant ISSUED = Instant.parse("2026-11-01T08:30:15.250Z");

    @TempDir
    Path folder;

    @Test
    void the_signature_holds_over_exactly_this_document() throws Exception {
        Signer signer = new Signer(folder);
        Map<String, Object> document = new TreeMap<>(Map.of("@context", Map.of("a", "urn:a"), "name", "莘庄", "n", "1"));
        Map<String, Object> proof = new DataIntegrity(signer).proof(document, ISSUED, Json::write);
        assertThat(proof)
                .containsEntry("type", "DataIntegrityProof")
                .containsEntry("cryptosuite", "eddsa-jcs-2022")
                .containsEntry("created", "2026-11-01T08:30:15Z")
                .containsEntry("@context", document.get("@context"));
        assertThat(holds(signer, document, proof)).isTrue();
        document.put("name", "长桥");
        assertThat(holds(signer, document, proof)).isFalse();
        assertThat(new DataIntegrity(signer).proof(document, ISSUED, Json::write))
                .as("the same document is signed the same way")
                .isEqualTo(new DataIntegrity(signer).proof(document, ISSUED, Json::write));
    }

    @Test
    void the_key_is_named_by_itself() throws Exception {
        Signer signer = new Signer(folder);
        String method = String.valueOf(
                new DataIntegrity(signer).proof(Map.of(), ISSUED, Json::write).get("verificationMethod"));
        String key = method.substring("did:key:".length(), method.indexOf('#'));
        assertThat(key).startsWith("z6Mk");
        assertThat(method).endsWith("#" + key);
        byte[] raw = digits(key, 34);
        assertThat(Arrays.copyOfRange(raw, 2, 34))
                .isEqualTo(Arrays.copyOfRange(
                        signer.publicKey(), signer.publicKey().length - 32, signer.publicKey().length));
    }

    @Test
    void leading_zeros_are_leading_ones() {
        assertThat(DataIntegrity.multibase(new byte[] {0, 0, 1})).isEqualTo("z112");
        assertThat(DataIntegrity.multibase("Hello World!".getBytes(StandardCharsets.US_ASCII)))
                .as("the example of the Base58 draft")
                .isEqualTo("z2NEpo7TZRRrLZSi2U");
    }

    private static boolean holds(Signer signer, Map<String, ?> document, Map<String, Object> proof) throws Exception {
        Map<String, Object> options = new TreeMap<>(proof);
        byte[] value = digits(String.valueOf(options.remove("proofValue")), 64);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(signer.publicKey())));
        check.update(digest.digest(Json.write(options).getBytes(StandardCharsets.UTF_8)));
        check.update(digest.digest(Json.write(document).getBytes(StandardCharsets.UTF_8)));
        return check.verify(value);
    }

    private static byte[] digits(String multibase, int length) {
        BigInteger number = BigInteger.ZERO;
        for (char digit : multibase.substring(1).toCharArray()) {
            number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(BASE58.indexOf(digit)));
        }
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[length];
        int used = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - used, padded, length - used, used);
        return padded;
    }
}
