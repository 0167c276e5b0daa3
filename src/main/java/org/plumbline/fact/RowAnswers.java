package org.plumbline.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.plumbline.fact.FactContent.Row;
import org.plumbline.fact.FactContent.Stated;

/**
 * The answers to the rows of a file, told in the order of rows, each as soon as everything that the row states is recorded: an
 * answer is a promise.
 */
final class RowAnswers {
    private final FactContent content;
    private final Consumer<Answer> listener;
    /** By row how many submissions that it is part of are not recorded yet. */
    private final int[] open;
    /** By row whether it is part of any, and whether the ledger had all of them. */
    private final boolean[] known;

    private final List<Row> told = new ArrayList<>();

    RowAnswers(FactContent content, Consumer<Answer> listener) {
        this.content = content;
        this.listener = listener;
        open = new int[content.rows().size()];
        known = new boolean[open.length];
        content.stated()
                .forEach(stated -> stated.rows().forEach(row -> {
                    open[row]++;
                    known[row] = true;
                }));
    }

    /** The file as it was read. */
    FactContent read() {
        return content;
    }

    /** A submission is in the ledger, for good; {@code isNew} when it was not before. */
    void recorded(Stated stated, boolean isNew) {
        for (int row : stated.rows()) {
            open[row]--;
            known[row] &= !isNew;
        }
    }

    /** Tells what can be told by now. */
    void tell() {
        while (told.size() < open.length && open[told.size()] == 0) {
            Row row = row(told.size());
            told.add(row);
            listener.accept(row.answer());
        }
    }

    private Row row(int index) {
        Row row = content.rows().get(index);
        Answer answer = row.answer();
        return known[index]
                ? new Row(row.sheet(), row.cells(), new Answer.Unchanged(answer.place(), answer.subject()))
                : row;
    }

    /** What became of the file, once all is told; {@code added} submissions are new in the ledger. */
    FactImporter.Imported imported(long added) {
        long accepted = 0;
        long warned = 0;
        long unchanged = 0;
        long refused = 0;
        for (Row row : told) {
            switch (row.answer()) {
                case Answer.Accepted one -> accepted++;
                case Answer.AcceptedWithWarning one -> warned++;
                case Answer.Unchanged one -> unchanged++;
                case Answer.Refused one -> refused++;
            }
        }
        return new FactImporter.Imported(
                added, content.stated().size() - added, accepted, warned, unchanged, refused, content());
    }

    /** The file with its final answers. */
    private FactContent content() {
        return new FactContent(
                content.name(),
                content.digest(),
                content.text(),
                content.faults(),
                content.notes(),
                told,
                content.stated());
    }
}
