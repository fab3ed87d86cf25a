package llmq.function;

import java.util.List;
import java.util.function.Supplier;
import llmq.value.Type;

/**
 * A function of the rows of a group.
 *
 * @param arguments  what each argument may be; the last one stands for all that follow. An argument that is neither
 *                   number nor date reaches the aggregator as any finite number where it is known, NaN where not
 * @param aggregator makes the accumulator
 */
public record AggregateFunction(Doc doc, int least, int most, List<Takes> arguments, Gives gives, UnitRule units,
        Supplier<Aggregator> aggregator) implements Function {

    public AggregateFunction {
        arguments = List.copyOf(arguments);
    }

    /** What the argument at this position, from 0, may be. */
    public Takes argument(int position) {
        return arguments.get(Math.min(position, arguments.size() - 1));
    }

    /**
     * The type of its value for a first argument of this type ({@code null} where there is no argument). For one
     * that gives a row, the caller knows: it is the type of the label or of the second argument.
     */
    public Type result(Type first) {
        return gives == Gives.TYPE_OF_FIRST ? first : Type.NUMBER;
    }
}
