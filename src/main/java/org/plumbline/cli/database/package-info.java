/** The database of a data folder: an embedded PostgreSQL, found, started and stopped, or the server that the settings name. */
@NullMarked
package org.plumbline.cli.database;

import org.jspecify.annotations.NullMarked;
