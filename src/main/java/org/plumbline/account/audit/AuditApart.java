package org.plumbline.account.audit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A text of an entry that may name somebody, and that stands beside it so that it can be erased. The bytes of the entry hold its salted
 * hash, which stays; the salt goes with the text, so that nobody can try out which it was.
 *
 * @param position the entry
 * @param field which text of it: {@code why} or {@code file}
 * @param hash SHA-256 of salt and text, hexadecimal
 * @param salt 16 random bytes; null once it is erased
 * @param value the text; null once it is erased
 * @param erasedBy the entry that erased it; null while it stands
 */
@SuppressWarnings("ArrayRecordComponent")
record AuditApart(
        long position,
        String field,
        String hash,
        byte @Nullable [] salt,
        @Nullable String value,
        @Nullable Long erasedBy) {
    static final String WHY = "why";
    static final String FILE = "file";

    private static final int SALT = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A text with a salt of its own. */
    static AuditApart of(long position, String field, String value) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return new AuditApart(position, field, hash(salt, value), salt, value, null);
    }

    /** Whether the text is the one that was hashed; always so once it is erased. */
    boolean genuine() {
        return salt == null || value == null || hash(salt, value).equals(hash);
    }

    /** What is shown: the text, or that it was erased. */
    String shown() {
        return value == null ? AuditEntry.ERASED : value;
    }

    /** How the entry that erases it names it. */
    String name() {
        return position + " " + field;
    }

    private static String hash(byte[] salt, String value) {
        return HexFormat.of().formatHex(AuditTable.sha256(salt, value.getBytes(StandardCharsets.UTF_8)));
    }
}
