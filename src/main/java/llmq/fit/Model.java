package llmq.fit;

import java.util.ArrayList;
import java.util.List;
import llmq.stats.Fitted;
import llmq.table.Column;
import llmq.table.TextColumn;

/**
 * What came of a fit: a curve for each group, one where there are no keys. It keeps no rows and follows no later
 * change of them.
 *
 * @param keys      one column for each key, with a row for each group
 * @param names     of the rows that were fitted; {@code null} where they have none, or are very many
 * @param notFitted how many groups gave no fit, and {@code why} the first of them gave none; 0 and {@code null} else
 */
public record Model(FitSpec spec, List<Group> groups, List<Column> keys, TextColumn names, int notFitted,
        String why) {
    public Model {
        groups = List.copyOf(groups);
        keys = List.copyOf(keys);
    }

    public Model(FitSpec spec, List<Group> groups, List<Column> keys, int notFitted, String why) {
        this(spec, groups, keys, null, notFitted, why);
    }

    /**
     * One curve.
     *
     * @param clusters how many values the field that rows share errors by has among its rows, each row without a value
     *                 counted as one; 0 without such a field
     * @param alone    how many rows have no value of it
     * @param cvRmse   root mean square of what each row is off when it is predicted from the others; NaN where that
     *                 was not asked for, or cannot be told, and {@code cvWhy} says why not; that is {@code null} else
     * @param without  the same curve without the rows of each value in turn, where that was asked for
     */
    public record Group(Design design, Fitted fitted, int clusters, int alone, double cvRmse,
            String cvWhy, List<Without> without) {
        public Group {
            without = List.copyOf(without);
        }

        /** The terms of which the errors asked for say nothing. */
        public List<String> untold(Method method) {
            List<String> untold = new ArrayList<>();
            List<String> terms = TermsTable.terms(method, design);
            for (int i = 0; fitted.untold() != null && i < terms.size(); i++) {
                if (fitted.untold()[i]) {
                    untold.add(terms.get(i));
                }
            }
            return untold;
        }
    }

    /** @param fitted {@code null} where the rest gives no fit, and {@code why} says why not */
    public record Without(String value, int rows, Design design, Fitted fitted, String why) {

        /** The parameter that a term of that name has here; −1 where it has none. */
        int parameter(Method method, String term) {
            return fitted == null ? -1 : TermsTable.terms(method, design).indexOf(term);
        }

        /** NaN where the rest gives no fit, or none of that term. */
        double estimate(Method method, String term) {
            int parameter = parameter(method, term);
            return parameter < 0 ? Double.NaN : fitted.parameters()[parameter];
        }
    }
}
