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

    /** The day of a fact whose observation date is not known: later than any other, so that it never makes a fact old. */
    public static final int NO_DAY = Integer.MAX_VALUE;

    private static final Subject[] NO_RECORDS = {};
    private static final Subject[][] NONE_ANYWHERE = {};
    private static final @Nullable String[] NO_TEXTS = {};

    /** The record's own key, such as a room number; empty for the site. */
    final String id;

    // The records of one fact share their arrays, each with its own stretch that begins at first: a site lies close
    // together in memory, and most of the time that an assessment takes is waiting for memory.
    private byte[] state;
    private long[] value;
    private int[] observed;
    private int first;
    private final int slots;

    // Most facts are neither texts nor records: these reach no further than the last that is, so that a site stays
    // small.
    private @Nullable String[] text = NO_TEXTS;
    private Subject[][] records = NONE_ANYWHERE;
    /** The earliest day of any observation here: most subjects are young, and then no fact needs to be asked for its age. */
    private int oldest = NO_DAY;
    // Whether some fact here, or of a record included, may be disputed or has expired.
    private boolean disputed;
    private boolean expired;

    /** A subject of {@code slots} facts of which nothing is known. */
    public Subject(String id, int slots) {
        this.id = id;
        this.slots = slots;
        state = new byte[slots];
        value = new long[slots];
        observed = new int[slots];
        Arrays.fill(observed, NO_DAY);
    }

    private Subject(Subject other, byte[] state, long[] value) {
        this.state = state;
        this.value = value;
        id = other.id;
        slots = other.slots;
        first = other.first;
        observed = other.observed;
        text = other.text;
        oldest = other.oldest;
        disputed = other.disputed;
        records = other.records;
    }

    /** A copy whose states, values and record lists can be changed. */
    Subject copy() {
        return new Subject(this, state.clone(), value.clone());
    }

    /** The same of records that came together in {@link #put(int, Subject[], int)}. */
    static Subject[] copies(Subject[] records) {
        byte[] states = records[0].state.clone();
        long[] values = records[0].value.clone();
        Subject[] copies = new Subject[records.length];
        for (int i = 0; i < copies.length; i++) {
            boolean together = records[i].state == records[0].state;
            copies[i] = together ? new Subject(records[i], states, values) : records[i].copy();
        }
        return copies;
    }

    /** Lets {@code records}, all of one kind, share their arrays. */
    private static void gather(Subject[] records) {
        int slots = records.length == 0 ? 0 : records[0].slots;
        byte[] states = new byte[records.length * slots];
        long[] values = new long[records.length * slots];
        int[] days = new int[records.length * slots];
        for (int i = 0; i < records.length; i++) {
            Subject record = records[i];
            System.arraycopy(record.state, record.first, states, i * slots, slots);
            System.arraycopy(record.value, record.first, values, i * slots, slots);
            System.arraycopy(record.observed, record.first, days, i * slots, slots);
            record.state = states;
            record.value = values;
            record.observed = days;
            record.first = i * slots;
        }
    }

    /** The record's own key; empty for the site. */
    public String id() {
        return id;
    }

    /** The state of the fact in {@code slot}. */
    public byte state(int slot) {
        return state[first + slot];
    }

    /** The value of the fact in {@code slot}, as {@link Datatype} describes. */
    public long value(int slot) {
        return value[first + slot];
    }

    /** The text of a text fact; null unless one is known. */
    public @Nullable String text(int slot) {
        return slot < text.length ? text[slot] : null;
    }

    /** The day of the observation of {@code slot}, or {@link #NO_DAY}. */
    public int observed(int slot) {
        return observed[first + slot];
    }

    /** The nested records of the record fact in {@code slot}; empty when there are none. */
    public Subject[] records(int slot) {
        return slot < records.length ? records[slot] : NO_RECORDS;
    }

    /** Puts other records, of the same number, in the place of those in {@code slot}. */
    void replace(int slot, Subject[] others) {
        records = records.clone();
        records[slot] = others;
    }

    /** States a value observed on {@code day}. */
    public void put(int slot, long newValue, int day) {
        observe(slot, day);
        derive(slot, VALUE, newValue);
    }

    /** States a text observed on {@code day}. */
    public void put(int slot, String newText, int day) {
        put(slot, 0, day);
        text = slot < text.length ? text : Arrays.copyOf(text, slot + 1);
        text[slot] = newText;
    }

    /** States the complete set of nested records observed on {@code day}. */
    public void put(int slot, Subject[] complete, int day) {
        put(slot, complete.length, day);
        int known = records.length;
        if (slot >= known) {
            records = Arrays.copyOf(records, slot + 1);
            Arrays.fill(records, known, slot, NO_RECORDS);
        }
        gather(complete);
        records[slot] = complete;
    }

    /** Puts a state and value that nobody observed. */
    void derive(int slot, byte newState, long newValue) {
        state[first + slot] = newState;
        value[first + slot] = newValue;
    }

    /** States something other than a value: {@link #NONE} or {@link #DISPUTED}. */
    public void mark(int slot, byte newState, int day) {
        observe(slot, day);
        state[first + slot] = newState;
        disputed |= newState == DISPUTED;
    }

    private void observe(int slot, int day) {
        observed[first + slot] = day;
        oldest = Math.min(oldest, day);
    }

    /** Whether some fact here may have been observed before {@code day}. */
    boolean olderThan(int day) {
        return oldest < day;
    }

    /** Whether some fact of {@code records} may have been observed before {@code day}. */
    static boolean anyOlderThan(int day, Subject[] records) {
        boolean any = false;
        for (Subject record : records) {
            any |= record.olderThan(day);
        }
        return any;
    }

    /** The earliest day of observation among the facts whose slot has no bar; those barred have {@link #NO_DAY} there. */
    int oldest(int[] bars) {
        int earliest = NO_DAY;
        for (int slot = 0; slot < bars.length; slot++) {
            earliest = Math.min(earliest, Math.max(observed[first + slot], bars[slot]));
        }
        return earliest;
    }

    /** Lets the known fact in {@code slot} expire. */
    void expire(int slot) {
        if (known(slot)) {
            state[first + slot] = EXPIRED;
            expired = true;
        }
    }

    /** Counts what is disputed or expired in {@code record} as of this subject. */
    void include(Subject record) {
        disputed |= record.disputed;
        expired |= record.expired;
    }

    /** Whether some fact here or in a record may be disputed. */
    boolean disputed() {
        return disputed;
    }

    /** Whether some fact here or in a record has expired. */
    boolean expired() {
        return expired;
    }

    /** Forgets what is known of {@code slot}. */
    public void forget(int slot) {
        state[first + slot] = UNMEASURED;
        observed[first + slot] = NO_DAY;
    }

    /** True when {@code slot} holds a value or a "there is none" that counts. */
    boolean known(int slot) {
        byte known = state(slot);
        return known == VALUE || known == NONE;
    }
}
