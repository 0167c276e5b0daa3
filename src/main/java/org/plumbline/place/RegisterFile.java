package org.plumbline.place;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
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
 * A file that can be read twice: once to see what it is, once for its rows.
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

    /** A file that is not on disk. */
    public static RegisterFile of(String name, byte[] content) {
        return new RegisterFile(name, () -> new ByteArrayInputStream(content));
    }

    /** A file that is packed with the program, such as /demo/register-minhang.csv. */
    public static RegisterFile packed(String resource) {
        return new RegisterFile(
                resource.substring(resource.lastIndexOf('/') + 1),
                () -> Objects.requireNonNull(RegisterFile.class.getResourceAsStream(resource), resource));
    }

    /**
     * What the file is.
     *
     * @param digest SHA-256 of the whole file as hexadecimal digits
     * @param charset the encoding of its text: UTF-8, or GB18030 where it is no UTF-8
     */
    record Kind(String digest, Charset charset) {}

    /**
     * Reads the file once to see what it is.
     *
     * @throws CharacterCodingException when the bytes are text in neither encoding
     */
    Kind kind() throws IOException {
        try {
            return new Kind(digest(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            // Chinese spreadsheet programs save CSV so.
            var chinese = Charset.forName("GB18030");
            return new Kind(digest(chinese), chinese);
        }
    }

    private String digest(Charset charset) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var reader = reader(new DigestInputStream(opening.open(), digest), charset)) {
                var buffer = CharBuffer.allocate(8192);
                while (reader.read(buffer) >= 0) buffer.clear();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * The file's text in the encoding that it has, a byte order mark at its start left out; the caller closes it.
     *
     * @throws CharacterCodingException when the bytes are text in no encoding that is read here
     */
    public Reader text() throws IOException {
        return text(kind().charset());
    }

    /** The file's text, a byte order mark at its start left out. */
    Reader text(Charset charset) {
        try {
            var reader = new BufferedReader(reader(opening.open(), charset));
            reader.mark(1);
            if (reader.read() != 0xFEFF) reader.reset();
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be read", e);
        }
    }

    private static Reader reader(InputStream bytes, Charset charset) {
        var strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(bytes, strict);
    }
}
