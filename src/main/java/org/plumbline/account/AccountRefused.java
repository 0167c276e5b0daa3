package org.plumbline.account;

/** A change of accounts that a rule forbids. Its key names the words for it in the portal's labels, without "refused.". */
public final class AccountRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;

    /** A refusal whose words stand under {@code key}. */
    public AccountRefused(String key) {
        super(key);
        this.key = key;
    }

    /** Key of the words: {@code login}, {@code password.length}, {@code last-administrator}. */
    public String key() {
        return key;
    }
}
