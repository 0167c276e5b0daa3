package org.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LabelsTest {

    private static final Path FOLDER = Path.of("reports/assessment");

    @Test
    void both_languages_have_the_same_labels() throws IOException {
        assertThat(read("labels_zh.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        read("labels_en.properties").stringPropertyNames());
    }

    @Test
    void every_label_is_used() throws IOException {
        var used = new StringBuilder();
        for (var folder : new Path[] {FOLDER, Path.of("src/main/java/org/plumbline/report")}) {
            try (var files = Files.list(folder)) {
                for (var file : files.filter(f -> f.toString().matches(".*\\.(jrxml|java)"))
                        .toList()) {
                    used.append(Files.readString(file));
                }
            }
        }
        // "outcome." and "summary.trend." are followed by a value.
        assertThat(read("labels_zh.properties").stringPropertyNames())
                .allSatisfy(key -> assertThat(used)
                        .as("label %s: use it or remove it from both files", key)
                        .matches(Pattern.compile(
                                "(?s).*[{\"]" + key.replaceAll("^(outcome|summary\\.trend)\\..*", "$1.") + ".*")));
    }

    @Test
    void arguments_come_in_the_language_of_the_sentence() throws IOException {
        var words = Labels.of("reports/assessment").words("summary.range.same", new Words("四星", "Four stars"));
        assertThat(words.zh()).contains("四星").doesNotContain("Four");
        assertThat(words.en()).startsWith("Four stars,");
    }

    @Test
    void a_missing_label_is_an_error() throws IOException {
        var labels = Labels.of("reports/assessment");
        assertThatThrownBy(() -> labels.words("no.such.label")).isInstanceOf(MissingResourceException.class);
    }

    private static Properties read(String name) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }
}
