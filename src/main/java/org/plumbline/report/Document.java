package org.plumbline.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What every printed file says of itself, whatever is in it.
 *
 * @param title what kind of paper it is
 * @param number its number, such as 闵党建评〔2026〕12号
 * @param issuer the office that issues it
 * @param about the site, place or standard it is about
 * @param code code of that
 * @param onDate date that it holds for; the file carries it as its own date, so that the same paper has the same bytes
 * @param assessed whether that is the date of an assessment, which stands on every page
 * @param attachment name of the file with the data
 * @param attachmentSays what the file with the data is
 * @param data content of that file, JSON-LD in UTF-8
 * @param synthetic the sentence printed on every page when the facts are not real, else null
 */
record Document(
        Words title,
        String number,
        Words issuer,
        Words about,
        String code,
        LocalDate onDate,
        boolean assessed,
        String attachment,
        String attachmentSays,
        String data,
        @Nullable Words synthetic) {
    /** Name of the data of a site's assessment. */
    static final String ASSESSMENT = "assessment.jsonld";

    /** Whether it is the assessment of a site, which can be repeated from its data. */
    boolean assessment() {
        return attachment.equals(ASSESSMENT);
    }

    /** What stands at the foot of every page, as styled text. */
    String foot(Labels labels) {
        // The name comes last, for what does not fit on the line is cut off.
        return (assessed ? labels.words("page.date").inline(6.5) + " " + onDate : Words.escape(number)) + "   ·   "
                + about.inline(6.5);
    }

    /** What a reader's window and a search result show. */
    String name() {
        return new Words(named(title.zh(), " ", about.zh()), named(title.english(), ": ", about.english())).plain();
    }

    /** A name that begins with the kind of paper says it once. */
    private static String named(String title, String between, String about) {
        return about.startsWith(title) ? about : title + between + about;
    }
}
