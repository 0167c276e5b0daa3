package org.plumbline.web;

/**
 * Which publication an address asks for, by its parameter: what is public now, what the public saw on a day ({@code known}), or the
 * round of a day ({@code round}), which is there for good.
 *
 * @param parameter name of the parameter; empty for now
 * @param day the day as the address writes it; empty for now
 * @param past whether something else is public now
 */
public record Moment(String parameter, String day, boolean past) {
    public static final Moment NOW = new Moment("", "", false);

    /** The parameter that asks for what was public at an earlier time. */
    public static final String KNOWN = "known";

    /** The parameter that asks for the round of a day. */
    public static final String ROUND = "round";

    /** Whether the address asks for what was public at an earlier time. */
    public boolean known() {
        return parameter.equals(KNOWN);
    }

    /** An address that stays with this publication. */
    public String in(String path) {
        return parameter.isEmpty() ? path : Paging.with(path, parameter, day);
    }

    /** Key of the words that say what is seen instead of what is public now. */
    public String key() {
        return "moment." + parameter;
    }
}
