/** Personal information that is erased on request: found among the values kept apart, taken out everywhere, the chain still provable. */
@NullMarked
package org.plumbline.fact.erasure;

import org.jspecify.annotations.NullMarked;
