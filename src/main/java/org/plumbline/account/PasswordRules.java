package org.plumbline.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password must be: long rather than strange (NIST SP 800-63B section 5.1.1.2), of more than one kind of character (GB/T
 * 22239 asks for complexity), and none of those that everybody tries first.
 */
public final class PasswordRules {
    /** Shortest password, in characters. */
    public static final int SHORTEST = 12;

    /** Longest password, in characters: Argon2 takes any length, a server should not. */
    public static final int LONGEST = 128;

    private static final Set<String> WORDS = Set.of(
            "password",
            "passw0rd",
            "qwerty",
            "asdfgh",
            "zxcvbn",
            "1q2w3e",
            "qazwsx",
            "admin",
            "letmein",
            "welcome",
            "iloveyou",
            "woaini",
            "5201314",
            "1314520",
            "123456",
            "654321",
            "111111",
            "000000",
            "888888",
            "666666",
            "abc123",
            "plumbline",
            "zhunsheng",
            "shanghai",
            "minhang",
            "dangqun");

    private PasswordRules() {}

    /**
     * The first rule that a password breaks, by the key of its words in the portal's labels; empty when it is fine.
     *
     * @param login the login it is for, which it may not hold
     */
    public static Optional<String> broken(String password, String login) {
        int length = password.codePointCount(0, password.length());
        String small = password.toLowerCase(Locale.ROOT);
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("password.length");
        }
        if (!login.isEmpty() && small.contains(login)) {
            return Optional.of("password.login");
        }
        if (kinds(password) < 2 || password.codePoints().distinct().count() < 6) {
            return Optional.of("password.kinds");
        }
        return common(small) ? Optional.of("password.common") : Optional.empty();
    }

    /** Whether little is left when the words that are tried first are taken away. */
    private static boolean common(String small) {
        String rest = small;
        for (String word : WORDS) {
            rest = rest.replace(word, "");
        }
        return rest.length() < small.length() && rest.length() < SHORTEST / 2;
    }

    private static long kinds(String password) {
        return List.of("\\p{Ll}", "\\p{Lu}", "\\p{Nd}", "\\p{Lo}", "[^\\p{L}\\p{Nd}]").stream()
                .filter(kind ->
                        java.util.regex.Pattern.compile(kind).matcher(password).find())
                .count();
    }
}
