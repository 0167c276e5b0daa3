package org.plumbline.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page needs, and the reader's language for everything inside it.
 *
 * @param lang language of this rendering
 * @param path language-free address with its query, {@code /street/310112101?class=RS}; the district page is {@code /}
 * @param district name of the district; null before anything is published
 * @param onDate the fixed date of assessment that every figure on the page refers to; null before anything is published
 * @param round the round that was published, "2026年第二轮"; null before anything is published
 * @param synthetic whether facts on this page are synthetic demonstration facts
 * @param standard language-free address of the edition in use; null if none is published
 * @param trail steps above this page, the district first
 * @param faces the same page as data or paper
 * @param moment which publication the page shows
 * @param lasting language-free address that shows the same for good, whatever is published later
 */
public record Page(
        Lang lang,
        String path,
        @Nullable Text district,
        @Nullable LocalDate onDate,
        @Nullable Text round,
        boolean synthetic,
        @Nullable String standard,
        List<Crumb> trail,
        List<Face> faces,
        Moment moment,
        String lasting) {

    /** A page outside any publication: a problem, or a portal where nothing is published yet. */
    public static Page bare(Lang lang, String path) {
        return new Page(lang, path, null, null, null, false, null, List.of(), List.of(), Moment.NOW, path);
    }

    /** Whether this rendering is Chinese. */
    public boolean zh() {
        return lang == Lang.ZH;
    }

    /** The portal's own words. */
    public String say(String key, Object... values) {
        return Labels.say(lang, key, values);
    }

    /** The portal's own word for a member of a group: {@code word("outcome", "passed")}. */
    public String word(String group, String member) {
        return Labels.say(lang, group + "." + member);
    }

    /** An address of an edition that stays with the publication shown. */
    public String kept(String path, String edition) {
        return Paging.with(moment.in(path), "edition", edition);
    }

    /** Words that came with the data. */
    public String in(Text text) {
        return text.in(lang);
    }

    /** Whether this page belongs to a section of the main navigation: district, sites, standard or methods. */
    public boolean at(String section) {
        return switch (section) {
            case "district" -> path.equals("/") || path.startsWith("/?") || path.startsWith("/street/");
            case "sites" -> path.startsWith("/site");
            default -> path.startsWith("/" + section);
        };
    }

    /** Address of the style sheet; it changes with its content, so that it may be cached for good. */
    public String style() {
        return Assets.STYLE;
    }

    /** Address of the style sheet of pages of work; see {@link #style}. */
    public String workStyle() {
        return Assets.WORK_STYLE;
    }

    /** Address of another of the portal's own files, {@code query.js}; see {@link #style}. */
    public String file(String name) {
        return Assets.of(name);
    }

    /** Address in the reader's language of a language-free one. */
    public String to(String path) {
        return "/" + lang.code() + path;
    }

    /** The same for what this publication has, which another may not have. */
    public String inTime(String path, String code) {
        return to(moment.in(path + code));
    }

    /** Address of this page in its own language. */
    public String here() {
        return to(path);
    }

    /** Address of this page in the other language: the switch keeps the place. */
    public String switched() {
        return "/" + lang.other().code() + path;
    }

    /** Address of this page in the given language, for {@code hreflang}. */
    public String inLang(String code) {
        return "/" + code + path;
    }

    /** See {@link Format#count}. */
    public String count(long number) {
        return Format.count(lang, number);
    }

    /** The same for an {@code int}: templates do not widen numbers. */
    public String count(int number) {
        return Format.count(lang, number);
    }

    /** See {@link Format#number}. */
    public String number(BigDecimal number) {
        return Format.number(lang, number);
    }

    /** See {@link Format#fixed}. */
    public String fixed(BigDecimal number, int decimals) {
        return Format.fixed(lang, number, decimals);
    }

    /** So many points, "1 point" among them. */
    public String points(BigDecimal points) {
        return say(points.compareTo(BigDecimal.ONE) == 0 ? "points.one" : "points", number(points));
    }

    /** See {@link Format#score}. */
    public String score(BigDecimal score) {
        return Format.score(score);
    }

    /** See {@link Format#share}. */
    public String share(BigDecimal share) {
        return Format.share(share);
    }

    /** See {@link Format#date}. */
    public String date(LocalDate date) {
        return Format.date(lang, date);
    }

    /** See {@link Format#period}. */
    public String period(String iso) {
        return Format.period(lang, iso);
    }

    /** See {@link Format#brief}. */
    public String brief(String hash) {
        return Format.brief(hash);
    }
}
