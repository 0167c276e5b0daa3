package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.util.List;
import org.plumbline.web.Text;

/**
 * A band of an edition.
 *
 * @param code last segment of its IRI: 5 … 1, none
 * @param shade its colour by rank, for editions name their bands as they like: 5 the best … 1, none the worst
 * @param label 五星, Five stars
 * @param stars 0 to 5; 0 for the band of those who reach no star
 * @param leastScore least score of the band, 0..100
 * @param gates further conditions, a sentence each; empty if the score alone decides
 */
public record Band(String code, String shade, Text label, int stars, BigDecimal leastScore, List<Text> gates) {}
