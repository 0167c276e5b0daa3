/** A district's own map: outlines of its streets and where its sites stand, from GeoJSON that the office provides. */
@NullMarked
package org.plumbline.publication.map;

import org.jspecify.annotations.NullMarked;
