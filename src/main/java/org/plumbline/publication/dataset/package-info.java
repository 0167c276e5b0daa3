/** The public dataset as linked data: the store that holds it, SPARQL over it, its catalogue and dumps. */
@NullMarked
package org.plumbline.publication.dataset;

import org.jspecify.annotations.NullMarked;
