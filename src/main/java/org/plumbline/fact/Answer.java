package org.plumbline.fact;

import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.table.CellPlace;

/** What becomes of one row of a file. */
public sealed interface Answer {
    /** The row, or the cell that decided. */
    CellPlace place();

    /** Code of the site or place that the row is about, as written; empty when it names none. */
    String subject();

    /** The answer as one line for people; {@code language} is zh or en. */
    String message(String language);

    /** Everything in the row is taken. */
    record Accepted(CellPlace place, String subject) implements Answer {
        @Override
        public String message(String language) {
            return place + ": " + subject + (language.equals("en") ? " accepted" : " 已接受");
        }
    }

    /** Everything in the row is taken, and something in it is worth a second look. */
    record AcceptedWithWarning(CellPlace place, String subject, List<Problem> warnings) implements Answer {
        @Override
        public String message(String language) {
            String head = language.equals("en") ? " accepted; please confirm: " : " 已接受，请核对：";
            return place + ": " + subject + head + Answer.join(warnings, language);
        }
    }

    /** The record says all of it already; nothing was written. */
    record Unchanged(CellPlace place, String subject) implements Answer {
        @Override
        public String message(String language) {
            return place + ": " + subject + (language.equals("en") ? " unchanged, recorded before" : " 未变，此前已记录");
        }
    }

    /** Nothing of the row is taken. */
    record Refused(CellPlace place, String subject, List<Problem> problems) implements Answer {
        @Override
        public String message(String language) {
            String head = language.equals("en") ? "refused: " : "退回：";
            return head + Answer.join(problems, language);
        }
    }

    private static String join(List<Problem> problems, String language) {
        return problems.stream().map(problem -> problem.message(language)).collect(Collectors.joining(" | "));
    }
}
