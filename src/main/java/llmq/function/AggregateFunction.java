package llmq.function;

import java.util.function.Supplier;
import llmq.value.Type;

/**
 * A function of the rows of a group.
 *
 * @param anyType    whether its argument may be of any type (it only asks whether the value is known)
 * @param keepsType  whether the value has the type of the first argument (the greatest of dates is a date)
 * @param aggregator makes the accumulator
 */
public record AggregateFunction(Doc doc, int least, int most, boolean anyType, boolean keepsType, UnitRule units,
        Supplier<Aggregator> aggregator) implements Function {

    /** The type of its value for a first argument of this type ({@code null} where there is no argument). */
    public Type result(Type first) {
        return keepsType ? first : Type.NUMBER;
    }
}
