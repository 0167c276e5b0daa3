/** Tables as people keep them, workbooks and CSV, read cell by cell with the place of each. */
@NullMarked
package org.plumbline.table;

import org.jspecify.annotations.NullMarked;
