package llmq.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.value.Status;

/**
 * A model as it would be with other figures: what is computed follows those. Compute that was published, or assumed,
 * goes in proportion to what the formula makes of them, so that the two states are counted in one way.
 */
final class Hypothesis {
    private static final List<Integer> OF_ACTIVE = List.of(ModelFields.FLOPS, ModelFields.FLOPS_6ND);

    private final Table models;
    private final int row;
    private final boolean ownActive;

    /** @param ownActive whether the weights in use are a figure of their own, as in a mixture of experts */
    Hypothesis(Table models, int row, boolean ownActive) {
        this.models = models;
        this.row = row;
        this.ownActive = ownActive;
    }

    /** The fields that are computed again where this one is another. */
    List<String> following(int field) {
        List<Integer> followers = new ArrayList<>();
        if (field == ModelFields.PARAMS && !ownActive) {
            followers.add(ModelFields.ACTIVE_PARAMS);
        }
        if (field == ModelFields.ACTIVE_PARAMS || field == ModelFields.TOKENS
                || field == ModelFields.PARAMS && !ownActive) {
            followers.addAll(OF_ACTIVE);
        }
        if (field == ModelFields.PARAMS || field == ModelFields.TOKENS) {
            followers.add(ModelFields.FLOPS_6ND_TOTAL);
        }
        List<String> names = new ArrayList<>();
        for (int follower : followers) {
            names.add(models.schema().field(follower).name());
        }
        return names;
    }

    /** The row alone. @param changes of each changed field a column of one row */
    Table row(Map<Integer, Column> changes) {
        List<Column> before = models.take(new int[] {row}).columns();
        List<Column> columns = new ArrayList<>(before);
        boolean[] follows = new boolean[columns.size()];
        for (Map.Entry<Integer, Column> change : changes.entrySet()) {
            columns.set(change.getKey(), change.getValue());
            for (String follower : following(change.getKey())) {
                follows[models.schema().find(follower)] |= !changes.containsKey(models.schema().find(follower));
            }
        }
        if (follows[ModelFields.ACTIVE_PARAMS]) {
            columns.set(ModelFields.ACTIVE_PARAMS, columns.get(ModelFields.PARAMS));
        }
        if (follows[ModelFields.FLOPS] || changes.containsKey(ModelFields.FLOPS)) {
            columns.set(ModelFields.FLOPS_REPORTED, NumberColumn.of(Double.NaN));
        }
        Compute compute = compute(columns);
        if (follows[ModelFields.FLOPS]) {
            columns.set(ModelFields.FLOPS, flops(before, columns));
        }
        if (follows[ModelFields.FLOPS_6ND]) {
            columns.set(ModelFields.FLOPS_6ND, column(compute.sixFold(), compute.sixFoldStatus()));
        }
        if (follows[ModelFields.FLOPS_6ND_TOTAL]) {
            columns.set(ModelFields.FLOPS_6ND_TOTAL, column(compute.sixFoldTotal(), compute.sixFoldTotalStatus()));
        }
        return new Table(models.schema(), columns, 1, models.label());
    }

    private static Compute compute(List<Column> columns) {
        return new Compute(value(columns, ModelFields.PARAMS), status(columns, ModelFields.PARAMS),
                value(columns, ModelFields.ACTIVE_PARAMS), status(columns, ModelFields.ACTIVE_PARAMS),
                value(columns, ModelFields.TOKENS), status(columns, ModelFields.TOKENS), Double.NaN, Status.REPORTED);
    }

    /** Unknown where compute does not come from the formula and its proportion is unknown. */
    private static NumberColumn flops(List<Column> before, List<Column> after) {
        Compute then = compute(before);
        Compute now = compute(after);
        double flops = value(before, ModelFields.FLOPS);
        Status status = status(before, ModelFields.FLOPS);
        boolean computed = flops == then.sixFold() && status == then.sixFoldStatus();
        if (computed || flops != flops) {
            return column(now.sixFold(), now.sixFoldStatus());
        }
        Status weakest = Status.DERIVED.weakest(status);
        for (int factor : List.of(ModelFields.ACTIVE_PARAMS, ModelFields.TOKENS)) {
            // What stays is no matter, known or not.
            if (after.get(factor) != before.get(factor)) {
                flops *= value(after, factor) / value(before, factor);
                weakest = weakest.weakest(status(before, factor)).weakest(status(after, factor));
            }
        }
        return Double.isFinite(flops) ? column(flops, weakest) : column(Double.NaN, Status.REPORTED);
    }

    private static double value(List<Column> columns, int field) {
        return ((NumberColumn) columns.get(field)).values()[0];
    }

    private static Status status(List<Column> columns, int field) {
        return columns.get(field).status(0);
    }

    private static NumberColumn column(double value, Status status) {
        return new NumberColumn(new double[] {value}, new byte[] {(byte) status.ordinal()});
    }
}
