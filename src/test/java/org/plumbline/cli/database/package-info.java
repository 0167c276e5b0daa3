/** Tests of the embedded database. */
@NullMarked
package org.plumbline.cli.database;

import org.jspecify.annotations.NullMarked;
