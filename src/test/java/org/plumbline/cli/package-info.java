/** Tests of the commands. */
@NullMarked
package org.plumbline.cli;

import org.jspecify.annotations.NullMarked;
