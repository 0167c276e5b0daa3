package org.plumbline.account.audit;

import java.time.Instant;

/**
 * An entry of the audit trail.
 *
 * @param position 1, 2, 3 … without a gap
 * @param at when, to the millisecond
 * @param who login of the person, or the program's own name
 * @param act what kind of deed
 * @param what what it was done to
 * @param address from where: a network address, or "console"
 * @param why the reason given; may be empty
 * @param file name of the file that it was done with; empty for none
 */
public record AuditEntry(
        long position, Instant at, String who, String act, String what, String address, String why, String file) {
    /** What stands in place of a text that was erased. */
    public static final String ERASED = "（已应申请删除 / erased on request）";

    /** What it was done to, with the name of the file where there is one. */
    public String whole() {
        return file.isEmpty() ? what : file + " " + what;
    }
}
