package org.plumbline.publication.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.plumbline.publication.page.SiteDumps.Month;

/**
 * The results of one edition in one month as a packed file, with a note beside it of what it holds.
 *
 * @param month the month, the publication and the edition
 * @param form how it is written
 * @param file where it is
 * @param bytes its size
 * @param rows sites, or quads, in it
 * @param sha256 its checksum, hexadecimal
 */
record MonthDump(Month month, Form form, Path file, long bytes, long rows, String sha256) {
    /** How a dump is written. */
    enum Form {
        CSV("csv", "CSV", "text/csv"),
        JSON_LD("jsonld", "JSON_LD", "application/ld+json"),
        N_QUADS("nq", "RDF_N_QUADS", "application/n-quads");

        private final String ending;
        private final String fileType;
        private final String mediaType;

        Form(String ending, String fileType, String mediaType) {
            this.ending = ending;
            this.fileType = fileType;
            this.mediaType = mediaType;
        }

        /** Its code in the EU's list of file types. */
        String fileType() {
            return fileType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** Its address below {@code /dump/}: {@code 2026-11/model-station-2026.csv.gz}. */
    public String path() {
        return path(month, form);
    }

    /** The address that a dump has, or would have. */
    static String path(Month month, Form form) {
        return month.month() + "/" + name(month, form);
    }

    private static String name(Month month, Form form) {
        return month.edition().replace('/', '-') + "." + form.ending + ".gz";
    }

    private static Path file(Path folder, Month month, Form form) {
        return folder.resolve("month-" + month.month() + "-" + name(month, form));
    }

    private static Path note(Path file) {
        return file.resolveSibling(file.getFileName() + ".txt");
    }

    /** The dump that was written of this publication. */
    static Optional<MonthDump> find(Path folder, Month month, Form form) throws IOException {
        Path file = file(folder, month, form);
        if (!Files.exists(file) || !Files.exists(note(file))) {
            return Optional.empty();
        }
        String[] noted = Files.readString(note(file)).strip().split(" ");
        return noted.length == 3 && noted[0].equals(named(month))
                ? Optional.of(new MonthDump(month, form, file, Files.size(file), Long.parseLong(noted[1]), noted[2]))
                : Optional.empty();
    }

    /** Writes the dump, whole or not at all. */
    static void write(Path folder, Month month, Form form, Packed.Rows content) throws IOException {
        Path file = file(folder, month, form);
        // A note of an earlier publication must not stand beside the new file.
        Files.deleteIfExists(note(file));
        Packed packed = Packed.write(file, content);
        Files.writeString(
                note(file), named(month) + " " + packed.rows() + " " + packed.sha256(), StandardCharsets.UTF_8);
    }

    /** Number and ledger of the publication: another database has another. */
    private static String named(Month month) {
        return month.publication().head() + "-" + month.publication().id();
    }
}
