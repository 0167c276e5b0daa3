package org.plumbline.fact.intake;

/** A file that is not taken, before anybody looks into it. Its key names the words for it in the labels, without "refused.". */
public final class IntakeRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    IntakeRefused(String key, int status) {
        super(key);
        this.status = status;
    }

    /** Key of the words. */
    public String key() {
        return String.valueOf(getMessage());
    }

    /** HTTP status to answer with. */
    public int status() {
        return status;
    }
}
