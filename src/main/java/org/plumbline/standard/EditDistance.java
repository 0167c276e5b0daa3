package org.plumbline.standard;

/** How far two words are apart, for suggestions where one is misspelt. */
public final class EditDistance {
    private EditDistance() {}

    /** The Levenshtein distance: the least number of letters to insert, leave out or replace. */
    public static int between(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int keep = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(keep, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
