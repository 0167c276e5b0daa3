package org.plumbline.web;

/**
 * Another form of the same page: data or paper.
 *
 * @param name what is shown: JSON, Turtle, PDF
 * @param type media type, for {@code <link rel="alternate">}
 * @param href address as it stands, without a language
 */
public record Face(String name, String type, String href) {}
