package llmq.catalog;

import llmq.table.Field;

/**
 * A field of {@code models} and where its values come from.
 *
 * @param origin    how a value is got, one line for {@code describe} and the reference
 * @param assumable whether {@code assume} may put a value in; what is computed follows its inputs instead
 */
public record FieldInfo(Field field, String origin, boolean assumable) {
    /** Whether its values are worked out, or chosen among several, by a rule that a reader may want to know. */
    public boolean isByRule() {
        return !origin.isEmpty() && !origin.startsWith("published");
    }
}
