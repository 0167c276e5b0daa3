package org.plumbline.standard;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The subset of regular expressions that is matched in linear time and alike in Java, Jena and a browser: anchored, no
 * look-around, no back-references, no repeated group that holds a repetition, at most two open-ended repetitions.
 */
final class Patterns {
    private static final Pattern REPEAT = Pattern.compile("[*+]|\\{\\d*,\\d*\\}|\\{\\d+\\}|\\?");
    private static final Pattern REPEATED_GROUP_WITH_REPEAT =
            Pattern.compile("\\([^()]*(?:[*+]|\\{\\d*,)[^()]*\\)(?:[*+]|\\{)");

    private Patterns() {}

    /** What is wrong with a pattern, why and what to do; null when it is fine. */
    static @Nullable String fault(String regex) {
        String bare = regex.replaceAll("\\\\\\\\", "")
                .replaceAll("\\\\[^0-9kpP]", "x")
                .replaceAll("\\[[^\\]]*\\]", "x");
        if (!regex.startsWith("^") || !regex.endsWith("$") || topLevelChoice(bare)) {
            return "The pattern is not anchored, so that it would accept a text that only contains a match. Write ^…$ around "
                    + "the whole, a choice in (…|…).";
        }
        if (bare.replace("(?:", "(").contains("(?")) {
            return "Look-around and flags are not matched alike everywhere. Write what the text must be, not what must not be near.";
        }
        if (bare.matches(".*\\\\([0-9k]).*")) {
            return "A back-reference can make matching run very long. Write the repeated part out.";
        }
        if (REPEATED_GROUP_WITH_REPEAT.matcher(bare).find() || bare.matches(".*\\)[*+].*[*+]\\)[*+{].*")) {
            return "A repetition inside a repeated group can make matching run very long. Repeat single characters or classes only.";
        }
        long open = REPEAT.matcher(bare)
                .results()
                .filter(match -> !match.group().equals("?") && !match.group().matches("\\{\\d+\\}|\\{\\d*,\\d+\\}"))
                .count();
        if (open > 2) {
            return "Three or more open-ended repetitions can make matching run long. Bound them, such as {1,20}.";
        }
        try {
            Pattern.compile(regex);
            return null;
        } catch (PatternSyntaxException e) {
            return "The pattern cannot be read: " + e.getDescription() + ". Mend it at position " + e.getIndex() + ".";
        }
    }

    private static boolean topLevelChoice(String bare) {
        int depth = 0;
        for (char c : bare.toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '|' && depth == 0) {
                return true;
            }
        }
        return false;
    }
}
