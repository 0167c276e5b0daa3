package org.plumbline.ledger;

import java.util.HexFormat;
import org.plumbline.rdf.Canonical;

/**
 * Where the ledger ends.
 *
 * @param length how many entries it has
 * @param chain chain hash of the last one as 64 hexadecimal digits; zeros when there is none
 */
public record Head(long length, String chain) {
    /** The head of an empty ledger. */
    public static final Head EMPTY = new Head(0, "0".repeat(64));

    /** The head after one more entry with this hash. */
    Head next(byte[] hash) {
        return new Head(length + 1, HexFormat.of().formatHex(link(chainBytes(), hash)));
    }

    byte[] chainBytes() {
        return HexFormat.of().parseHex(chain);
    }

    /** The chain hash of an entry: SHA-256 of the chain before it and its own hash. */
    static byte[] link(byte[] before, byte[] hash) {
        var both = new byte[before.length + hash.length];
        System.arraycopy(before, 0, both, 0, before.length);
        System.arraycopy(hash, 0, both, before.length, hash.length);
        return Canonical.hash(both);
    }
}
