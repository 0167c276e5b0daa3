package org.plumbline.fact.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.mapping.Mapping.Conversion;
import org.plumbline.rulebook.Text;
import org.plumbline.table.TableCell;

/** The texts of somebody's cells as those that the form wants. */
final class Cells {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d+)?");
    /** Decimals that a number keeps. */
    private static final int KEPT = 6;

    private static final int MOST_DIGITS = 30;

    private Cells() {}

    /**
     * A cell understood.
     *
     * @param text its text for the form, empty when nothing stands there
     * @param wrong why it cannot be understood; null when it can
     */
    record Read(String text, @Nullable Text wrong) {
        private static Read of(String text) {
            return new Read(text, null);
        }
    }

    /** Reads a cell; null stands for one that is not there. */
    static Read read(Conversion how, @Nullable TableCell cell) {
        String text = cell == null ? "" : plain(cell.text());
        boolean error = cell != null && cell.kind() == TableCell.Kind.ERROR;
        if (text.isEmpty() && !error
                || how.nulls().stream().anyMatch(none -> plain(none).equals(text))) {
            String otherwise = how.otherwise();
            return Read.of(otherwise == null ? "" : otherwise);
        }
        if (error || cell == null) {
            return Read.of(text.isEmpty() ? "#" : text);
        }
        if (!how.codes().isEmpty()) {
            return codes(how, text);
        }
        if (!how.yes().isEmpty()) {
            return truth(how.yes(), text);
        }
        if (how.dates() != null && cell.kind() != TableCell.Kind.DATE) {
            return date(how.dates(), text);
        }
        if (how.factor() != null) {
            return product(how.factor(), text);
        }
        String separator = how.separator();
        return Read.of(separator == null ? cell.text() : String.join("; ", split(text, separator)));
    }

    private static Read codes(Conversion how, String text) {
        StringBuilder codes = new StringBuilder();
        for (String part : split(text, how.separator())) {
            Optional<String> code = how.codes().entrySet().stream()
                    .filter(entry -> folded(entry.getKey()).equals(folded(part)))
                    .map(Map.Entry::getValue)
                    .findFirst();
            if (code.isEmpty()) {
                String known = String.join("、", how.codes().keySet());
                return new Read(
                        text,
                        new Text(
                                "“" + part + "”不在映射的代码里。认得的有 " + known + "。",
                                "\"" + part + "\" is none of the codes that the mapping knows: there are " + known
                                        + "."));
            }
            codes.append(codes.isEmpty() ? "" : "; ").append(code.get());
        }
        return Read.of(codes.toString());
    }

    private static Read truth(List<String> words, String text) {
        for (int i = 0; i < words.size(); i++) {
            if (folded(words.get(i)).equals(folded(text))) {
                return Read.of(i == 0 ? "yes" : "no");
            }
        }
        return new Read(
                text,
                new Text(
                        "“" + text + "”既不是“" + words.get(0) + "”也不是“" + words.get(1) + "”。",
                        "\"" + text + "\" is neither \"" + words.get(0) + "\" nor \"" + words.get(1) + "\"."));
    }

    private static Read date(String format, String text) {
        try {
            DateTimeFormatter pattern = DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
            return Read.of(LocalDate.parse(text, pattern).toString());
        } catch (DateTimeException e) {
            return new Read(
                    text,
                    new Text(
                            "“" + text + "”不是写成 " + format + " 的日期。",
                            "\"" + text + "\" is no date written as " + format + "."));
        }
    }

    private static Read product(BigDecimal factor, String text) {
        Optional<BigDecimal> number = number(text);
        return number.map(one -> Read.of(written(one.multiply(factor))))
                .orElseGet(() -> new Read(
                        text,
                        new Text(
                                "“" + text + "”不是数字，无法按 " + factor.toPlainString() + " 换算。",
                                "\"" + text + "\" is no number, so that it cannot be multiplied by "
                                        + factor.toPlainString() + ".")));
    }

    /** A plain number, perhaps with commas between thousands. */
    static Optional<BigDecimal> number(String text) {
        String plain = plain(text);
        if (plain.isEmpty()
                || plain.length() > MOST_DIGITS
                || !NUMBER.matcher(plain).matches()
                || !plain.matches(".*\\d.*")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain.replace(",", "")));
    }

    /** A number with at most six decimals, rounded half-even. */
    static String written(BigDecimal number) {
        BigDecimal kept = number.setScale(KEPT, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return kept.signum() == 0 ? "0" : kept.toPlainString();
    }

    /** The parts of a text that are not empty; the text itself when nothing separates. */
    static List<String> split(String text, @Nullable String separator) {
        return separator == null || separator.isEmpty()
                ? List.of(text)
                : Arrays.stream(text.split(Pattern.quote(separator)))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    /** Full-width letters, digits and signs as half-width ones, trimmed. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** Letters and digits alone: 面积(m²), 面积（m2） and 面积 (m2) are one head. */
    static String folded(String text) {
        return plain(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
