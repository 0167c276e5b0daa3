/** Files handed in over pages and REST: kept, read in the background, answered row by row. */
@NullMarked
package org.plumbline.fact.intake;

import org.jspecify.annotations.NullMarked;
