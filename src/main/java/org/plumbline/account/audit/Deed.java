package org.plumbline.account.audit;

/**
 * What was done. Reason and name of the file may name somebody; they are kept so that they can be erased, and nothing else is.
 *
 * @param act what kind of deed: {@code sign-in}, {@code import-facts}, {@code grant-role}
 * @param what what it was done to, in words and codes that last: the hash of a file, a login, a publication
 * @param why the reason given; empty where none is asked
 * @param file name of the file that it was done with; empty for none
 */
public record Deed(String act, String what, String why, String file) {
    /** A deed that needs no reason. */
    public Deed(String act, String what) {
        this(act, what, "", "");
    }

    /** A deed with its reason. */
    public Deed(String act, String what, String why) {
        this(act, what, why, "");
    }

    /** A deed with a file. */
    public static Deed with(String file, String act, String what) {
        return new Deed(act, what, "", file);
    }
}
