package org.plumbline.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Something that needs a right. Roles hold acts, tokens are limited to some, and endpoints name the one that they need. */
public enum Act {
    /** See work that is not public: imports and their answers. */
    SEE_WORK,
    /** Record facts and judgements of sites. */
    IMPORT_FACTS,
    /** Change the register of places and sites. */
    IMPORT_REGISTER,
    /** Have papers printed in bulk. */
    PRINT_PAPERS,
    /** Make a snapshot public. */
    PUBLISH,
    /** Take back what was imported by mistake. */
    WITHDRAW,
    /** Erase personal information on request. */
    ERASE,
    /** Sign where the ledger ends, and make derived stores again from it. */
    MAINTAIN,
    /** Make and end accounts, roles and tokens of others. */
    ADMINISTER,
    /** Read and export the audit trail. */
    READ_AUDIT;

    /** Its name in annotations, tokens and addresses: {@code import-facts}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The act with a code; empty when there is none. */
    public static Optional<Act> of(String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }
}
