package org.plumbline.standard;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;

/**
 * The committees of a country and the names of its provinces.
 *
 * @param codes twelve digits each, in the order of the file
 * @param provinces names by the first two digits
 */
record Committees(long[] codes, String[] provinces) {
    /**
     * Reads gzipped CSV.
     *
     * @param register a row a committee, with a column {@code code}
     * @param divisions a row a division, with columns {@code code} (two digits for a province) and {@code name}
     */
    static Committees read(Path register, Path divisions) throws IOException {
        LongStream.Builder codes = LongStream.builder();
        try (CsvReader<NamedCsvRecord> rows = open(register)) {
            rows.forEach(row -> codes.add(Long.parseLong(row.getField("code"))));
        }
        String[] provinces = new String[100];
        try (CsvReader<NamedCsvRecord> rows = open(divisions)) {
            for (NamedCsvRecord row : rows) {
                String code = row.getField("code");
                if (code.length() == 2) {
                    provinces[Integer.parseInt(code)] = row.getField("name");
                }
            }
        }
        return new Committees(codes.build().toArray(), provinces);
    }

    private static CsvReader<NamedCsvRecord> open(Path file) throws IOException {
        InputStream bytes = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)));
        Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        return CsvReader.builder().ofNamedCsvRecord(text);
    }

    /** So many of them, evenly from all of the file. */
    long[] sample(int count) {
        return LongStream.range(0, count)
                .map(i -> codes[(int) (i * codes.length / count)])
                .toArray();
    }
}
