package org.plumbline.standard;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random expression of the allowed grammar, over facts by kind: B(oolean), I(nteger), D(ecimal), T (date). */
final class RandomExpression {
    private final Random random;
    private final Map<Character, List<String>> facts;
    private boolean divided;

    RandomExpression(Random random, Map<Character, List<String>> facts) {
        this.random = random;
        this.facts = facts;
    }

    /** An expression that yields a boolean, an integer, or a decimal which may be a fraction. */
    String of(char kind) {
        return switch (kind) {
            case 'B' -> logical(2);
            case 'I' -> whole(2);
            default -> random.nextInt(3) > 0 ? fraction() : exact(2);
        };
    }

    private String fraction() {
        if (divided) {
            return exact(1);
        }
        divided = true;
        String quotient = "(" + dividend() + ") / (" + dividend() + ")";
        return switch (random.nextInt(4)) {
            case 0 -> "ABS(" + quotient + ")";
            case 1 -> "IF(" + logical(1) + ", " + quotient + ", " + exact(1) + ")";
            default -> quotient;
        };
    }

    /** Small enough for a division in 64 bits. */
    private String dividend() {
        return switch (random.nextInt(4)) {
            case 0 -> fact('D');
            case 1 -> fact('D') + " + " + fact('D');
            case 2 -> fact('I') + " * 100";
            default -> whole(1);
        };
    }

    private String exact(int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? random.nextInt(9) + ".25" : fact(random.nextBoolean() ? 'D' : 'I');
        }
        return switch (random.nextInt(6)) {
            case 0 -> "(" + exact(depth - 1) + " + " + exact(depth - 1) + ")";
            case 1 -> "(" + exact(depth - 1) + " - " + whole(depth - 1) + ")";
            case 2 -> "(" + fact('D') + " * " + fact('D') + ")";
            case 3 -> "COALESCE(" + exact(depth - 1) + ", " + exact(depth - 1) + ", 7)";
            case 4 -> "IF(" + logical(depth - 1) + ", " + exact(depth - 1) + ", " + whole(depth - 1) + ")";
            default -> whole(depth);
        };
    }

    private String whole(int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? Integer.toString(random.nextInt(9)) : fact('I');
        }
        return switch (random.nextInt(7)) {
            case 0 -> "(" + whole(depth - 1) + " * " + whole(depth - 1) + ")";
            case 1 -> rounded() + "(" + fact('D') + ")";
            case 2 -> divided ? "ABS(" + whole(depth - 1) + ")" : rounded() + "(" + fraction() + ")";
            case 3 -> "fn:monthsBegun(" + date() + ", " + date() + ")";
            case 4 -> (random.nextBoolean() ? "fn:days(" : "fn:workingDays(") + date() + ", ?onDate)";
            case 5 -> "IF(" + logical(depth - 1) + ", " + whole(depth - 1) + ", " + whole(depth - 1) + ")";
            default -> "(" + whole(depth - 1) + " - " + whole(depth - 1) + ")";
        };
    }

    private String logical(int depth) {
        if (depth == 0) {
            return random.nextInt(4) == 0 ? "BOUND(" + fact(random.nextBoolean() ? 'I' : 'T') + ")" : fact('B');
        }
        return switch (random.nextInt(7)) {
            case 0 -> "(" + logical(depth - 1) + " && " + logical(depth - 1) + ")";
            case 1 -> "(" + logical(depth - 1) + " || " + logical(depth - 1) + ")";
            case 2 -> "!(" + logical(depth - 1) + ")";
            case 3 -> "(" + date() + comparison() + date() + ")";
            case 4 -> "(" + fact('I') + " IN (1, " + fact('I') + ", 3))";
            case 5 -> "(" + (divided ? exact(1) : fraction()) + comparison() + random.nextInt(5) + ".5)";
            default -> "(" + exact(depth - 1) + comparison() + whole(depth - 1) + ")";
        };
    }

    private String rounded() {
        return List.of("CEIL", "FLOOR", "ROUND").get(random.nextInt(3));
    }

    private String comparison() {
        return List.of(" < ", " <= ", " > ", " >= ", " = ", " != ").get(random.nextInt(6));
    }

    private String date() {
        return random.nextInt(4) == 0 ? "?onDate" : fact('T');
    }

    private String fact(char kind) {
        List<String> known = facts.getOrDefault(kind, List.of());
        return known.isEmpty() ? kind == 'B' ? "true" : "2" : "?" + known.get(random.nextInt(known.size()));
    }
}
