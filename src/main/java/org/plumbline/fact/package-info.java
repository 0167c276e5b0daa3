/** Facts on their way in, from workbook, text file or program, and what is known of a site on a day. */
@NullMarked
package org.plumbline.fact;

import org.jspecify.annotations.NullMarked;
