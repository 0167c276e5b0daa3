/** Graphs in and out: vocabularies, serialisations, the linked-data store. The only home of Jena I/O. */
@NullMarked
package org.plumbline.rdf;

import org.jspecify.annotations.NullMarked;
