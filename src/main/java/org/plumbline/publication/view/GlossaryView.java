package org.plumbline.publication.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Page;
import org.plumbline.web.Text;

/**
 * The glossary: the words of the portal in both languages. Address: {@code /glossary}.
 *
 * @param page the frame
 * @param groups terms that belong together
 * @param places the district and its streets, with their English names; empty before anything is published
 * @param tables the terms and the names as data; none before anything is published
 */
public record GlossaryView(Page page, List<Group> groups, List<Named> places, List<PageTable> tables) {
    /** Some terms under a heading. */
    public record Group(String id, Text name, List<Term> terms) {}

    /**
     * A term.
     *
     * @param id its anchor
     * @param source the document that sets the term; null when it is the portal's own
     */
    public record Term(
            String id, Text name, Text meaning, @Nullable String source) {}

    /**
     * The name of a place.
     *
     * @param english its English name, without a mark
     * @param automatic whether that was made from the characters as pinyin
     */
    public record Named(Place place, String english, boolean automatic) {}
}
