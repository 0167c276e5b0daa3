package org.plumbline.publication.view;

import java.util.List;
import org.plumbline.web.Face;

/**
 * A table of a page that can be had as data.
 *
 * @param key of the words that name it
 * @param faces its forms; none for one that is too long
 */
public record PageTable(String key, List<Face> faces) {}
