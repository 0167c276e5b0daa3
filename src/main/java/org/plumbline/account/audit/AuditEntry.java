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
 */
public record AuditEntry(long position, Instant at, String who, String act, String what, String address, String why) {}
