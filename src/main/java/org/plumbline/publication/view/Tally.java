package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.util.List;

/**
 * How many of something had each of the five outcomes.
 *
 * @param passed met
 * @param failed not met
 * @param cantTell sources contradict each other
 * @param untested facts missing, aged, or nobody judged
 * @param inapplicable does not concern the site
 */
public record Tally(long passed, long failed, long cantTell, long untested, long inapplicable) {

    /** All of them. */
    public long total() {
        return passed + failed + cantTell + untested + inapplicable;
    }

    /** Those that the clause concerns. */
    public long applicable() {
        return total() - inapplicable;
    }

    /** Untested or contradictory. */
    public long open() {
        return cantTell + untested;
    }

    /** Failed among those that were decided, 0..1. */
    public BigDecimal failedShare() {
        return Part.share(failed, passed + failed);
    }

    /** Passed among those that were decided, 0..1. */
    public BigDecimal passedShare() {
        return Part.share(passed, passed + failed);
    }

    /** Passed or failed. */
    public long decided() {
        return passed + failed;
    }

    /** The bar of all five. */
    public List<Part> parts() {
        return Part.stack(
                List.of("passed", "failed", "cantTell", "untested", "inapplicable"),
                List.of(passed, failed, cantTell, untested, inapplicable));
    }

    /** The bar of those that the clause concerns. */
    public List<Part> applicableParts() {
        return Part.stack(
                List.of("passed", "failed", "cantTell", "untested"), List.of(passed, failed, cantTell, untested));
    }
}
