package llmq.plan;

import java.util.List;
import llmq.fit.FitSpec;
import llmq.function.AggregateFunction;
import llmq.function.WindowFunction;
import llmq.table.Field;
import llmq.table.Schema;

/**
 * A checked query as relational algebra: a value, with no data in it, that any engine could run. Expressions in a
 * node refer to the columns of its input by position.
 */
public sealed interface Plan {

    /** The columns that the node gives. */
    Schema schema();

    /** Name of the field by which a reader knows a row, or {@code null}. */
    String label();

    /** The plans whose rows this one works on. */
    List<Plan> inputs();

    /** All rows of a named table: {@code models}, a loaded name, {@code $3}. */
    record Scan(String source, Schema schema, String label) implements Plan {
        @Override
        public List<Plan> inputs() {
            return List.of();
        }
    }

    /** The rows for which the condition is true; those for which it is unknown are counted as left out. */
    record Filter(Plan input, Expression condition) implements Plan {
        @Override
        public Schema schema() {
            return input.schema();
        }

        @Override
        public String label() {
            return input.label();
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }
    }

    /**
     * The rows of all inputs, one input after another.
     *
     * @param positions for each input, the position in it of each column of the schema, −1 where it lacks it (then
     *                  unknown)
     */
    record Union(List<Plan> inputs, List<int[]> positions, Schema schema, String label) implements Plan {
        public Union {
            inputs = List.copyOf(inputs);
            positions = List.copyOf(positions);
        }
    }

    /**
     * Computed columns. One with the name of a column of the input takes that column's place, the others come after
     * the input's columns, in order.
     */
    record Extend(Plan input, List<Named> columns, Schema schema) implements Plan {
        public Extend {
            columns = List.copyOf(columns);
        }

        @Override
        public String label() {
            return input.label();
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }
    }

    /** Columns, after those of the input, whose values depend on all rows of the input. */
    record Window(Plan input, List<WindowCall> calls, Schema schema) implements Plan {
        public Window {
            calls = List.copyOf(calls);
        }

        @Override
        public String label() {
            return input.label();
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }
    }

    /**
     * Rows in order, ties in the order of the input.
     *
     * @param per       where not empty, rows are ordered, numbered and limited within each group; groups follow one
     *                  another in the order of their best row
     * @param limit     the first so many rows (of each group); −1 for all
     * @param ranked    whether a row with an unknown key or group is left out, and a column {@code rank} comes first
     *                  (columns of the input with the names of new ones are dropped); else unknown keys come last
     * @param intervals 95% ranges of ranks by simulation, in columns {@code rank_low}, {@code rank_high} after
     *                  {@code rank}; or {@code null}
     */
    record Order(Plan input, List<Key> keys, List<Expression> per, long limit, boolean ranked, Intervals intervals,
            Schema schema) implements Plan {
        public Order {
            keys = List.copyOf(keys);
            per = List.copyOf(per);
        }

        @Override
        public String label() {
            return input.label();
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }
    }

    /** One row per group, in the order in which groups first appear; without groups, one row. */
    record Aggregate(Plan input, List<Named> groups, List<AggregateCall> calls, Schema schema, String label)
            implements Plan {
        public Aggregate {
            groups = List.copyOf(groups);
            calls = List.copyOf(calls);
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }
    }

    /**
     * The rows that no other row beats: none has at least as much {@code y} for at most as much {@code x}, and more
     * or less of one. In the order of x. Rows where x or y is unknown are left out.
     *
     * @param dominated whether the beaten rows follow as well, with a text column {@code dominated_by} that labels a
     *                  row of the frontier that beats each (the one with the most y), unknown on the frontier itself
     */
    record Frontier(Plan input, Expression y, Expression x, boolean dominated, Schema schema) implements Plan {
        @Override
        public String label() {
            return input.label();
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }
    }

    /**
     * The terms of curves fitted to the rows, as {@link llmq.fit.TermsTable} has them. Rows in which response, an
     * input or a key is unknown are left out.
     *
     * @param terms    numbers, truth values or texts, one for each input of the spec
     * @param cluster  what shares errors; {@code null} where nothing does
     * @param leaveOut what is left out value by value; {@code null} where nothing is
     */
    record Fit(Plan input, FitSpec spec, Expression response, List<Expression> terms, List<Named> per,
            Expression cluster, Expression leaveOut, Schema schema) implements Plan {
        public Fit {
            terms = List.copyOf(terms);
            per = List.copyOf(per);
        }

        /** The rows that the curves are fitted to. */
        public Plan rows() {
            Expression known = new Expression.Needed(response);
            for (Expression term : terms) {
                known = new Expression.And(known, new Expression.Needed(term));
            }
            for (Named key : per) {
                known = new Expression.And(known, new Expression.Needed(key.value()));
            }
            return new Filter(input, known);
        }

        @Override
        public String label() {
            return spec.leaveOut() == null ? "term" : "without";
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }
    }

    /** One row of values that name no column. */
    record Row(List<Named> values, Schema schema) implements Plan {
        public Row {
            values = List.copyOf(values);
        }

        @Override
        public String label() {
            return null;
        }

        @Override
        public List<Plan> inputs() {
            return List.of();
        }
    }

    /** An expression and the column that holds it. */
    record Named(Field field, Expression value) {
    }

    record Key(Expression value, boolean descending) {
    }

    /** @param seed of the simulation, so that it repeats @param draws how many times it is simulated */
    record Intervals(long seed, int draws) {
    }

    record AggregateCall(Field field, AggregateFunction function, List<Expression> arguments) {
        public AggregateCall {
            arguments = List.copyOf(arguments);
        }
    }

    record WindowCall(Field field, WindowFunction function, List<Expression> arguments) {
        public WindowCall {
            arguments = List.copyOf(arguments);
        }
    }
}
