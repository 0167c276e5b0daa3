/** Which SPARQL a visitor may send: a list of what is allowed, not of what is not. */
@NullMarked
package org.plumbline.rdf.sparql;

import org.jspecify.annotations.NullMarked;
