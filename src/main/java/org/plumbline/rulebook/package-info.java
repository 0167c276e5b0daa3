/** The verdict: rulebook, record, date in; assessment out. */
@NullMarked
package org.plumbline.rulebook;

import org.jspecify.annotations.NullMarked;
