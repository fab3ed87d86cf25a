package llmq.catalog;

import java.util.List;
import llmq.table.Field;
import llmq.value.Status;

/**
 * Where one value of {@code models} comes from.
 *
 * @param value   in base units; NaN where unknown, and for texts and truth values
 * @param text    a text's value or {@code true}/{@code false}; {@code null} where unknown, and for numbers
 * @param source  of a published figure; {@code null} where it was assumed, computed, or no source is recorded
 * @param formula how it was computed: {@code 6 · active_params · tokens}; {@code null} where it was not
 * @param inputs  the fields in the formula
 * @param note    the catalog's remark on the model, or {@code null}
 */
public record Provenance(Field field, double value, String text, Status status, SourceEntry source, String formula,
                         List<String> inputs, String note) {
    public boolean isKnown() {
        return text != null || value == value;
    }
}
