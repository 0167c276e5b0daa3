package org.plumbline.place;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Literals;
import org.plumbline.rulebook.Text;

/** What became of one row of an imported file. */
public sealed interface RowAnswer {
    /** Where the row stands; the first line also when the file as a whole is meant. */
    At at();

    /** Code of the place or site that the row is about; empty when it names none. */
    String code();

    /** The answer as one line for people, in a language: {@code zh} or {@code en}. */
    String message(String language);

    /**
     * Where a row stands.
     *
     * @param sheet sheet of a workbook; null in a text file
     * @param line row of the sheet, or line of the file that the row begins at, from 1
     */
    record At(@Nullable String sheet, long line) {
        /** The same for people, in a language. */
        public String in(String language) {
            boolean english = language.equals("en");
            String row = english ? "line " + line : "第" + line + "行";
            return sheet == null ? row : english ? "sheet " + sheet + " " + row : "工作表“" + sheet + "”" + row;
        }
    }

    /**
     * Recorded.
     *
     * @param at where it stands
     * @param code what it is about
     * @param what what changed
     */
    record Accepted(At at, String code, List<Text> what) implements RowAnswer {
        @Override
        public String message(String language) {
            return switch (language) {
                case "en" -> at.in(language) + ": " + code + " " + joined(language, "; ");
                default -> at.in(language) + "：" + code + " " + joined(language, "；");
            };
        }

        private String joined(String language, String between) {
            return what.stream().map(text -> text.in(language)).collect(Collectors.joining(between));
        }
    }

    /**
     * The register says so already.
     *
     * @param at where it stands
     * @param code what it is about
     */
    record Unchanged(At at, String code) implements RowAnswer {
        @Override
        public String message(String language) {
            return language.equals("en")
                    ? at.in(language) + ": " + code + " unchanged"
                    : at.in(language) + "：" + code + " 没有变化";
        }
    }

    /**
     * No answer to a row, but something of its sheet that somebody should look at.
     *
     * @param at where the sheet begins
     * @param what a sentence
     */
    record Noted(At at, Text what) implements RowAnswer {
        @Override
        public String code() {
            return "";
        }

        @Override
        public String message(String language) {
            return at.in(language) + (language.equals("en") ? ": " : "：") + what.in(language);
        }
    }

    /**
     * Not recorded.
     *
     * @param at where it stands
     * @param column the column at fault; empty when it is the row or the file
     * @param value what stood there
     * @param why what is wrong with it
     * @param remedy what to do
     */
    record Refused(At at, String column, String value, Text why, Text remedy) implements RowAnswer {
        private static final int LONGEST = 2000;

        @Override
        public String code() {
            return "";
        }

        @Override
        public String message(String language) {
            // What stood there may be a command to the terminal, or very long.
            return Literals.shown(line(language), LONGEST);
        }

        private String line(String language) {
            if (language.equals("en")) {
                var where = column.isEmpty() ? "" : column + " \"" + value + "\" ";
                return at.in(language) + ": refused, " + where + why.en() + ": " + remedy.en();
            }
            var where = column.isEmpty() ? "" : column + "“" + value + "”";
            return at.in(language) + "：未记录，" + where + why.zh() + "：" + remedy.zh();
        }
    }
}
