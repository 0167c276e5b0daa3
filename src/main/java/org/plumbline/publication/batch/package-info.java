/** Papers in bulk: the assessments of all sites of a district or street as one file. */
@NullMarked
package org.plumbline.publication.batch;

import org.jspecify.annotations.NullMarked;
