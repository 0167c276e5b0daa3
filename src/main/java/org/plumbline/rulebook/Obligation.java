package org.plumbline.rulebook;

/** The strength of a clause after GB/T 1.1-2020 annex C: 应, 宜, 可. */
public enum Obligation {
    SHALL,
    SHOULD,
    MAY
}
