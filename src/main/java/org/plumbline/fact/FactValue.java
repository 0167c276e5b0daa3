package org.plumbline.fact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plumbline.rulebook.Micros;

/** What was observed of one fact. Absence from a map of facts always means that nobody looked. */
public sealed interface FactValue {
    /** Looked, there is none (经查没有). */
    enum None implements FactValue {
        NONE
    }

    /** Yes or no. */
    record Truth(boolean value) implements FactValue {}

    /** A number in millionths, see {@link Micros}. */
    record Amount(long micros) implements FactValue {}

    /** A day. */
    record Day(LocalDate value) implements FactValue {}

    /** A text, in normal form C and trimmed. */
    record Wording(String value) implements FactValue {}

    /** Codes of the fact's list, in alphabetical order; exactly one for a fact that is not many-valued. */
    record Codes(List<String> codes) implements FactValue {
        public Codes {
            codes = List.copyOf(new TreeSet<>(codes));
        }
    }

    /** The complete set of nested records by key, or, of a keyed series, those reported; each with its facts by name. */
    record Records(SortedMap<String, SortedMap<String, FactValue>> records) implements FactValue {}

    /** Looked, there is none. */
    static FactValue none() {
        return None.NONE;
    }

    /** Yes or no. */
    static FactValue of(boolean value) {
        return new Truth(value);
    }

    /** A plain decimal such as 480.5; {@link NumberFormatException} for anything else. */
    static FactValue number(String decimal) {
        return new Amount(Micros.parse(decimal));
    }

    /** A whole number. */
    static FactValue number(long whole) {
        return new Amount(Math.multiplyExact(whole, Micros.ONE));
    }

    /** A day. */
    static FactValue of(LocalDate day) {
        return new Day(day);
    }

    /** A text. */
    static FactValue text(String text) {
        return new Wording(text);
    }

    /** One code. */
    static FactValue code(String code) {
        return new Codes(List.of(code));
    }

    /** A set of codes; none of them means {@link #none}. */
    static FactValue codes(Collection<String> codes) {
        return codes.isEmpty() ? none() : new Codes(List.copyOf(codes));
    }

    /** A set of nested records by key; none of them means {@link #none}. */
    static FactValue records(SortedMap<String, SortedMap<String, FactValue>> records) {
        return records.isEmpty() ? none() : new Records(new TreeMap<>(records));
    }
}
