package org.plumbline.publication.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Text;

/**
 * An edition of a standard, as far as a heading needs it.
 *
 * @param standard folder of the standard: model-station
 * @param edition folder of the edition: 2026
 * @param number its number, illustrative for a model standard
 * @param title its title
 * @param documentType model standard, guiding technical document, regulation in own words …
 * @param validFrom first day in force
 * @param validTo last day in force; null = open
 */
public record Edition(
        String standard,
        String edition,
        String number,
        Text title,
        Text documentType,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Language-free address of the edition's page. */
    public String path() {
        return "/standard/" + standard + "/" + edition;
    }

    /** Value of the {@code edition} parameter that switches a page to this edition. */
    public String key() {
        return standard + "/" + edition;
    }

    /** Language-free address of one of its clauses. */
    public String clause(String number) {
        return path() + "/clause/" + number;
    }
}
