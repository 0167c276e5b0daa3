package org.plumbline.publication.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.web.Text;

/** The queries that the query page offers to begin with; each is also a test. */
final class QueryExamples {
    private static final String FILE = "examples.rq";

    private QueryExamples() {}

    /** A query and what it asks. */
    public record Example(Text title, String query) {}

    /** All of them, in the order of the file: parted by lines {@code ### Chinese | English}. */
    static List<Example> all() {
        List<Example> examples = new ArrayList<>();
        for (String part : text().split("(?m)^### ")) {
            if (!part.isBlank()) {
                String[] lines = part.split("\n", 2);
                String[] title = lines[0].split("\\|");
                examples.add(new Example(new Text(title[0].strip(), title[1].strip()), lines[1].strip()));
            }
        }
        return List.copyOf(examples);
    }

    private static String text() {
        try (var file = QueryExamples.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not beside " + QueryExamples.class.getName());
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }
}
