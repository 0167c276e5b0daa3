/** The demonstration district: synthetic facts from a fixed seed about the real register of places. */
@NullMarked
package org.plumbline.cli.demo;

import org.jspecify.annotations.NullMarked;
