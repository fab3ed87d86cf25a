package llmq.catalog;

import llmq.table.Field;

/**
 * A field of {@code models} and where its values come from.
 *
 * @param origin    how a value is got, one line for {@code describe} and the reference
 * @param assumable whether {@code assume} may put a value in; what is computed follows its inputs instead
 */
public record FieldInfo(Field field, String origin, boolean assumable) {
}
