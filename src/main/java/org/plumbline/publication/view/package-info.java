/** What each public page shows, as plain records without a database behind them; the snapshot fills them. */
@NullMarked
package org.plumbline.publication.view;

import org.jspecify.annotations.NullMarked;
