/** The register: city, district, street, committee, site, dated memberships; from the ledger. */
@NullMarked
package org.plumbline.place;

import org.jspecify.annotations.NullMarked;
