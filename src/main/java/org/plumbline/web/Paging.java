package org.plumbline.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One page of a long table.
 *
 * @param number this page, counted from 1
 * @param size rows a page
 * @param total rows in all
 * @param path language-free address with its other parameters, without {@code page}
 */
public record Paging(int number, int size, long total, String path) {
    /** Rows a page unless the address asks otherwise. */
    public static final int SIZE = 25;

    /** A page within what exists: a number out of range becomes the nearest page. */
    public Paging {
        size = Math.max(1, size);
        number = (int) Math.clamp((long) number, 1L, Math.max(1L, (total + size - 1) / size));
        path = without(path, "page");
    }

    /** Number of pages, at least one. */
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** Rows to skip, for the query. */
    public long offset() {
        return (long) (number - 1) * size;
    }

    /** First row shown, counted from 1; 0 if there is none. */
    public long from() {
        return total == 0 ? 0 : offset() + 1;
    }

    /** Last row shown. */
    public long to() {
        return Math.min(total, offset() + size);
    }

    /** Whether there is more than this page. */
    public boolean several() {
        return pages() > 1;
    }

    /** Whether a page stands before this one. */
    public boolean hasPrevious() {
        return number > 1;
    }

    /** Whether a page follows this one. */
    public boolean hasNext() {
        return number < pages();
    }

    /** Language-free address of the page before. */
    public String previous() {
        return with(path, "page", String.valueOf(number - 1));
    }

    /** Language-free address of the next page. */
    public String next() {
        return with(path, "page", String.valueOf(number + 1));
    }

    /** The address with a parameter set (its earlier value replaced), the others kept in order. */
    public static String with(String address, String name, String value) {
        return and(without(address, name), name, value);
    }

    /** The address with one more value of a parameter. */
    public static String and(String address, String name, String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return address + (address.contains("?") ? "&" : "?") + name + "=" + encoded;
    }

    /** The address without a parameter. */
    public static String without(String address, String name) {
        URI uri = URI.create(address);
        if (uri.getRawQuery() == null) {
            return address;
        }
        String kept = Arrays.stream(uri.getRawQuery().split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.equals(name) && !pair.startsWith(name + "="))
                .collect(Collectors.joining("&"));
        return uri.getRawPath() + (kept.isEmpty() ? "" : "?" + kept);
    }
}
