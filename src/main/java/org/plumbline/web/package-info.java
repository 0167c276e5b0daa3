/** What every page shares: language and words, number and date forms, paging, links, negotiation, problem details. */
@NullMarked
package org.plumbline.web;

import org.jspecify.annotations.NullMarked;
