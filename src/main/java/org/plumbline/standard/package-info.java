/** Editions read from {@code standards/}: lint, compile to a rulebook, run and mutate examples, compare editions. */
@NullMarked
package org.plumbline.standard;

import org.jspecify.annotations.NullMarked;
