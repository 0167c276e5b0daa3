/** Sign a PDF or a digest, and say whether a signature holds. */
@NullMarked
package org.plumbline.signature;

import org.jspecify.annotations.NullMarked;
