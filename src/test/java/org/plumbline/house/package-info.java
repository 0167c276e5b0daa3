/** Tests of the house itself: floor plan, sizes, names, documentation; each says what to do. */
@NullMarked
package org.plumbline.house;

import org.jspecify.annotations.NullMarked;
