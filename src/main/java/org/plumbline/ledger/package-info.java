/** The append-only record and its chain. */
@NullMarked
package org.plumbline.ledger;

import org.jspecify.annotations.NullMarked;
