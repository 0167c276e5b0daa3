package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.cli.Answer.run;

import org.junit.jupiter.api.Test;

/** Commands answer with 0, 1 or 2, and bad usage with one line that says where to look. */
class MainTest {
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
