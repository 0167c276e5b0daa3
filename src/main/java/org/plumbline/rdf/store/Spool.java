package org.plumbline.rdf.store;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer before it is sent: small ones in memory, others in a temporary file. So the status is right whatever happens
 * while the query runs, and a slow reader holds neither a transaction nor one of the few places for queries.
 * For one thread at a time. Close it when the answer is sent: that removes the file.
 */
public final class Spool extends OutputStream {
    private static final int IN_MEMORY = 256 * 1024;

    private final long most;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream(4096);
    private @Nullable Path file;
    private @Nullable OutputStream disk;
    private long size;

    /** @param most bytes that may be written */
    public Spool(long most) {
        this.most = most;
    }

    /** Bytes written. */
    public long size() {
        return size;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** @throws StoppedQuery when the answer becomes larger than is allowed */
    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        size += count;
        if (size > most) {
            throw new StoppedQuery(
                    StoppedQuery.Limit.BYTES,
                    "The answer is larger than " + most / 1_000_000 + " MB. Use LIMIT and OFFSET, or take the dump.");
        }
        if (disk == null && size > IN_MEMORY) {
            disk = spill();
        }
        (disk == null ? memory : disk).write(bytes, from, count);
    }

    private OutputStream spill() throws IOException {
        file = Files.createTempFile("answer", null);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        memory.writeTo(out);
        memory = new ByteArrayOutputStream(0);
        return out;
    }

    /** Copies everything written to {@code out}; may be called once writing is done. */
    public void sendTo(OutputStream out) throws IOException {
        if (disk == null || file == null) {
            memory.writeTo(out);
        } else {
            disk.flush();
            Files.copy(file, out);
        }
    }

    /** Removes the file; an answer is never kept. */
    @Override
    public void close() {
        try {
            if (disk != null) {
                disk.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary file of an answer cannot be removed: " + file, e);
        }
    }
}
