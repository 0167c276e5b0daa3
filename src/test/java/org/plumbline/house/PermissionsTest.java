package org.plumbline.house;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.account.Actor;
import org.plumbline.account.Role;
import org.plumbline.account.SessionCookie;
import org.plumbline.account.Staff;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;

/** Every endpoint as every role, everywhere and at one place, against the table in src/docs/permissions.md. */
@QuarkusTest
class PermissionsTest {
    private static final String STREET = "860001001";
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::code).toList();

    @Inject
    Staff staff;

    @Inject
    RegisterImporter register;

    /** A street to hold roles at. */
    @BeforeEach
    void a_street() {
        String csv = "code,name,street_code,street_name\n" + STREET + "001,甲居委会," + STREET + ",甲街道\n";
        register.read(
                RegisterFile.of("register.csv", csv.getBytes(StandardCharsets.UTF_8)),
                new RegisterImporter.Terms(LocalDate.of(2020, 1, 1), Actor.program("test"), false),
                answer -> {});
    }

    @Test
    void every_endpoint_stands_in_the_table_and_every_row_is_an_endpoint() {
        assertThat(new TreeSet<>(table().keySet()))
                .as("src/docs/permissions.md: add or delete the rows that differ")
                .isEqualTo(endpoints());
    }

    @Test
    void every_endpoint_answers_every_role_as_the_table_says() {
        List<String> wrong = new ArrayList<>();
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String role : ROLES) {
            cookies.put(role, staff.cookie(staff.with(role)));
            cookies.put(role + "@", staff.cookie(staff.with(role + "@" + STREET)));
        }
        String stranger = staff.cookie(staff.with());
        table().forEach((endpoint, cells) -> {
            boolean open = cells.getFirst().equals("public");
            boolean signedIn = cells.getFirst().equals("signed in");
            check(wrong, endpoint, "nobody", open, ask(endpoint, null));
            if (signedIn && !ends(endpoint)) {
                check(wrong, endpoint, "somebody without a role", true, ask(endpoint, stranger));
            } else if (!open && !signedIn) {
                check(wrong, endpoint, "somebody without a role", false, ask(endpoint, stranger));
                for (int i = 0; i < ROLES.size(); i++) {
                    String role = ROLES.get(i);
                    String cell = cells.get(i);
                    check(wrong, endpoint, role, !cell.equals("–"), ask(endpoint, cookies.get(role)));
                    check(
                            wrong,
                            endpoint,
                            role + " of one street",
                            cell.equals("place"),
                            ask(endpoint, cookies.get(role + "@")));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void roles_name_acts_that_exist_and_every_role_is_a_column() {
        String head = Sources.read(Sources.ROOT.resolve("src/docs/permissions.md"))
                .lines()
                .filter(line -> line.startsWith("| endpoint |"))
                .findFirst()
                .orElseThrow();
        assertThat(cells(head).subList(1, ROLES.size() + 1)).isEqualTo(ROLES);
    }

    /** Whether asking would end the session that is asked with. */
    private static boolean ends(String endpoint) {
        return endpoint.contains("sign-out");
    }

    private static void check(List<String> wrong, String endpoint, String who, boolean allowed, int status) {
        // What is allowed may still be refused for what was sent: the samples name things that do not exist.
        boolean passed = status != 401 && status != 403 && status != -1;
        if (passed != allowed) {
            wrong.add(endpoint + " as " + who + " answered " + status + ", " + (allowed ? "open" : "closed")
                    + " expected");
        }
    }

    /** The status; -1 when one was led to where one signs in. */
    private static int ask(String endpoint, String cookie) {
        String[] parts = endpoint.split(" ");
        String path = parts[1].replace("{lang}", "zh").replaceAll("\\{[^}]+}", "0");
        RequestSpecification request = given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
        if (cookie != null) {
            request.cookie(SessionCookie.NAME, cookie);
        }
        if (parts[0].equals("POST") && path.startsWith("/api/erasures")) {
            request.contentType("application/json").body("{}");
        } else if (parts[0].equals("POST") && path.equals("/zh/work/imports")) {
            request.multiPart("kind", "facts");
        } else if (parts[0].equals("POST") && path.startsWith("/api/")) {
            request.contentType("text/csv").body("x");
        } else if (parts[0].equals("POST")) {
            request.formParam("none", "x");
        }
        var answer = request.request(parts[0], path);
        String location = answer.header("Location");
        boolean led = answer.statusCode() == 303 && location != null && location.contains("/sign-in?next=");
        return led ? -1 : answer.statusCode();
    }

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        Sources.read(Sources.ROOT.resolve("src/docs/permissions.md"))
                .lines()
                .filter(line -> line.matches("\\| (GET|POST|PUT|DELETE) .*"))
                .forEach(line -> {
                    List<String> cells = cells(line);
                    table.put(cells.getFirst(), cells.subList(1, cells.size()));
                });
        return table;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    /** Method and path of every endpoint of ours, with the patterns of parameters left out. */
    private static Set<String> endpoints() {
        Set<String> endpoints = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.plumbline").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(type -> type.reflect())
                        .forEach(type -> {
                            String root = type.getAnnotation(Path.class).value();
                            for (Method method : type.getDeclaredMethods()) {
                                String verb = verb(method);
                                if (verb != null) {
                                    Path path = method.getAnnotation(Path.class);
                                    endpoints.add(verb + " " + join(root, path == null ? "" : path.value()));
                                }
                            }
                        });
        return endpoints;
    }

    private static String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        assertThat(method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(POST.class))
                .isFalse();
        return null;
    }

    private static String join(String root, String path) {
        String joined = ("/" + root + "/" + path).replaceAll("\\{(\\w+):[^}]*(\\{[^}]*})?[^}]*}", "{$1}");
        String plain = joined.replaceAll("/+", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
