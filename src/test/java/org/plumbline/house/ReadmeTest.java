package org.plumbline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's table of settings and the settings of the program are the same list. */
class ReadmeTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\|\\s*`(plumbline\\.[a-z0-9.\\-]+)`");

    @Test
    void every_setting_has_a_row_in_the_readme() {
        Set<String> missing = settings();
        missing.removeAll(documented());
        assertThat(missing)
                .as(
                        "settings without a row in README.md: add \"| `key` | default | what it is for |\" to the table of settings")
                .isEmpty();
    }

    @Test
    void every_row_in_the_readme_is_a_setting() {
        Set<String> stale = documented();
        stale.removeAll(settings());
        assertThat(stale)
                .as("rows of README.md for settings that no @ConfigMapping has: delete or correct the row")
                .isEmpty();
    }

    private static Set<String> documented() {
        Path readme = Sources.ROOT.resolve("README.md");
        if (!Files.exists(readme)) {
            return new TreeSet<>();
        }
        return ROW.matcher(Sources.read(readme))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> settings() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.plumbline").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(type -> type.reflect())
                        .flatMap(type ->
                                keys(type.getAnnotation(ConfigMapping.class).prefix(), type))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> keys(String prefix, Class<?> mapping) {
        return Stream.of(mapping.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .flatMap(method -> {
                    String key =
                            method.isAnnotationPresent(WithParentName.class) ? prefix : prefix + "." + name(method);
                    Class<?> type = method.getReturnType();
                    boolean group = type.isInterface() && type.getName().startsWith("org.plumbline");
                    return group ? keys(key, type) : Stream.of(key);
                });
    }

    private static String name(Method method) {
        WithName given = method.getAnnotation(WithName.class);
        return given != null
                ? given.value()
                : method.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
