package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What src/docs/visual-system.md promises about the style sheet and the templates, measured. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LooksTest {
    private static final Path STYLE = Path.of("src/main/resources/META-INF/resources/plumbline.css");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{3,6});");
    private static final Pattern UNSAFE = Pattern.compile(
            "\\sstyle=|<style|<script(?! (?:defer|type=\"module\") src=\"\\{p\\.file\\('[a-z./]+'\\)\\}\"></script>)|\\son[a-z]+=|(?:src|href)=\"(?:https?:)?//",
            Pattern.CASE_INSENSITIVE);

    @Test
    void text_reaches_4_5_to_1_in_light_and_dark() throws IOException {
        List<String> words = List.of("ink", "soft", "link", "brass", "passed", "failed", "cant", "untested-ink");
        for (boolean dark : new boolean[] {false, true}) {
            Map<String, String> colours = colours(dark);
            for (String word : words) {
                holds(colours, word, "paper", 4.5, dark);
            }
            holds(colours, "ink", "wash", 4.5, dark);
            holds(colours, "soft", "wash", 4.5, dark);
            holds(colours, "failed", "alert", 4.5, dark);
            holds(colours, "ink", "notice", 4.5, dark);
            holds(colours, "on5", "b5", 4.5, dark);
            holds(colours, "on3", "b3", 4.5, dark);
            holds(colours, "ink", "b1", 4.5, dark);
            holds(colours, "ink", "b2", 4.5, dark);
        }
    }

    @Test
    void marks_that_carry_meaning_reach_3_to_1() throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            Map<String, String> colours = colours(dark);
            for (String mark : List.of("passed", "failed", "cant", "strong", "b5", "b4", "b3", "brass")) {
                holds(colours, mark, "paper", 3, dark);
            }
        }
    }

    @Test
    void templates_have_no_inline_style_or_script_and_load_nothing_from_elsewhere() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(UNSAFE.matcher(Files.readString(file)).find())
                        .as(
                                file
                                        + " breaks the content security policy; use a class, an SVG attribute or a script of our own as {p.file('…')}")
                        .isFalse();
            }
        }
    }

    private static void holds(Map<String, String> colours, String front, String back, double least, boolean dark) {
        double one = luminance(colours.get(front));
        double two = luminance(colours.get(back));
        double ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
        assertThat(ratio)
                .as("--%s on --%s, %s", front, back, dark ? "dark" : "light")
                .isGreaterThanOrEqualTo(least);
    }

    private static Map<String, String> colours(boolean dark) throws IOException {
        String style = Files.readString(STYLE);
        int night = style.indexOf("@media (prefers-color-scheme: dark)");
        int end = style.indexOf("*, ::before", night);
        Map<String, String> colours = new HashMap<>();
        COLOUR.matcher(style.substring(0, night)).results().forEach(c -> colours.put(c.group(1), c.group(2)));
        if (dark) {
            COLOUR.matcher(style.substring(night, end)).results().forEach(c -> colours.put(c.group(1), c.group(2)));
        }
        return colours;
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private static double luminance(String hex) {
        String full = hex.length() == 4 ? hex.replaceAll("([0-9a-f])", "$1$1") : hex;
        double[] weight = {0.2126, 0.7152, 0.0722};
        double luminance = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(full.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            luminance += weight[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return luminance;
    }
}
