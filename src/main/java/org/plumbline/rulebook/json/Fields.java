package org.plumbline.rulebook.json;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Text;

/** Typed access to the fields of a JSON object; a missing or wrong one is {@link Json.Malformed}, by name. */
final class Fields {
    private final Map<?, ?> map;

    Fields(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            throw new Json.Malformed("An object was expected, not " + Json.write(value) + ".");
        }
        map = object;
    }

    boolean has(String name) {
        return map.get(name) != null;
    }

    @Nullable
    Object get(String name) {
        return map.get(name);
    }

    String string(String name) {
        if (map.get(name) instanceof String string) {
            return string;
        }
        throw new Json.Malformed("The field \"" + name + "\" should be a text.");
    }

    @Nullable
    String optional(String name) {
        return has(name) ? string(name) : null;
    }

    long number(String name) {
        return number(map.get(name), name);
    }

    static long number(@Nullable Object value, String name) {
        String digits =
                value instanceof Json.Number number ? number.digits() : value instanceof String string ? string : "";
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new Json.Malformed("The field \"" + name + "\" should be a whole number.");
        }
    }

    int integer(String name) {
        return (int) number(name);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(map.get(name));
    }

    List<?> list(String name) {
        if (map.get(name) instanceof List<?> list) {
            return list;
        }
        throw new Json.Malformed("The field \"" + name + "\" should be a list.");
    }

    <T> List<T> list(String name, Function<Fields, T> read) {
        return list(name).stream().map(member -> read.apply(new Fields(member))).toList();
    }

    Fields object(String name) {
        return new Fields(map.get(name));
    }

    Text text(String name) {
        Fields text = object(name);
        return new Text(text.string("zh"), text.string("en"));
    }

    @Nullable
    Text optionalText(String name) {
        return has(name) ? text(name) : null;
    }

    static Map<String, Object> of(Text text) {
        Map<String, Object> object = Json.object();
        object.put("zh", text.zh());
        object.put("en", text.en());
        return object;
    }
}
