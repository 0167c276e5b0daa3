/** The evaluator's door for JavaScript: the same verdict in a browser, without a server. */
@NullMarked
package org.plumbline.browser;

import org.jspecify.annotations.NullMarked;
