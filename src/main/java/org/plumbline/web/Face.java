package org.plumbline.web;

/**
 * Another form of the same page: data or paper.
 *
 * @param name what is shown: JSON, Turtle, PDF
 * @param type media type, for {@code <link rel="alternate">}
 * @param href address as it stands, without a language
 */
public record Face(String name, String type, String href) {

    /** Address of a form of what stands at an address without a suffix; the address may have a query. */
    public static String at(String path, String suffix) {
        int query = path.indexOf('?');
        return query < 0 ? path + "." + suffix : path.substring(0, query) + "." + suffix + path.substring(query);
    }
}
