package org.plumbline.fact.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Text;

/**
 * What the columns of somebody's table state.
 *
 * @param name its name: the last part of its IRI
 * @param title what people call the table
 * @param columns its columns, those that nobody wrote (constants, sums) too
 * @param nested records that each row lists
 * @param passOver beginnings of what stands in the column of the site in rows of sums and signatures, which state nothing
 */
public record Mapping(String name, Text title, List<Column> columns, List<Nested> nested, List<String> passOver) {
    /** What a column that is no fact says. */
    public enum About {
        /** Code of the site, or of the place, that the row is about. */
        SITE_CODE,
        /** Name of the site. */
        SITE_NAME,
        /** Code of the committee that the site stands in; the class says which of its sites. */
        COMMITTEE_CODE,
        /** Name of that committee. */
        COMMITTEE_NAME,
        /** Class of the site, or classes of which it is one. */
        SITE_CLASS,
        OBSERVED_ON,
        SOURCE;

        /** Whether it says which site the row is about. */
        public boolean finder() {
            return ordinal() <= COMMITTEE_NAME.ordinal();
        }
    }

    /** What is made of a column. */
    public sealed interface Use {
        /** It says where, when or who. */
        record Identity(About id) implements Use {}

        /** It is a fact, by its local name. */
        record Fact(String name) implements Use {}

        /** Only sums and nested records read it. */
        record Part() implements Use {}

        /** Nothing is made of it, and people are told why. */
        record Ignored(Text why) implements Use {}
    }

    /**
     * Where a column is found.
     *
     * @param titles what its head may say
     * @param under what must stand above its head, in the rows of heads; null when nothing must
     * @param optional whether a table of this form may lack it
     */
    public record Head(List<String> titles, @Nullable String under, boolean optional) {
        /** What people look for. */
        public String shown() {
            return (under == null ? "" : under + " › ") + titles.getFirst();
        }
    }

    /**
     * How the text of a cell becomes the text that the form wants.
     *
     * @param nulls what stands for an empty cell
     * @param otherwise what an empty cell means; null when it means that nobody looked
     * @param required whether an empty cell refuses the row
     * @param separator what stands between several; null when there is one
     * @param dates how a date is written (CSVW's subset of UAX 35), null when as everywhere
     * @param yes what stands for yes and what for no; empty when as everywhere
     * @param factor by what a number is multiplied; null when by nothing
     * @param codes our code by theirs; empty when theirs are ours
     */
    public record Conversion(
            List<String> nulls,
            @Nullable String otherwise,
            boolean required,
            @Nullable String separator,
            @Nullable String dates,
            List<String> yes,
            @Nullable BigDecimal factor,
            Map<String, String> codes) {}

    /**
     * A column.
     *
     * @param name its name in the mapping
     * @param head where it is found; null for one that no table has
     * @param use what is made of it
     * @param conversion how its cells are read
     * @param sumOf names of the columns whose sum it is; empty when it is none
     */
    public record Column(String name, @Nullable Head head, Use use, Conversion conversion, List<String> sumOf) {
        /** The local name of the fact that it states; empty when it states none. */
        String fact() {
            return use instanceof Use.Fact(var fact) ? fact : "";
        }
    }

    /**
     * Records that a row lists.
     *
     * @param fact local name of the fact that lists them
     * @param key key of the record, or the beginning of the keys of several; empty where a fact of the record is its key
     * @param repeatedBy name of the column that says how many there are; null when there is one
     * @param columns what is stated of each
     */
    public record Nested(String fact, String key, @Nullable String repeatedBy, List<Column> columns) {}

    /** All columns that a table has, those of nested records too. */
    Stream<Column> written() {
        return Stream.concat(columns.stream(), nested.stream().flatMap(one -> one.columns().stream()))
                .filter(column -> column.head() != null);
    }

    /** The column that says where, when or who; null when none does. */
    @Nullable
    Column identity(About id) {
        return columns.stream()
                .filter(column -> column.use() instanceof Use.Identity(var said) && said == id)
                .findFirst()
                .orElse(null);
    }

    /** The column that says which site a row is about. */
    Column finder() {
        return columns.stream()
                .filter(column -> column.use() instanceof Use.Identity(var id) && id.finder())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The mapping " + name + " finds no site"));
    }

    /** The column of a name. */
    Column named(String wanted) {
        return columns.stream()
                .filter(column -> column.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The mapping " + name + " has no column " + wanted));
    }
}
