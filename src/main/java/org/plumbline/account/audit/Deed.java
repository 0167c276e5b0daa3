package org.plumbline.account.audit;

/**
 * What was done.
 *
 * @param act what kind of deed: {@code sign-in}, {@code import-facts}, {@code grant-role}
 * @param what what it was done to, in words and codes that last: a file and its hash, a login, a publication
 * @param why the reason given; empty where none is asked
 */
public record Deed(String act, String what, String why) {
    /** A deed that needs no reason. */
    public Deed(String act, String what) {
        this(act, what, "");
    }
}
