package llmq.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.ExpressionText;
import llmq.plan.Plan;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.value.Type;

/** The first key of a ranking and the rows that it put on top, so that rules can ask “what if a score were other”. */
final class Ranked {
    /** How many rows from the top on the rules look at: what a reader takes in at a glance. */
    static final int TOP = 10;

    private final Facts facts;
    private final Plan.Order order;
    private final String keyText;
    private final Expression key;
    private final Table top;
    private final List<Expression.Column> scores;

    private Ranked(Facts facts, Plan.Order order, String keyText, Expression key, Table top,
            List<Expression.Column> scores) {
        this.facts = facts;
        this.order = order;
        this.keyText = keyText;
        this.key = key;
        this.top = top;
        this.scores = scores;
    }

    /**
     * {@code null} where nothing is ranked, or not by a number, no row was, or the result no longer holds what the key
     * is made of.
     */
    static Ranked of(Asked asked) {
        Plan.Order order = asked.ranking();
        Table result = asked.result().table();
        if (order == null || order.keys().isEmpty() || result.rows() == 0) {
            return null;
        }
        Expression key = order.keys().get(0).value();
        if (key.type() != Type.NUMBER && key.type() != Type.DATE) {
            return null;
        }
        List<Expression.Column> used = Columns.used(key);
        int[] rows = new int[Math.min(TOP, result.rows())];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        List<Expression.Column> scores = new ArrayList<>();
        for (Expression.Column column : used) {
            int place = result.schema().find(column.field().name());
            if (place < 0 || !isSame(result.schema().field(place), column.field())) {
                return null;
            }
            if (column.field().scale() != null && result.column(place) instanceof NumberColumn) {
                scores.add(new Expression.Column(fields.size(), column.field()));
            }
            fields.add(column.field());
            columns.add(result.column(place).take(rows));
        }
        Expression moved = Columns.map(key, new Move(used));
        String text = asked.keys().isEmpty() ? ExpressionText.of(key) : asked.keys().get(0);
        Table top = new Table(new Schema(fields), columns, rows.length, null);
        return new Ranked(asked.facts(), order, text, moved, top, scores);
    }

    /** A computed column of the result may have taken the place of one that the key is made of. */
    private static boolean isSame(Field shown, Field used) {
        return shown == used || shown.name().equals(used.name()) && shown.type() == used.type()
                && shown.unit().equals(used.unit()) && shown.scale() == used.scale();
    }

    /** From the columns of the ranking's input to the few that are used. A class, as a lambda costs start-up. */
    private record Move(List<Expression.Column> used) implements UnaryOperator<Expression.Column> {
        @Override
        public Expression.Column apply(Expression.Column column) {
            return new Expression.Column(Columns.place(used, column), column.field());
        }
    }

    Plan.Order order() {
        return order;
    }

    /** The key as the user wrote it. */
    String keyText() {
        return keyText;
    }

    /** The key with what measures in it stand for. */
    String keyFormula() {
        return ExpressionText.of(order.keys().get(0).value());
    }

    /** The key, over the columns of its own few ingredients. */
    Expression key() {
        return key;
    }

    boolean isDescending() {
        return order.keys().get(0).descending();
    }

    /** How many rows from the top on there are to look at, at most {@link #TOP}. */
    int rows() {
        return top.rows();
    }

    /** The benchmarks that the key is made of. */
    List<Expression.Column> scores() {
        return scores;
    }

    /** Whether the key is made of nothing but benchmarks' scores. */
    boolean isOfScoresOnly() {
        return scores.size() == top.schema().size();
    }

    /** The scores of the top rows, in percent, NaN where unknown. */
    double[] values(Expression.Column score) {
        return ((NumberColumn) top.column(score.index())).values();
    }

    double[] keys() {
        return facts.numbers(top, List.of(key))[0];
    }

    /** The keys that the top rows would have, were one of their scores greater by so much. */
    double[] keysWith(Expression.Column score, double[] more) {
        double[] shifted = values(score).clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += more[i];
        }
        List<Column> columns = new ArrayList<>(top.columns());
        columns.set(score.index(), new NumberColumn(shifted, ((NumberColumn) top.column(score.index())).statuses()));
        return facts.numbers(new Table(top.schema(), columns, top.rows(), null), List.of(key))[0];
    }

    /** Whether a greater score moves a row up. */
    boolean rewards(Expression.Column score) {
        double[] more = new double[rows()];
        Arrays.fill(more, 1);
        double[] now = keys();
        double[] then = keysWith(score, more);
        int up = 0;
        for (int i = 0; i < now.length; i++) {
            up += then[i] > now[i] ? 1 : then[i] < now[i] ? -1 : 0;
        }
        return isDescending() ? up > 0 : up < 0;
    }
}
