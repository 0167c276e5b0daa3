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

    /**
     * Most subjects are nested records, which have neither texts nor records of their own: they share these, never written, so
     * that thousands of sites stay small in memory.
     */
    private static final int SHARED = 1024;

    private static final @Nullable String[] NO_TEXTS = new String[SHARED];
    private static final Subject[][] NONE_ANYWHERE = emptyRecords(SHARED);

    /** The record's own key, such as a room number; empty for the site. */
    final String id;

    final byte[] state;
    final long[] value;
    final int[] observed;

    @Nullable
    String[] text;

    Subject[][] records;
    /** The earliest day of any observation here: most subjects are young, and then no fact needs to be asked for its age. */
    private int oldest = Integer.MAX_VALUE;

    /** A subject of {@code slots} facts of which nothing is known. */
    public Subject(String id, int slots) {
        this.id = id;
        state = new byte[slots];
        value = new long[slots];
        observed = new int[slots];
        text = slots <= SHARED ? NO_TEXTS : new String[slots];
        records = slots <= SHARED ? NONE_ANYWHERE : emptyRecords(slots);
        Arrays.fill(observed, NO_DAY);
    }

    private Subject(Subject other) {
        id = other.id;
        state = other.state.clone();
        value = other.value.clone();
        observed = other.observed;
        text = other.text;
        oldest = other.oldest;
        records = other.records == NONE_ANYWHERE ? NONE_ANYWHERE : other.records.clone();
    }

    private static Subject[][] emptyRecords(int slots) {
        Subject[][] none = new Subject[slots][];
        Arrays.fill(none, NO_RECORDS);
        return none;
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
        if (text == NO_TEXTS) {
            text = new String[state.length];
        }
        text[slot] = newText;
    }

    /** States the complete set of nested records observed on {@code day}. */
    public void put(int slot, Subject[] complete, int day) {
        put(slot, complete.length, day);
        if (records == NONE_ANYWHERE) {
            records = emptyRecords(state.length);
        }
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
