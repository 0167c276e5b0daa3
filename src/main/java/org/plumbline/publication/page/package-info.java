/** The public pages and data files, each filled from the published snapshot. */
@NullMarked
package org.plumbline.publication.page;

import org.jspecify.annotations.NullMarked;
