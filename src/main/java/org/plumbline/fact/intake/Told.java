package org.plumbline.fact.intake;

import org.plumbline.fact.Answer;
import org.plumbline.place.RowAnswer;

/**
 * What became of a row, as it is told and kept.
 *
 * @param number the row's place in the order of the file, from 1
 * @param kind the answer
 * @param subject code of the site or place; empty when the row names none
 * @param zh the answer as a sentence
 * @param en the same in English
 */
public record Told(long number, Kind kind, String subject, String zh, String en) {
    /** An answer. */
    public enum Kind {
        /** Recorded. */
        ACCEPTED,
        /** Recorded, with something to confirm. */
        WARNED,
        /** Recorded before. */
        UNCHANGED,
        /** Not recorded. */
        REFUSED;

        /** Its name in data and labels. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Told of(long number, Answer answer) {
        Kind kind = switch (answer) {
            case Answer.Accepted one -> Kind.ACCEPTED;
            case Answer.AcceptedWithWarning one -> Kind.WARNED;
            case Answer.Unchanged one -> Kind.UNCHANGED;
            case Answer.Refused one -> Kind.REFUSED;
        };
        return new Told(number, kind, answer.subject(), answer.message("zh"), answer.message("en"));
    }

    static Told of(long number, RowAnswer answer) {
        Kind kind = switch (answer) {
            case RowAnswer.Accepted one -> Kind.ACCEPTED;
            case RowAnswer.Noted one -> Kind.WARNED;
            case RowAnswer.Unchanged one -> Kind.UNCHANGED;
            case RowAnswer.Refused one -> Kind.REFUSED;
        };
        return new Told(number, kind, answer.code(), answer.message("zh"), answer.message("en"));
    }
}
