package org.plumbline.place;

/** What became of one row of an imported file. */
public sealed interface RowAnswer {
    /** Line of the file that the row begins at, from 1; 1 also when the file as a whole is meant. */
    long line();

    /** The answer as one line for people. */
    String message();

    /**
     * Recorded.
     *
     * @param line its line
     * @param code what it is about
     * @param what what changed
     */
    record Accepted(long line, String code, String what) implements RowAnswer {
        @Override
        public String message() {
            return "line " + line + ": " + code + " " + what;
        }
    }

    /**
     * The register says so already.
     *
     * @param line its line
     * @param code what it is about
     */
    record Unchanged(long line, String code) implements RowAnswer {
        @Override
        public String message() {
            return "line " + line + ": " + code + " unchanged";
        }
    }

    /**
     * Not recorded.
     *
     * @param line its line
     * @param column the column at fault; empty when it is the row or the file
     * @param value what stood there
     * @param why what is wrong with it
     * @param remedy what to do
     */
    record Refused(long line, String column, String value, String why, String remedy) implements RowAnswer {
        @Override
        public String message() {
            var where = column.isEmpty() ? "" : column + " \"" + value + "\" ";
            return "line " + line + ": refused, " + where + why + ": " + remedy;
        }
    }
}
