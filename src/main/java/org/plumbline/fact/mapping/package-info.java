/** Other people's spreadsheets, described as data (CSVW), and written over into the form of the import template. */
@NullMarked
package org.plumbline.fact.mapping;

import org.jspecify.annotations.NullMarked;
