package org.plumbline.publication.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.place.Pinyin;
import org.plumbline.place.Place;
import org.plumbline.place.Site;
import org.plumbline.publication.snapshot.Surroundings.Whereabouts;
import org.plumbline.web.Text;

/** The published register: places and sites by publication. */
@ApplicationScoped
public class PlaceTable {
    private static final String PLACE = "select code, kind, name_zh, name_en, parent from published.place ";

    private static final int PAGE = 1000;
    private static final int LEVELS = 8;

    private final Sql sql;

    PlaceTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A published place.
     *
     * @param kind DISTRICT, STREET, COMMITTEE or AREA
     * @param parent code of the place above it; null for a district
     */
    public record PublishedPlace(
            String code, String kind, Text name, @Nullable String parent) {
        /** Language-free address of its page; streets and the district have pages of figures. */
        public String path() {
            return switch (kind) {
                case "DISTRICT" -> "/";
                case "STREET" -> "/street/" + code;
                default -> "/place/" + code;
            };
        }
    }

    /** A published site. */
    public record PublishedSite(
            String code,
            String siteClass,
            Text name,
            @Nullable String address,
            String street,
            @Nullable String committee,
            List<String> areas,
            boolean invented) {}

    /** The district of a publication. */
    public PublishedPlace district(long publication) {
        return sql.first(
                        PLACE + "where publication = ? and kind = 'DISTRICT' order by code limit 1",
                        PlaceTable::place,
                        publication)
                .orElseThrow();
    }

    /** The streets of a publication, in the order of codes. */
    public List<PublishedPlace> streets(long publication) {
        return sql.list(
                PLACE + "where publication = ? and kind = 'STREET' order by code limit 500",
                PlaceTable::place,
                publication);
    }

    /** A site and what it is called. */
    public record NamedSite(String code, Text name) {}

    /** How many sites a publication has. */
    public long countSites(long publication) {
        return countSitesBut(publication, new String[0]);
    }

    /** How many sites a publication has besides some. */
    public long countSitesBut(long publication, String[] codes) {
        return sql.first(
                        "select count(*) from published.site where publication = ? and code <> all (?)",
                        row -> row.getLong(1),
                        publication,
                        codes)
                .orElse(0L);
    }

    /** The sites of a publication besides some, in the order of codes. */
    public List<NamedSite> sitesBut(long publication, String[] codes, int most, long from) {
        return sql.list(
                "select code, name_zh, name_en from published.site where publication = ? and code <> all (?)"
                        + " order by code limit ? offset ?",
                row -> new NamedSite(row.getString(1), new Text(row.getString(2), row.getString(3))),
                publication,
                codes,
                most,
                from);
    }

    /** A place by its code. */
    public Optional<PublishedPlace> place(long publication, String code) {
        return sql.first(PLACE + "where publication = ? and code = ?", PlaceTable::place, publication, code);
    }

    /** What a place was called when it was published last, up to a publication; empty for one that never was. */
    public Optional<Text> nameBefore(long publication, String code) {
        return sql.first(
                PLACE + "where publication <= ? and code = ? and publication in"
                        + " (select id from published.publication where withdrawn_at is null) order by publication desc limit 1",
                row -> place(row).name(),
                publication,
                code);
    }

    /** The places that a search finds, streets before what stands in them. */
    public List<PublishedPlace> find(long publication, String words, int most) {
        return sql.list(
                PLACE + "where publication = ? and search @@ ?::tsquery"
                        + " order by array_position(array['DISTRICT', 'STREET', 'AREA'], kind), code limit ?",
                PlaceTable::place,
                publication,
                query(words),
                most);
    }

    /** Words as a query for keys that begin with them, all of them; empty when nothing of them can be looked for. */
    static String query(String words) {
        return Pinyin.words(words).map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
    }

    /** Every place of a publication, in the order of codes. */
    public void each(long publication, Consumer<PublishedPlace> to) {
        String last = "";
        for (List<PublishedPlace> page = after(publication, last); !page.isEmpty(); page = after(publication, last)) {
            page.forEach(to);
            last = page.getLast().code();
        }
    }

    private List<PublishedPlace> after(long publication, String code) {
        return sql.list(
                PLACE + "where publication = ? and code > ? order by code limit ?",
                PlaceTable::place,
                publication,
                code,
                PAGE);
    }

    /** The places that a place stands in, the innermost first. */
    public List<PublishedPlace> above(long publication, PublishedPlace place) {
        List<PublishedPlace> above = new ArrayList<>();
        String parent = place.parent();
        // Divisions have seven levels at most; the bound keeps a circle in a register from being followed for ever.
        while (parent != null && above.size() < LEVELS) {
            PublishedPlace next = place(publication, parent).orElse(null);
            parent = next == null ? null : next.parent();
            Optional.ofNullable(next).ifPresent(above::add);
        }
        return above;
    }

    /** The places that stand directly in a place, in the order of codes. */
    public List<PublishedPlace> within(long publication, String code) {
        return sql.list(
                PLACE + "where publication = ? and parent = ? order by code limit ?",
                PlaceTable::place,
                publication,
                code,
                PAGE);
    }

    /** Some places by their codes. */
    public List<PublishedPlace> places(long publication, Collection<String> codes) {
        return sql.list(
                PLACE + "where publication = ? and code = any(?) order by code",
                PlaceTable::place,
                publication,
                codes.toArray(String[]::new));
    }

    /** A site by its code. */
    public Optional<PublishedSite> site(long publication, String code) {
        return sql.first(
                "select code, site_class, name_zh, name_en, address, street, committee, areas, invented from published.site"
                        + " where publication = ? and code = ?",
                row -> new PublishedSite(
                        row.getString(1),
                        row.getString(2),
                        new Text(row.getString(3), row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        List.of(SubmissionTable.texts(row.getArray(8))),
                        row.getBoolean(9)),
                publication,
                code);
    }

    private static PublishedPlace place(ResultSet row) throws SQLException {
        return new PublishedPlace(
                row.getString(1), row.getString(2), new Text(row.getString(3), row.getString(4)), row.getString(5));
    }

    void writePlaces(long publication, Surroundings register) {
        Columns rows = new Columns(
                sql,
                "published.place",
                "publication bigint",
                "code text",
                "kind text",
                "name_zh text",
                "name_en text",
                "parent text",
                "keys text[]");
        for (Place place : register.places()) {
            String english = Pinyin.english(place.nameEn, place.nameZh);
            rows.add(
                    publication,
                    place.code,
                    place.kind,
                    place.nameZh,
                    english,
                    register.parent(place),
                    keys(place.nameZh, place.nameEn, place.aliases, place.code));
        }
        rows.flush();
    }

    void writeSites(long publication, List<Site> sites, Map<String, Whereabouts> where, Set<Long> invented) {
        Columns rows = new Columns(
                sql,
                "published.site",
                "publication bigint",
                "code text",
                "site_class text",
                "name_zh text",
                "name_en text",
                "address text",
                "street text",
                "committee text",
                "areas text[]",
                "invented boolean",
                "keys text[]");
        for (Site site : sites) {
            Whereabouts found = where.get(site.code);
            if (found != null) {
                rows.add(
                        publication,
                        site.code,
                        site.siteClass,
                        site.nameZh,
                        Pinyin.english(site.nameEn, site.nameZh),
                        site.address,
                        found.street(),
                        found.committee(),
                        found.areas(),
                        invented.contains(site.position),
                        keys(site));
            }
        }
        rows.flush();
    }

    /** What a site is found by: its names, see {@link Pinyin#keys}, its code, and the end of the code. */
    private static Set<String> keys(Site site) {
        Set<String> keys = keys(site.nameZh, site.nameEn, site.aliases, site.code);
        keys.add(Pinyin.plain(site.code.substring(site.code.lastIndexOf('-') + 1)));
        return keys;
    }

    private static Set<String> keys(String chinese, @Nullable String english, List<String> aliases, String code) {
        Set<String> keys = new TreeSet<>(Pinyin.keys(chinese));
        aliases.forEach(alias -> keys.addAll(Pinyin.keys(alias)));
        if (english != null) {
            Pinyin.words(english).forEach(keys::add);
        }
        keys.add(Pinyin.plain(code));
        keys.remove("");
        return keys;
    }
}
