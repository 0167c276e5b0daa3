package org.plumbline.publication.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to repeat a result or to see that it was not changed.
 *
 * @param rulebook hash of the compiled edition, {@code sha256:…}
 * @param facts hash of the facts used, {@code sha256:…}; null = not kept
 * @param ledgerLength ledger position the result was read at
 * @param ledgerHead hash of the ledger's head there
 * @param onDate date of assessment
 */
public record Proof(String rulebook, @Nullable String facts, long ledgerLength, String ledgerHead, LocalDate onDate) {}
