package org.plumbline.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A secret of this installation, made when it is first needed. Names and chain hashes of submissions are public even where what
 * they state is not; with it in them nobody can try out the few values that a fact may have until a hash fits.
 */
@ApplicationScoped
public class Secret {
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final DataSource database;
    private volatile @Nullable SecretKeySpec key;

    Secret(DataSource database) {
        this.database = database;
    }

    /** 32 bytes that are always the same for {@code content}, and that only this installation can make: its HMAC-SHA-256. */
    public byte[] of(byte[] content) {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(kept(), ALGORITHM);
            key = known;
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(known);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** A name for {@code content}, always the same, that only this installation can make: the first 122 bits as a UUID of version 8 (RFC 9562). */
    public UUID name(String content) {
        ByteBuffer bits = ByteBuffer.wrap(of(content.getBytes(StandardCharsets.UTF_8)));
        long high = bits.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L;
        long low = bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** What the bytes of a submission hold so that they cannot be guessed, as hexadecimal digits. */
    public String nonce(String submission) {
        return HexFormat.of().formatHex(of(("nonce " + submission).getBytes(StandardCharsets.UTF_8)));
    }

    /** Kept for good whatever becomes of the caller's transaction. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    byte[] kept() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        try (var connection = database.getConnection()) {
            try (var insert =
                    connection.prepareStatement("insert into secret (bytes) values (?) on conflict do nothing")) {
                insert.setBytes(1, random);
                insert.executeUpdate();
            }
            try (var select = connection.createStatement();
                    var rows = select.executeQuery("select bytes from secret")) {
                rows.next();
                return rows.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The secret cannot be read from the database: " + e.getMessage(), e);
        }
    }
}
