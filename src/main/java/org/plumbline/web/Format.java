package org.plumbline.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers, dates and durations as a reader writes them. Independent of the machine's locale. Chinese pages part thousands by a
 * narrow space from five digits on (GB/T 15835), English pages by a comma from four.
 */
public final class Format {
    private static final DateTimeFormatter ZH_DATE = DateTimeFormatter.ofPattern("y年M月d日", Locale.ROOT);
    private static final DateTimeFormatter EN_DATE = DateTimeFormatter.ofPattern("d MMMM y", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String NARROW_SPACE = "\u202f";

    private Format() {}

    /** A whole number. */
    public static String count(Lang lang, long number) {
        return number(lang, BigDecimal.valueOf(number));
    }

    /** A measured number with the decimals it has, trailing zeros dropped. */
    public static String number(Lang lang, BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return group(
                lang,
                plain.setScale(Math.max(0, plain.scale()), RoundingMode.UNNECESSARY)
                        .toPlainString());
    }

    /** A measured number with as many decimals as are asked for, so that the numbers of a column stand under one another. */
    public static String fixed(Lang lang, BigDecimal number, int decimals) {
        return group(lang, number.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
    }

    /** A score out of 100 with two decimals, rounded down as the standard language asks. */
    public static String score(BigDecimal score) {
        return score.setScale(2, RoundingMode.DOWN).toPlainString();
    }

    /** A share 0..1 as a percentage with one decimal; never shows 100 % or 0 % unless it is exactly that. */
    public static String share(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2);
        BigDecimal shown = percent.setScale(1, RoundingMode.HALF_EVEN);
        if (shown.compareTo(new BigDecimal(100)) >= 0 && percent.compareTo(new BigDecimal(100)) < 0) {
            shown = new BigDecimal("99.9");
        } else if (shown.signum() == 0 && percent.signum() > 0) {
            shown = new BigDecimal("0.1");
        }
        boolean whole = percent.signum() == 0 || percent.compareTo(new BigDecimal(100)) == 0;
        return (whole ? shown.setScale(0, RoundingMode.UNNECESSARY) : shown).toPlainString() + "%";
    }

    /** A date in words: 2026年11月1日, 1 November 2026. */
    public static String date(Lang lang, LocalDate date) {
        return date.format(lang == Lang.ZH ? ZH_DATE : EN_DATE);
    }

    /** A moment to the minute in the district's zone, with the zone's offset. */
    public static String moment(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        return local.format(MOMENT) + " (" + local.getOffset() + ")";
    }

    /** A period of whole days, months or years: {@code P30D}, {@code P12M}, {@code P3Y}; anything else is given back as it is. */
    public static String period(Lang lang, String iso) {
        if (!iso.matches("P[1-9][0-9]{0,4}[DMY]")) {
            return iso;
        }
        String number = iso.substring(1, iso.length() - 1);
        String unit = iso.substring(iso.length() - 1).toLowerCase(Locale.ROOT);
        return Labels.say(lang, "period." + unit + (number.equals("1") ? ".one" : ""), number);
    }

    /** First twelve characters of a hash, enough to compare by eye; the page gives the whole of it as well. */
    public static String brief(String hash) {
        String bare = hash.startsWith("sha256:") ? hash.substring(7) : hash;
        return bare.length() <= 12 ? bare : bare.substring(0, 12) + "…";
    }

    private static String group(Lang lang, String plain) {
        int sign = plain.startsWith("-") ? 1 : 0;
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        int least = lang == Lang.ZH ? 5 : 4;
        if (point - sign < least) {
            return plain.replace('-', '−');
        }
        StringBuilder grouped = new StringBuilder(plain);
        for (int at = point - 3; at > sign; at -= 3) {
            grouped.insert(at, lang == Lang.ZH ? NARROW_SPACE : ",");
        }
        return grouped.toString().replace('-', '−');
    }
}
