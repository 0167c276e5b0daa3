package org.plumbline.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of the portal's own files, each with the beginning of its hash, so that a browser never shows an old one. */
final class Assets {
    /** The style sheet of every page. */
    static final String STYLE = versioned("plumbline.css");

    /** What pages of work need beside it. */
    static final String WORK_STYLE = versioned("work.css");

    private static final Map<String, String> OTHERS = new ConcurrentHashMap<>();

    private Assets() {}

    /** The address of a file that few pages need; only templates name it, so that there are few. */
    static String of(String name) {
        return OTHERS.computeIfAbsent(name, Assets::versioned);
    }

    private static String versioned(String name) {
        try (var bytes = Assets.class.getResourceAsStream("/META-INF/resources/" + name)) {
            if (bytes == null) {
                throw new IllegalStateException(name + " is not among the resources in META-INF/resources");
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes());
            return "/" + name + "?v=" + HexFormat.of().formatHex(hash, 0, 4);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
