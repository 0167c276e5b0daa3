package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.cli.Answer.run;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {"verify", "rebuild", "checkpoint", "publish --on 2026-11-01", "backup --out target/none.zip"})
    void a_misspelt_data_folder_is_not_made(String command) {
        Path folder = Path.of("target", "no-such-folder");
        Answer answer = run((command + " --data " + folder).split(" "));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains("There is no data folder", "--data");
        assertThat(folder).doesNotExist();
    }
}
