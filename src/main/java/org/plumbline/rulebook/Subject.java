package org.plumbline.rulebook;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one site or of one nested record, by slot: what is known of each, its value, and the day it was observed.
 * Built by a reader, then read only; the evaluator works on copies.
 */
public final class Subject {
    /** Nobody has looked. */
    public static final byte UNMEASURED = 0;
    /** A value is known. */
    public static final byte VALUE = 1;
    /** Looked, there is none. */
    public static final byte NONE = 2;
    /** Equally good sources differ. */
    public static final byte DISPUTED = 3;
    /** The value or "none" is too old to rely on. */
    public static final byte EXPIRED = 4;
    /** A derived fact that has no value here. */
    public static final byte UNDEFINED = 5;

    /** The day of a fact whose observation date is not known. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    private static final Subject[] NO_RECORDS = {};

    /** The record's own key, such as a room number; empty for the site. */
    final String id;

    final byte[] state;
    final long[] value;
    final int[] observed;
    final @Nullable String[] text;
    final Subject[][] records;
    /** The earliest day of any observation here: most subjects are young, and then no fact needs to be asked for its age. */
    private int oldest = Integer.MAX_VALUE;

    /** A subject of {@code slots} facts of which nothing is known. */
    public Subject(String id, int slots) {
        this.id = id;
        state = new byte[slots];
        value = new long[slots];
        observed = new int[slots];
        text = new String[slots];
        records = new Subject[slots][];
        Arrays.fill(observed, NO_DAY);
        Arrays.fill(records, NO_RECORDS);
    }

    private Subject(Subject other) {
        id = other.id;
        state = other.state.clone();
        value = other.value.clone();
        observed = other.observed;
        text = other.text;
        oldest = other.oldest;
        // Only a site has records; those of a record are never worked on.
        records = other.id.isEmpty() ? other.records.clone() : other.records;
    }

    /** A copy whose states, values and record lists can be worked on. */
    Subject copy() {
        return new Subject(this);
    }

    /** The record's own key; empty for the site. */
    public String id() {
        return id;
    }

    /** The state of the fact in {@code slot}. */
    public byte state(int slot) {
        return state[slot];
    }

    /** The value of the fact in {@code slot}, as {@link Datatype} describes. */
    public long value(int slot) {
        return value[slot];
    }

    /** The text of a text fact; null unless one is known. */
    public @Nullable String text(int slot) {
        return text[slot];
    }

    /** The day of the observation of {@code slot}, or {@link #NO_DAY}. */
    public int observed(int slot) {
        return observed[slot];
    }

    /** The nested records of the record fact in {@code slot}; empty when there are none. */
    public Subject[] records(int slot) {
        return records[slot];
    }

    /** States a value observed on {@code day}. */
    public void put(int slot, long newValue, int day) {
        state[slot] = VALUE;
        value[slot] = newValue;
        observe(slot, day);
    }

    /** States a text observed on {@code day}. */
    public void put(int slot, String newText, int day) {
        put(slot, 0, day);
        text[slot] = newText;
    }

    /** States the complete set of nested records observed on {@code day}. */
    public void put(int slot, Subject[] complete, int day) {
        put(slot, complete.length, day);
        records[slot] = complete;
    }

    /** States something other than a value: {@link #NONE} or {@link #DISPUTED}. */
    public void mark(int slot, byte newState, int day) {
        state[slot] = newState;
        observe(slot, day);
    }

    private void observe(int slot, int day) {
        observed[slot] = day;
        oldest = day == NO_DAY ? oldest : Math.min(oldest, day);
    }

    /** Whether some fact here may have been observed before {@code day}. */
    boolean olderThan(int day) {
        return oldest < day;
    }

    /** Forgets what is known of {@code slot}. */
    public void forget(int slot) {
        state[slot] = UNMEASURED;
    }

    /** True when {@code slot} holds a value or a "there is none" that counts. */
    boolean known(int slot) {
        return state[slot] == VALUE || state[slot] == NONE;
    }
}
