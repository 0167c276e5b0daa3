package org.plumbline.publication.view;

import java.util.List;
import org.plumbline.web.Choice;
import org.plumbline.web.Face;
import org.plumbline.web.Paging;

/**
 * A paged table of sites with what it can be narrowed and ordered by.
 *
 * @param rows the rows of this page
 * @param kinds options of the class filter, "all" first
 * @param bands options of the band filter, "all" first
 * @param orders options of the order: lowest score, highest score, most failed, name
 * @param paging which page this is
 * @param faces all its rows as data; empty when there are too many for a file
 */
public record SiteTable(
        List<SiteRow> rows,
        List<Choice> kinds,
        List<Choice> bands,
        List<Choice> orders,
        Paging paging,
        List<Face> faces) {}
