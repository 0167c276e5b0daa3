package org.plumbline.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;

/**
 * Passwords as Argon2id in its encoded form (RFC 9106), with the memory and time of OWASP's Password Storage Cheat Sheet: 19 MiB,
 * two passes, one lane. The encoded form states them, so that they can be raised later without losing anybody.
 */
final class Passwords {
    private static final Argon2Function FUNCTION = Argon2Function.getInstance(19456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;
    /** Each trial takes 19 MiB: so many at a time, that a flood of them cannot take all memory. */
    private static final Semaphore ROOM = new Semaphore(4);
    /** What an unknown login is tried against, so that it takes as long as a known one. */
    static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    static String hash(String password) {
        ROOM.acquireUninterruptibly();
        try {
            return Password.hash(password)
                    .addRandomSalt(SALT_BYTES)
                    .with(FUNCTION)
                    .getResult();
        } finally {
            ROOM.release();
        }
    }

    static boolean matches(String password, String encoded) {
        ROOM.acquireUninterruptibly();
        try {
            return Password.check(password, encoded).with(Argon2Function.getInstanceFromHash(encoded));
        } finally {
            ROOM.release();
        }
    }
}
