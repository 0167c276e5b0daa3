/** The evaluator in a real browser gives the server's bytes. */
@NullMarked
package org.plumbline.browser;

import org.jspecify.annotations.NullMarked;
