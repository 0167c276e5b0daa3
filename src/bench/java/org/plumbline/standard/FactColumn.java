package org.plumbline.standard;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Subject;

/** What many subjects state of one fact: two bytes for its state and day each, one to eight for its value. */
final class FactColumn {
    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);
    /** The state stands above the age in days. */
    private static final int AGE_BITS = 13;

    private static final int NO_AGE = (1 << AGE_BITS) - 1;

    final Fact fact;
    private final int width;
    private final long unit;
    private short[] seen;
    private byte[] values;

    FactColumn(Fact fact, int rows) {
        this.fact = fact;
        width = switch (fact.type()) {
            case BOOLEAN, CODE -> 1;
            case CODES, DATE, TEXT -> 2;
            case INTEGER, RECORDS -> 4;
            case DECIMAL -> 8;
        };
        unit = fact.type() == Datatype.INTEGER ? Micros.ONE : 1;
        seen = new short[rows];
        values = new byte[rows * width];
    }

    private static VarHandle view(Class<?> numbers) {
        return MethodHandles.byteArrayViewVarHandle(numbers, ByteOrder.nativeOrder());
    }

    /** Makes room for so many rows, or gives back what is too much. */
    void resize(int rows) {
        seen = Arrays.copyOf(seen, rows);
        values = Arrays.copyOf(values, rows * width);
    }

    /**
     * Keeps what a subject states.
     *
     * @param value its value, or what stands for it
     * @throws IllegalArgumentException when the column is too narrow for it
     */
    void set(int row, Subject from, long value) {
        int day = from.observed(fact.slot());
        int age = day == Subject.NO_DAY ? NO_AGE : MadeUpSites.ON_DAY - day;
        if (age < 0 || age > NO_AGE) {
            throw new IllegalArgumentException(fact.name() + " observed " + age + " days ago");
        }
        seen[row] = (short) (from.state(fact.slot()) << AGE_BITS | age);
        long small = value / unit;
        switch (width) {
            case 1 -> values[row] = (byte) small;
            case 2 -> SHORTS.set(values, row * 2, (short) small);
            case 4 -> INTS.set(values, row * 4, (int) small);
            default -> LONGS.set(values, row * 8, small);
        }
        if (value(row) != value) {
            throw new IllegalArgumentException(fact.name() + " is " + value + " in " + width + " bytes");
        }
    }

    /** The state, as {@link Subject} numbers them. */
    byte state(int row) {
        return (byte) ((seen[row] & 0xffff) >>> AGE_BITS);
    }

    /** The day of the observation, or {@link Subject#NO_DAY}. */
    int day(int row) {
        int age = seen[row] & NO_AGE;
        return age == NO_AGE ? Subject.NO_DAY : MadeUpSites.ON_DAY - age;
    }

    /** The value. */
    long value(int row) {
        return unit
                * switch (width) {
                    case 1 -> values[row];
                    case 2 -> (short) SHORTS.get(values, row * 2);
                    case 4 -> (int) INTS.get(values, row * 4);
                    default -> (long) LONGS.get(values, row * 8);
                };
    }

    /** Bytes taken. */
    long bytes() {
        return 2L * seen.length + values.length;
    }
}
