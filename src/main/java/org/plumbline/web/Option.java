package org.plumbline.web;

/**
 * Something to choose in a form. What is chosen by a link is a {@link Choice}.
 *
 * @param code what the form sends
 * @param name what it is called
 * @param chosen whether it is chosen now
 */
public record Option(String code, Text name, boolean chosen) {}
