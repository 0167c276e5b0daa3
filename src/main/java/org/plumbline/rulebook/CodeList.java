package org.plumbline.rulebook;

import java.util.List;

/** The closed list of values of a coded fact; a code's index in the list is its bit in a set. */
public record CodeList(String name, List<String> codes, List<Text> labels) {
    /** A set must fit the 64 bits of a {@code long}, less the sign. */
    public static final int MOST = 60;

    /** The index of {@code code}, or -1 when the list does not hold it. */
    public int indexOf(String code) {
        return codes.indexOf(code);
    }
}
