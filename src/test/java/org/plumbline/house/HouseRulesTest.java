package org.plumbline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sizes, names, captions and what no file may contain. Each failure lists the places and says what to do. */
class HouseRulesTest {
    private static final int MAIN_LINES = 300;
    private static final int TEST_LINES = 500;
    private static final Pattern NAME =
            Pattern.compile(".*(Manager|Helper|Utils?|Impl|Dto|DTO|Base|Handler|Processor)\\.java");
    private static final Set<String> PACKAGES =
            Set.of("api", "dto", "service", "util", "utils", "impl", "common", "model", "helper", "core", "misc");
    private static final Pattern CAPTION =
            Pattern.compile("(?s)\\A/\\*\\*\\s+\\S.*?[.。]\\s*\\*/\\s*@NullMarked\\s+package .*");
    private static final Pattern NOW = Pattern.compile(
            "\\b(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime|Year|YearMonth|MonthDay)\\.now\\(\\s*\\)"
                    + "|System\\.currentTimeMillis\\(|new (java\\.util\\.)?Date\\(\\)");
    // Put together from pieces, so that this file passes its own rule.
    private static final Pattern PLACES =
            Pattern.compile("(?<![\\w.])/(ro" + "ot|ho" + "me/\\w+|wo" + "rk/(main|shared))(/|\\b)" + "|repo1?\\.mav"
                    + "en|registry\\.np" + "mjs|deb\\.deb" + "ian|proxy\\.gol" + "ang|files\\.python" + "hosted");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    @Test
    void no_file_is_longer_than_it_may_be() {
        List<String> tooLong = Sources.java(path -> true).stream()
                .filter(path -> count(path) > (Sources.isMain(path) ? MAIN_LINES : TEST_LINES))
                .map(path -> Sources.ROOT.relativize(path) + ": " + count(path) + " lines")
                .toList();
        assertThat(tooLong)
                .as("at most %d lines (tests %d): split the file along its subjects", MAIN_LINES, TEST_LINES)
                .isEmpty();
    }

    @Test
    void names_say_what_a_thing_is() {
        assertThat(names(Sources.java(
                        path -> NAME.matcher(path.getFileName().toString()).matches())))
                .as(
                        "Manager, Helper, Util, Impl, Dto, Base, Handler, Processor say nothing: name the thing (Observation) or the"
                                + " work (Importer)")
                .isEmpty();
        assertThat(names(Sources.java(
                        path -> PACKAGES.contains(path.getParent().getFileName().toString()))))
                .as("packages are named by subject, never by layer: move these files to the package of their subject")
                .isEmpty();
    }

    @Test
    void every_package_has_a_caption_and_is_null_marked() {
        Set<Path> packages = Sources.java(Sources::isMain).stream()
                .map(Path::getParent)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> wrong = packages.stream()
                .map(folder -> folder.resolve("package-info.java"))
                .filter(info -> !Files.exists(info)
                        || !CAPTION.matcher(Sources.read(info)).matches())
                .map(info -> Sources.ROOT.relativize(info).toString())
                .toList();
        assertThat(wrong)
                .as("each package needs a package-info.java: a Javadoc caption of one sentence, then @NullMarked")
                .isEmpty();
    }

    @Test
    void time_comes_from_a_clock() {
        assertThat(Sources.lines(
                        Sources.java(Sources::isMain), line -> NOW.matcher(line).find()))
                .as(
                        "the time of day is an input: inject java.time.Clock and use now(clock), or take the date as a parameter")
                .isEmpty();
    }

    @Test
    void no_file_names_a_machine_or_a_registry() {
        assertThat(Sources.lines(Sources.text(), line -> PLACES.matcher(line).find()))
                .as(
                        "folders of one machine and hosts of package registries differ elsewhere: use a relative path or a setting")
                .isEmpty();
    }

    @Test
    void nothing_is_left_for_later() {
        assertThat(Sources.lines(
                        Sources.text(), line -> UNFINISHED.matcher(line).find()))
                .as("finish it now, or open an issue and delete the mark")
                .isEmpty();
    }

    @Test
    void settings_are_read_through_a_config_mapping() {
        assertThat(Sources.lines(Sources.java(Sources::isMain), line -> line.contains("@ConfigProp" + "erty")))
                .as("one @ConfigMapping interface per package, with Javadoc on each key (reason, unit, default)")
                .isEmpty();
    }

    private static long count(Path path) {
        return Sources.read(path).lines().count();
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream()
                .map(path -> Sources.ROOT.relativize(path).toString())
                .toList();
    }
}
