package org.plumbline.publication.dataset;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.plumbline.rdf.store.LinkedStore;

/**
 * The whole public dataset as one file, N-Quads in gzip, made once for each publication.
 *
 * @param publication number of the publication
 * @param file where it is
 * @param bytes its size
 * @param quads how many lines it has when unpacked
 * @param sha256 its checksum, hexadecimal
 */
record Dump(long publication, Path file, long bytes, long quads, String sha256) {
    /** Writes the dump of a store beside it, whole or not at all. */
    static Dump write(LinkedStore store, Path folder, long publication) throws IOException {
        Path file = folder.resolve("dump-" + publication + ".nq.gz");
        Packed packed = Packed.write(file, out -> {
            long[] lines = {0};
            store.dump(new FilterOutputStream(out) {
                @Override
                public void write(int b) throws IOException {
                    lines[0] += b == '\n' ? 1 : 0;
                    out.write(b);
                }

                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    for (int i = from; i < from + count; i++) {
                        lines[0] += bytes[i] == '\n' ? 1 : 0;
                    }
                    out.write(bytes, from, count);
                }
            });
            return lines[0];
        });
        Dump dump = new Dump(publication, file, Files.size(file), packed.rows(), packed.sha256());
        Files.writeString(note(folder), publication + " " + dump.quads() + " " + dump.sha256(), StandardCharsets.UTF_8);
        return dump;
    }

    /** The dump that an earlier run wrote of this publication. */
    static Optional<Dump> find(Path folder, long publication) throws IOException {
        Path file = folder.resolve("dump-" + publication + ".nq.gz");
        if (!Files.exists(note(folder)) || !Files.exists(file)) {
            return Optional.empty();
        }
        String[] noted = Files.readString(note(folder)).strip().split(" ");
        return noted.length == 3 && noted[0].equals(Long.toString(publication))
                ? Optional.of(new Dump(publication, file, Files.size(file), Long.parseLong(noted[1]), noted[2]))
                : Optional.empty();
    }

    private static Path note(Path folder) {
        return folder.resolve("dump.txt");
    }
}
