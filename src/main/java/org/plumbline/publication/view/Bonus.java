package org.plumbline.publication.view;

import java.math.BigDecimal;

/**
 * What the 可 clauses add to a score.
 *
 * @param without score of the 应 and 宜 clauses alone, 0..100
 * @param points what is added to it, up to the edition's cap; their sum may pass the 100 at which a score ends
 */
public record Bonus(BigDecimal without, BigDecimal points) {}
