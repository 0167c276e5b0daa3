package org.plumbline.indicator;

import org.plumbline.rulebook.Text;

/**
 * A group that indicators are listed in.
 *
 * @param key its local name, such as {@code Space}
 * @param name what people call it
 */
public record Topic(String key, Text name) {}
