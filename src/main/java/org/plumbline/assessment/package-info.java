/** Hold sites against editions and keep what came out (EARL, PROV). */
@NullMarked
package org.plumbline.assessment;

import org.jspecify.annotations.NullMarked;
