/** Everything one installation keeps, as one file, and back. */
@NullMarked
package org.plumbline.cli.backup;

import org.jspecify.annotations.NullMarked;
