package org.plumbline.web;

/**
 * A step of the way from the district down to this page.
 *
 * @param label what stands in the trail
 * @param path language-free address
 */
public record Crumb(Text label, String path) {}
