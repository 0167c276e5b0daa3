package org.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the portal's own pages as a visitor would, so that the start-up cache knows the code they need. */
final class Visitor {
    private static final int PAGES = 60;
    /** Pages of one kind (/zh/site/…) use the same code: a few of each are enough. */
    private static final int PAGES_OF_A_KIND = 3;

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

    private final String address;

    Visitor(String address) {
        this.address = address;
    }

    /** Reads one page to its end; a refusal (404, 406 …) counts as an empty page. */
    String read(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        connection.setConnectTimeout(10_000);
        connection.setReadTimeout(60_000);
        if (connection.getResponseCode() >= 400) {
            return "";
        }
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Reads a page and what it links to within the portal, breadth first. */
    void follow(String first) throws IOException {
        Queue<String> wanted = new ArrayDeque<>(Set.of(first));
        Set<String> seen = new HashSet<>(wanted);
        Map<String, Integer> kinds = new HashMap<>();
        for (int i = 0; i < PAGES && !wanted.isEmpty(); i++) {
            LINK.matcher(read(wanted.remove()))
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link -> !link.startsWith("//") && seen.add(link))
                    .filter(link -> kinds.merge(kind(link), 1, Integer::sum) <= PAGES_OF_A_KIND)
                    .forEach(wanted::add);
        }
    }

    /** The first two path segments and the ending: "/zh/site" and "pdf" read /zh/site/310112001001-RS01.pdf. */
    private static String kind(String link) {
        String path = link.replaceFirst("\\?.*", "");
        String[] parts = path.split("/", 4);
        String ending = path.matches(".*\\.[a-z]+") ? path.substring(path.lastIndexOf('.')) : "";
        return parts[1] + "/" + (parts.length > 2 ? parts[2] : "") + ending;
    }
}
