package org.plumbline.publication.view;

import java.util.List;
import org.plumbline.web.Option;
import org.plumbline.web.Page;
import org.plumbline.web.Text;

/**
 * Streets or sites side by side. Addresses: {@code /compare?street=…&street=…&class=RS}, {@code /compare?site=…&site=…}.
 *
 * @param page the frame
 * @param edition key of the edition
 * @param peers whom they are compared with, and what of, in a sentence
 * @param columns those compared, the group they belong to last
 * @param groups rows under headings
 * @param left why something that was asked for is left out, a sentence each
 * @param sites whether sites are compared and not streets
 * @param streets the streets to choose from
 * @param kinds the classes to choose from
 */
public record CompareView(
        Page page,
        String edition,
        String peers,
        List<Column> columns,
        List<Group> groups,
        List<String> left,
        boolean sites,
        List<Option> streets,
        List<Option> kinds) {

    /**
     * One of those compared.
     *
     * @param code its code; empty for the group
     */
    public record Column(String code, Text name, String path) {}

    /** Rows under a heading; a group without rows is not there. */
    public record Group(Text title, List<Row> rows) {}

    /**
     * What is compared.
     *
     * @param path language-free address of what it is about; empty for none
     * @param cells in the order of the columns
     */
    public record Row(Text label, String path, List<Cell> cells) {}

    /**
     * How it is with one of them.
     *
     * @param shown in the page's language
     * @param note what has to be known with it; empty for nothing
     * @param outcome EARL term where it is the outcome of a clause; empty for anything else
     */
    public record Cell(String shown, String note, String outcome) {
        /** Plain words. */
        public static Cell of(String shown) {
            return new Cell(shown, "", "");
        }
    }
}
