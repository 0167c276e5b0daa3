package org.plumbline.publication.view;

import java.util.List;
import org.plumbline.web.Text;

/**
 * A chapter of the readable standard.
 *
 * @param number chapter number
 * @param title chapter title
 * @param description what it is about, one sentence
 * @param clauses its clauses
 */
public record StandardChapter(String number, Text title, Text description, List<StandardClause> clauses) {}
