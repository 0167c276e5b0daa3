package org.plumbline.rulebook;

/** Why a clause has an outcome that its check alone does not explain. */
public enum Reason {
    /** The check or the judgement decided. */
    CHECKED,
    /** The clause does not concern sites of this class. */
    OTHER_CLASS,
    /** The condition of {@code pl:appliesWhen} does not hold, or no case matches. */
    CONDITION_NOT_MET,
    /** A permission (可) that the site did not use. */
    OPTION_NOT_USED,
    /** Nobody has judged the clause yet. */
    NOT_JUDGED,
    /** The clause is neither codified nor judged. */
    NOT_CODIFIED,
    /** Facts are missing or have aged out. */
    FACTS_MISSING,
    /** Every fact that is missing is in dispute between equally good sources. */
    FACTS_DISPUTED,
    /** A derived fact has no value: division by zero, sample too small, or no calendar for the year. */
    UNDEFINED
}
