package org.plumbline.publication.page;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.plumbline.publication.snapshot.ResultTable.Order;

/** Reads the parameters of an address; whatever is not of a known form is a bad request, so that a typing error shows. */
final class Asked {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Map<String, Order> ORDERS =
            Map.of("lowest", Order.LOWEST, "highest", Order.HIGHEST, "failed", Order.FAILED, "name", Order.NAME);
    private static final int LONGEST = 60;

    private Asked() {}

    /** A page number; 1 when none is given. */
    static int page(String text) {
        if (text.isEmpty()) {
            return 1;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new BadRequestException();
        }
        return Integer.parseInt(text);
    }

    /**
     * A day as it stands in a name.
     *
     * @throws NotFoundException when there is no such day, so that nothing is of that name
     */
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new NotFoundException(e);
        }
    }

    /** One of some known values, or empty. */
    static String oneOf(String text, List<String> known) {
        if (!text.isEmpty() && !known.contains(text)) {
            throw new BadRequestException();
        }
        return text;
    }

    /** An order by its name; the given one when none is asked for. */
    static Order order(String text, Order usual) {
        if (text.isEmpty()) {
            return usual;
        }
        Order order = ORDERS.get(text);
        if (order == null) {
            throw new BadRequestException();
        }
        return order;
    }

    /** The name of an order in an address. */
    static String name(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    /** Words to search for, without surrounding spaces. */
    static String words(String text) {
        String words = text.strip();
        if (words.length() > LONGEST || words.chars().anyMatch(Character::isISOControl)) {
            throw new BadRequestException();
        }
        return words;
    }
}
