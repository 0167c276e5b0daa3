/** Statistics over assessments and facts: what each indicator means, and its figures for a place and a class of sites. */
@NullMarked
package org.plumbline.indicator;

import org.jspecify.annotations.NullMarked;
