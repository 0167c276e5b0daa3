/** The published snapshot: the gate, the publisher, and the tables that alone are public. */
@NullMarked
package org.plumbline.publication.snapshot;

import org.jspecify.annotations.NullMarked;
