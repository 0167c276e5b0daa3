package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Commands answer with 0, 1 or 2, and bad usage with one line that says where to look. */
class MainTest {
    private record Answer(int code, String out, String err) {}

    private static Answer run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = Main.run(args);
            return new Answer(code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Test
    void without_a_command_it_lists_them() {
        Answer answer = run();
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("serve");
    }

    @Test
    void an_unknown_command_is_bad_usage() {
        Answer answer = run("sevre");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().lines()).hasSize(1);
    }

    @Test
    void a_misspelt_option_is_bad_usage() {
        Answer answer = run("serve", "--prot=1");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains("plumbline help serve");
    }
}
