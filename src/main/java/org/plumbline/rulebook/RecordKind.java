package org.plumbline.rulebook;

/** A kind of nested record below a site, such as a room; {@code slots} facts belong to each. */
public record RecordKind(String name, Text label, int slots) {}
