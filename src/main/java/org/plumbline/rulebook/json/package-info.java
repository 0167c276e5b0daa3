/** Rulebooks, records and assessments as canonical JSON (RFC 8785). */
@NullMarked
package org.plumbline.rulebook.json;

import org.jspecify.annotations.NullMarked;
