package org.plumbline.place;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The register asked by words that are no codes, by plain JDBC: of a country's committees only what fits is kept, and the rest
 * passes by some thousands at a time.
 */
@ApplicationScoped
public class RegisterWords {
    private static final int AT_ONCE = 5_000;
    /** No code is longer than 64 characters. */
    private static final int LONGEST = 80;

    private final DataSource database;

    RegisterWords(DataSource database) {
        this.database = database;
    }

    /**
     * A site or place under its names.
     *
     * @param code its code
     * @param present whether it is in the register still
     * @param names its names in both languages and its other names
     */
    public record Named(String code, boolean present, List<String> names) {}

    /** Tells every site, then every place, with its names, in the order of codes; one pass over the register. */
    @Transactional
    public void each(Consumer<Named> to) {
        for (String sql : List.of(
                "select code, closed is null, name_zh, name_en, aliases from site order by code",
                "select code, valid_to is null, name_zh, name_en, aliases from place order by code")) {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(sql)) {
                select.setFetchSize(AT_ONCE);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        List<String> names = new ArrayList<>();
                        add(names, rows.getString(3));
                        add(names, rows.getString(4));
                        Array aliases = rows.getArray(5);
                        if (aliases != null) {
                            names.addAll(List.of((String[]) aliases.getArray()));
                        }
                        to.accept(new Named(rows.getString(1), rows.getBoolean(2), names));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The register answered: " + e.getMessage(), e);
            }
        }
    }

    private static void add(List<String> names, @Nullable String name) {
        if (name != null) {
            names.add(name);
        }
    }

    /**
     * Codes of sites and places that may be a word with so many letters wrong, wanting or too many; some of them have more wrong.
     * Cut into one more piece than there are wrong letters, a word keeps one of its pieces whole.
     */
    @Transactional
    public List<String> like(String word, int wrong) {
        String folded = word.toLowerCase(Locale.ROOT);
        int length = folded.length();
        int pieces = wrong + 1;
        if (length > LONGEST || length < pieces) {
            return List.of();
        }
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            whole.append(i == 0 ? "" : " or ")
                    .append(i == 0 ? "starts_with(lower(code), ?)" : "strpos(lower(code), ?) > 0");
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select code from (select code from site union all select code from place)"
                                + " as known where length(code) between ? and ? and (" + whole + ") order by code")) {
            select.setInt(1, length - wrong);
            select.setInt(2, length + wrong);
            for (int i = 0; i < pieces; i++) {
                select.setString(3 + i, folded.substring(i * length / pieces, (i + 1) * length / pieces));
            }
            List<String> codes = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    codes.add(rows.getString(1));
                }
            }
            return codes;
        } catch (SQLException e) {
            throw new IllegalStateException("The register answered: " + e.getMessage(), e);
        }
    }
}
