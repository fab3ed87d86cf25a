package llmq.fit;

import java.util.ArrayList;
import java.util.List;
import llmq.stats.Errors;
import llmq.table.Field;

/**
 * What is to be fitted, and how its uncertainty is judged.
 *
 * @param low         of a logistic curve: what it rises from, and {@code high} what it rises to; else NaN
 * @param constant    whether a power law has a constant added
 * @param leaveOneOut whether each row is predicted from the others as well
 * @param per         the keys; one fit for each combination of their values
 * @param cluster     title of the field whose values share errors; {@code null} where rows are independent
 * @param leaveOut    what is left out value by value; {@code null} where nothing is
 */
public record FitSpec(Method method, double low, double high, boolean constant, Errors errors, boolean leaveOneOut,
        Variable response, List<Variable> inputs, List<Field> per, String cluster, Field leaveOut) {
    /** The field whose values share errors, where rows have it: models of a family have parents in common. */
    public static final String CLUSTERS = "family";

    public FitSpec {
        inputs = List.copyOf(inputs);
        per = List.copyOf(per);
    }

    /** Titles of the keys. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Field key : per) {
            keys.add(key.name());
        }
        return keys;
    }

    /** How many parameters the curve has. */
    int parameters(Design design) {
        return switch (method) {
            case LINE, LOGISTIC -> design.columns() + 1;
            case POWER -> constant ? 3 : 2;
            case CHINCHILLA -> 5;
        };
    }
}
