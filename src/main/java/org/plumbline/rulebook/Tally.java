package org.plumbline.rulebook;

/** How much of a condition is met, for grading: at worst, with what is open failing, and at best. */
final class Tally {
    private final int units;
    private int met;
    private int metAtBest;
    private int failures;
    private int failuresAtBest;

    /** Nothing met yet of {@code units}. */
    Tally(int units) {
        this.units = units;
    }

    /** Adds a part that is met or not. */
    void add(Truth truth) {
        addFailures(truth);
        addMet(truth == Truth.TRUE ? 1 : 0, truth == Truth.FALSE ? 0 : 1);
    }

    /** Adds units that are met for sure, and those met at best. */
    void addMet(int sure, int possible) {
        met += sure;
        metAtBest += possible;
    }

    /** Adds a property or record that fails, or may, if it does. */
    void addFailures(Truth truth) {
        failures += truth == Truth.TRUE ? 0 : 1;
        failuresAtBest += truth == Truth.FALSE ? 1 : 0;
    }

    /** How many units there are. */
    int units() {
        return units;
    }

    /** How many units are met; {@code hopeful}: at best. */
    int met(boolean hopeful) {
        return hopeful ? metAtBest : met;
    }

    /** How many properties and records fail; {@code hopeful}: at best. */
    int failures(boolean hopeful) {
        return hopeful ? failuresAtBest : failures;
    }
}
