/** The audit trail: who did what, when, from where and why, chained so that nothing can be taken out unseen. */
@NullMarked
package org.plumbline.account.audit;

import org.jspecify.annotations.NullMarked;
