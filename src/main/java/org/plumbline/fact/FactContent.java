package org.plumbline.fact;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a file of facts states, and the answer to each of its rows.
 *
 * @param name name of the file
 * @param digest SHA-256 of the file, hexadecimal
 * @param text whether it is a CSV file of the form, so that its refused rows fit into one
 * @param faults heads that cannot be used; with any of them nothing is taken, and rows and statements are empty
 * @param notes what is told of the file as a whole: how it was read, and what of it is not recorded and why
 * @param rows the rows with their answers, in the order of the file
 * @param stated what the accepted rows state, one for each subject, day and source
 */
public record FactContent(
        String name,
        String digest,
        boolean text,
        List<Problem> faults,
        List<Problem> notes,
        List<Row> rows,
        List<Stated> stated) {
    /**
     * A row and its answer.
     *
     * @param sheet sheet of the form
     * @param cells of a row that is refused the texts as written, by name of the column, with day and source filled in where another
     *     row gives them; empty for the others, which nobody has to send again
     * @param answer what becomes of it
     */
    public record Row(FormSheet sheet, Map<String, String> cells, Answer answer) {}

    /**
     * What will be one submission.
     *
     * @param facts what is stated
     * @param sheet sheet of the first row that states it; null for a text file
     * @param row number of that row
     * @param rows indexes in {@link FactContent#rows} of all rows that state it
     */
    public record Stated(SiteFacts facts, @Nullable String sheet, int row, List<Integer> rows) {}

    /** The answers in the order of the file. */
    public List<Answer> answers() {
        return rows.stream().map(Row::answer).toList();
    }

    /** A line for each head and each row that cannot be taken, with all that is wrong in it; {@code language} is zh or en. */
    public List<String> refusals(String language) {
        Stream<List<Problem>> refused = rows.stream()
                .flatMap(
                        row -> row.answer() instanceof Answer.Refused bad ? Stream.of(bad.problems()) : Stream.empty());
        return Stream.concat(faults.stream().map(List::of), refused)
                .map(problems -> problems.stream()
                        .map(problem -> problem.message(language))
                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    /** How many rows were refused. */
    public long refused() {
        return rows.stream()
                .filter(row -> row.answer() instanceof Answer.Refused)
                .count();
    }
}
