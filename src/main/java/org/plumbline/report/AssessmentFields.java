package org.plumbline.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.json.Json;

/** Typed access to the JSON of an assessment. */
record AssessmentFields(Map<?, ?> map) {
    AssessmentFields object(String name) {
        return new AssessmentFields(map.get(name) instanceof Map<?, ?> object ? object : Map.of());
    }

    List<AssessmentFields> objects(String name) {
        return list(name).stream()
                .filter(one -> one instanceof Map<?, ?>)
                .map(one -> new AssessmentFields((Map<?, ?>) one))
                .toList();
    }

    List<String> strings(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    private List<?> list(String name) {
        return map.get(name) instanceof List<?> list ? list : List.of();
    }

    String string(String name) {
        return String.valueOf(map.get(name));
    }

    @Nullable
    String optional(String name) {
        return map.get(name) instanceof String text ? text : null;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(map.get(name));
    }

    @Nullable
    BigDecimal decimal(String name) {
        Object value = map.get(name);
        return value instanceof Json.Number number
                ? new BigDecimal(number.digits())
                : value instanceof String text ? new BigDecimal(text) : null;
    }

    BigDecimal required(String name) {
        BigDecimal value = decimal(name);
        return value == null ? BigDecimal.ZERO : value;
    }

    Words words(String name) {
        AssessmentFields text = object(name);
        return new Words(text.string("zh"), text.string("en"));
    }
}
