package org.plumbline.rulebook;

/** How grave it is when a clause is not met; drives the default time for putting it right. */
public enum Severity {
    CRITICAL(7),
    MAJOR(30),
    MINOR(90);

    private final int dueDays;

    Severity(int dueDays) {
        this.dueDays = dueDays;
    }

    /** Days in which a failed clause of this severity is to be put right when the clause says nothing else. */
    public int dueDays() {
        return dueDays;
    }
}
