package org.plumbline.web;

import org.jspecify.annotations.Nullable;

/**
 * One option of a filter, order or switch. Options are links, so that a choice has an address and needs no script.
 *
 * @param label what it is called
 * @param path language-free address that makes the choice
 * @param current whether it is made now
 * @param count how many rows it would show; null = not counted
 */
public record Choice(
        Text label, String path, boolean current, @Nullable Long count) {}
