package org.plumbline.signature;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Signs JSON documents by W3C Data Integrity with the cryptosuite eddsa-jcs-2022, so that anybody who has the public key sees whether one
 * was changed after it left the portal, without asking the portal.
 */
@ApplicationScoped
public class DataIntegrity {
    /** Name of the member that holds the signature. */
    public static final String PROOF = "proof";

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    /** Multicodec of an Ed25519 public key, which stands before its 32 bytes in a did:key. */
    private static final byte[] ED25519 = {(byte) 0xed, 0x01};

    private static final int RAW_KEY = 32;

    private final Signer signer;

    DataIntegrity(Signer signer) {
        this.signer = signer;
    }

    /**
     * The proof of a document, to be put into it as member {@link #PROOF}.
     *
     * @param document the document without a proof, of values that {@code canonical} writes
     * @param created when it was issued; a fixed moment keeps the bytes of the document the same
     * @param canonical writes a value as canonical JSON (RFC 8785)
     */
    public Map<String, Object> proof(Map<String, ?> document, Instant created, Function<Object, String> canonical) {
        String key = multibase(publicKey());
        Map<String, Object> proof = new TreeMap<>();
        putIfThere(proof, "@context", document.get("@context"));
        proof.put("type", "DataIntegrityProof");
        proof.put("cryptosuite", "eddsa-jcs-2022");
        proof.put("created", created.truncatedTo(ChronoUnit.SECONDS).toString());
        proof.put("verificationMethod", "did:key:" + key + "#" + key);
        proof.put("proofPurpose", "assertionMethod");
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(sha256(canonical.apply(proof)));
        signed.writeBytes(sha256(canonical.apply(document)));
        proof.put("proofValue", multibase(signer.sign(signed.toByteArray())));
        return proof;
    }

    private static void putIfThere(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    /** The key as multicodec, from the end of its X.509 form. */
    private byte[] publicKey() {
        byte[] x509 = signer.publicKey();
        byte[] key = Arrays.copyOf(ED25519, ED25519.length + RAW_KEY);
        System.arraycopy(x509, x509.length - RAW_KEY, key, ED25519.length, RAW_KEY);
        return key;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Multibase with base58btc: {@code z}, then the digits; leading zero bytes are leading ones. */
    static String multibase(byte[] bytes) {
        StringBuilder digits = new StringBuilder();
        BigInteger base = BigInteger.valueOf(BASE58.length());
        for (BigInteger rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(base)) {
            digits.append(BASE58.charAt(rest.mod(base).intValue()));
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            digits.append(BASE58.charAt(0));
        }
        return "z" + digits.reverse();
    }
}
