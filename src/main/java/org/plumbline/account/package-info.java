/** Who is signed in, what they may do and where: people, roles by place, sessions, tokens. */
@NullMarked
package org.plumbline.account;

import org.jspecify.annotations.NullMarked;
