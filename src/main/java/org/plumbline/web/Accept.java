package org.plumbline.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Content negotiation by the {@code Accept} header (RFC 9110 section 12.5.1): the most specific range decides a type's quality,
 * the highest quality wins, and among equals the order in which the types are offered.
 */
public final class Accept {
    private record Range(String type, String subtype, int quality) {
        boolean covers(String offered) {
            int slash = offered.indexOf('/');
            return (type.equals("*") || type.equals(offered.substring(0, slash)))
                    && (subtype.equals("*") || subtype.equals(offered.substring(slash + 1)));
        }

        int precision() {
            return (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1);
        }
    }

    private Accept() {}

    /**
     * The media type to answer with.
     *
     * @param header the {@code Accept} header; empty accepts anything; ranges that cannot be read are passed over
     * @param offered media types on offer, the preferred one first, without parameters
     * @return empty if none is acceptable (406)
     */
    public static Optional<String> best(String header, List<String> offered) {
        List<Range> ranges = header.isBlank() ? List.of(new Range("*", "*", 1000)) : ranges(header);
        String best = null;
        int highest = 0;
        for (String type : offered) {
            int quality = quality(ranges, type);
            if (quality > highest) {
                best = type;
                highest = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether the sender would rather have a page than data: a browser does, most programs do not. */
    public static boolean page(String header) {
        return best(header, List.of("application/json", "text/html"))
                .filter("text/html"::equals)
                .isPresent();
    }

    private static int quality(List<Range> ranges, String type) {
        int quality = 0;
        int precision = -1;
        for (Range range : ranges) {
            if (range.precision() > precision && range.covers(type)) {
                quality = range.quality();
                precision = range.precision();
            }
        }
        return quality;
    }

    private static List<Range> ranges(String header) {
        List<Range> ranges = new ArrayList<>();
        for (String item : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = item.split(";", -1);
            String[] type = parts[0].strip().split("/");
            if (type.length == 2 && !type[0].isEmpty() && !type[1].isEmpty()) {
                ranges.add(new Range(type[0], type[1], weight(parts)));
            }
        }
        return ranges;
    }

    /** The weight in thousandths; 1000 without one, 0 if it cannot be read. */
    private static int weight(String[] parts) {
        return Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .filter(part -> part.startsWith("q="))
                .findFirst()
                .map(part -> part.substring(2).matches("[01](\\.[0-9]{0,3})?")
                        ? (int) Math.min(1000, Math.round(Double.parseDouble(part.substring(2)) * 1000))
                        : 0)
                .orElse(1000);
    }
}
