package org.plumbline.standard;

import java.util.List;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Subject;

/** The facts of many sites, or of their records of one kind, as a column for each fact: no object for each subject. */
final class FactColumns {
    /** Texts are few here: what stands in the column is a place in this list. Index 0 is the subject's own key. */
    private static final int OWN = 0;

    /** A row of a record fact holds where its records begin and, in these last bits, how many there are. */
    private static final int COUNT_BITS = 6;

    private final FactColumn[] columns;
    /** By column; null where it holds no records. */
    private final FactColumns[] records;

    private final List<String> texts;
    private final int slots;
    private int capacity;
    private int rows;

    /**
     * Empty columns.
     *
     * @param kind {@link Fact#SITE} or index of a kind of records
     * @param texts every text met, shared and growing
     */
    FactColumns(Rulebook rulebook, int kind, int capacity, List<String> texts) {
        this.texts = texts;
        this.capacity = capacity;
        slots = kind == Fact.SITE
                ? rulebook.siteSlots()
                : rulebook.kinds().get(kind).slots();
        columns = rulebook.facts().stream()
                .filter(fact -> fact.kind() == kind && fact.role() != Fact.Role.DERIVED)
                .map(fact -> new FactColumn(fact, capacity))
                .toArray(FactColumn[]::new);
        records = new FactColumns[columns.length];
        for (int i = 0; i < columns.length; i++) {
            Fact fact = columns[i].fact;
            records[i] = fact.type() == Datatype.RECORDS
                    ? new FactColumns(rulebook, fact.recordKind(), 2 * capacity, texts)
                    : null;
        }
    }

    /**
     * Adds a subject's facts as a row.
     *
     * @param own the text that stands for itself in each row, such as the site's code
     */
    void add(Subject from, String own) {
        if (rows == capacity) {
            resize(capacity * 2);
        }
        for (int i = 0; i < columns.length; i++) {
            FactColumn column = columns[i];
            int slot = column.fact.slot();
            long value = from.value(slot);
            String text = from.text(slot);
            if (text != null) {
                value = text.equals(own) ? OWN : 1 + index(text);
            } else if (records[i] != null) {
                Subject[] each = from.records(slot);
                value = (long) records[i].rows << COUNT_BITS | each.length;
                for (Subject record : each) {
                    records[i].add(record, record.id());
                }
            }
            column.set(rows, from, value);
        }
        rows++;
    }

    private int index(String text) {
        int known = texts.indexOf(text);
        if (known < 0) {
            texts.add(text);
        }
        return known < 0 ? texts.size() - 1 : known;
    }

    private void resize(int to) {
        capacity = to;
        for (FactColumn column : columns) {
            column.resize(to);
        }
    }

    /** Gives back what was reserved for more rows. */
    void trim() {
        resize(rows);
        for (FactColumns each : records) {
            if (each != null) {
                each.trim();
            }
        }
    }

    /**
     * The subject of a row.
     *
     * @param id what a record is called among those of its site; empty for the site
     * @param own the text that {@link #add} was given
     */
    Subject subject(int row, String id, String own) {
        Subject subject = new Subject(id, slots);
        for (int i = 0; i < columns.length; i++) {
            FactColumn column = columns[i];
            int slot = column.fact.slot();
            byte state = column.state(row);
            if (state == Subject.VALUE) {
                value(subject, i, row, own);
            } else if (state != Subject.UNMEASURED) {
                subject.mark(slot, state, column.day(row));
            }
        }
        return subject;
    }

    private void value(Subject subject, int index, int row, String own) {
        FactColumn column = columns[index];
        int slot = column.fact.slot();
        long value = column.value(row);
        switch (column.fact.type()) {
            case TEXT -> subject.put(slot, value == OWN ? own : texts.get((int) value - 1), column.day(row));
            case RECORDS -> {
                Subject[] each = new Subject[(int) value & (1 << COUNT_BITS) - 1];
                for (int i = 0; i < each.length; i++) {
                    String id = Integer.toString(i + 1);
                    each[i] = records[index].subject((int) (value >>> COUNT_BITS) + i, id, id);
                }
                subject.put(slot, each, column.day(row));
            }
            default -> subject.put(slot, value, column.day(row));
        }
    }

    /** Bytes taken. */
    long bytes() {
        long bytes = 0;
        for (int i = 0; i < columns.length; i++) {
            bytes += columns[i].bytes() + (records[i] == null ? 0 : records[i].bytes());
        }
        return bytes;
    }
}
