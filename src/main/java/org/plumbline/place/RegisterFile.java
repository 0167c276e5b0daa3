package org.plumbline.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A file that can be read twice: once for its digest and its encoding, once for its rows.
 *
 * @param name its name without the folder
 * @param opening opens it from the start
 */
public record RegisterFile(String name, Opening opening) {
    /** Opens a file from the start. */
    @FunctionalInterface
    public interface Opening {
        /** The file's bytes; the caller closes them. */
        InputStream open() throws IOException;
    }

    /** A file on disk. */
    public static RegisterFile of(Path path) {
        return new RegisterFile(path.getFileName().toString(), () -> Files.newInputStream(path));
    }

    /** A file that is packed with the program, such as /demo/register-minhang.csv. */
    public static RegisterFile packed(String resource) {
        return new RegisterFile(
                resource.substring(resource.lastIndexOf('/') + 1),
                () -> Objects.requireNonNull(RegisterFile.class.getResourceAsStream(resource), resource));
    }

    /**
     * SHA-256 of the whole file as hexadecimal digits.
     *
     * @throws CharacterCodingException when the bytes are not UTF-8
     */
    String digest() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var reader = reader(new DigestInputStream(opening.open(), digest))) {
                var buffer = CharBuffer.allocate(8192);
                while (reader.read(buffer) >= 0) buffer.clear();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The file's text, a byte order mark at its start left out. */
    Reader text() {
        try {
            var reader = new BufferedReader(reader(opening.open()));
            reader.mark(1);
            if (reader.read() != 0xFEFF) reader.reset();
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be read", e);
        }
    }

    private static Reader reader(InputStream bytes) {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(bytes, strict);
    }
}
