package org.plumbline.place;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which codes a file has stated already. Codes of committees, of which a country has hundreds of thousands, take a bit each in the set
 * of their street.
 */
final class SeenCodes {
    private static final int STREET = PlaceKind.STREET.digits();
    private static final int COMMITTEE = PlaceKind.COMMITTEE.digits();

    private final Map<String, BitSet> committees = new HashMap<>();
    private final Set<String> others = new HashSet<>();

    /** Notes a code; false when it was there. */
    boolean add(String code) {
        if (code.length() != COMMITTEE || !code.chars().allMatch(c -> c >= '0' && c <= '9')) return others.add(code);
        var serials = committees.computeIfAbsent(code.substring(0, STREET), street -> new BitSet());
        int serial = Integer.parseInt(code.substring(STREET));
        boolean fresh = !serials.get(serial);
        serials.set(serial);
        return fresh;
    }
}
