package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LabelsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private static final Pattern SAID = Pattern.compile("p\\.say\\('([^']+)'");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(Labels.keys(Lang.EN)).isEqualTo(Labels.keys(Lang.ZH));
    }

    @Test
    void both_languages_use_the_same_places() {
        for (String key : Labels.keys(Lang.ZH)) {
            assertThat(places(Labels.say(Lang.EN, key))).as(key).isEqualTo(places(Labels.say(Lang.ZH, key)));
        }
    }

    @Test
    void every_key_that_a_template_says_exists() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                SAID.matcher(Files.readString(file))
                        .results()
                        .forEach(said -> assertThat(Labels.keys(Lang.ZH))
                                .as(file + " says '" + said.group(1) + "'; add it to both label files")
                                .contains(said.group(1)));
            }
        }
    }

    @Test
    void values_are_put_in_literally() {
        assertThat(Labels.say(Lang.ZH, "sites.found", "{1}", "3")).contains("3").doesNotContain("{0}");
        assertThat(Labels.say(Lang.EN, "paging.at", 2, 7)).isEqualTo("Page 2 of 7");
    }

    @Test
    void a_missing_word_is_an_error_and_not_a_blank() {
        assertThatThrownBy(() -> Labels.say(Lang.EN, "no.such")).hasMessageContaining("labels_en.properties");
    }

    private static Set<String> places(String words) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(words).results().forEach(place -> places.add(place.group()));
        return places;
    }
}
