/** The linked-data store, in this process or on a server, and visitors' queries run on it within limits. */
@NullMarked
package org.plumbline.rdf.store;

import org.jspecify.annotations.NullMarked;
