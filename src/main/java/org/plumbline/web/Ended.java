package org.plumbline.web;

import jakarta.ws.rs.NotFoundException;
import java.util.List;

/** What was asked for by its code has ended, and others continue it: their addresses are the same with their codes. */
public final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient List<String> successors;

    private Ended(String code, List<String> successors) {
        super(code + " is continued by " + successors);
        this.code = code;
        this.successors = successors;
    }

    /** To be thrown for a code that nothing stands under: not found, unless others continue it. */
    public static RuntimeException of(String code, List<String> successors) {
        return successors.isEmpty() ? new NotFoundException() : new Ended(code, successors);
    }

    /** Codes of what continues it; one at least. */
    public List<String> successors() {
        return successors;
    }

    /** An address with the code of one that continues it. */
    String at(String address, String successor) {
        return address.replace(code, successor);
    }

    /** Which ones continue it, in a language. */
    String said(Lang lang) {
        return lang == Lang.ZH
                ? code + " 已撤销，由 " + String.join("、", successors) + " 承接。"
                : code + " has ended and is continued by " + String.join(", ", successors) + ".";
    }
}
