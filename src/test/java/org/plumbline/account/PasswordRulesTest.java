package org.plumbline.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {
    @ParameterizedTest
    @CsvSource({
        "abcdefghij1,password.length",
        "li.ming-is-here-1,password.login",
        "abcdefghijklm,password.kinds",
        "aaaaaaaaaaa1,password.kinds",
        "password12345,password.common",
        "woaini1314520,password.common",
        "Plumbline2026,password.common",
    })
    void a_password_that_is_guessed_first_is_refused(String password, String rule) {
        assertThat(PasswordRules.broken(password, "li.ming")).hasValue(rule);
    }

    @ParameterizedTest
    @CsvSource({"seven green lamps", "桥下第三盏灯在雨里亮着呢。", "correct-horse-battery", "Xq7vw2Lmz90r"})
    void a_long_one_that_nobody_thinks_of_is_fine(String password) {
        assertThat(PasswordRules.broken(password, "li.ming")).isEmpty();
    }

    @Test
    void longest_and_shortest_are_allowed() {
        String twelve = "ab1cd2ef3gh4";
        assertThat(PasswordRules.broken(twelve, "")).isEmpty();
        assertThat(PasswordRules.broken(twelve.substring(1), "")).hasValue("password.length");
        String long128 = "ab1cd2ef".repeat(16);
        assertThat(PasswordRules.broken(long128, "")).isEmpty();
        assertThat(PasswordRules.broken(long128 + "x", "")).hasValue("password.length");
    }

    @Test
    void a_hash_states_its_parameters_and_fits_only_its_password() {
        String hash = Passwords.hash("seven green lamps");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Passwords.hash("seven green lamps")).isNotEqualTo(hash);
        assertThat(Passwords.matches("seven green lamps", hash)).isTrue();
        assertThat(Passwords.matches("seven green lampS", hash)).isFalse();
    }
}
