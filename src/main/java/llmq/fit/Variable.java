package llmq.fit;

import java.util.Set;
import llmq.table.ScoreScale;
import llmq.value.Type;
import llmq.value.Unit;

/**
 * The response of a fit or one of its inputs, as the user wrote it.
 *
 * @param title     {@code log10(flops)}
 * @param type      a text input is a factor, a truth value counts 0 or 1; dates are numbers by now
 * @param transform how it follows from {@code of}
 * @param of        what stands within the transformation, {@code flops}; the title where there is none
 * @param unit      of what stands within
 * @param scale     of a benchmark's score, else {@code null}
 * @param fields    the columns of the rows that it is worked out from
 */
public record Variable(String title, Type type, Transform transform, String of, Unit unit, ScoreScale scale,
        Set<String> fields) {
    public Variable {
        fields = Set.copyOf(fields);
    }

    public boolean isFactor() {
        return type == Type.TEXT;
    }
}
