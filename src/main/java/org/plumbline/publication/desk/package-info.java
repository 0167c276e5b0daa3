/** The desk of publishing: who may makes a round public, or takes it back. */
@NullMarked
package org.plumbline.publication.desk;

import org.jspecify.annotations.NullMarked;
