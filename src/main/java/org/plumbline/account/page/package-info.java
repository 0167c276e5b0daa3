/** The pages of accounts: signing in, one's own desk, people, tokens, the audit trail. */
@NullMarked
package org.plumbline.account.page;

import org.jspecify.annotations.NullMarked;
