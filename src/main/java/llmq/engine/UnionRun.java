package llmq.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.plan.Plan;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Dictionary;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;

/** The rows of several inputs, one input after another. */
final class UnionRun {
    private UnionRun() {
    }

    static Pipe run(Run run, Plan.Union union) {
        List<Table> inputs = new ArrayList<>();
        int count = 0;
        for (Plan input : union.inputs()) {
            Table table = run.table(run.pipe(input));
            inputs.add(table);
            count = Math.addExact(count, table.rows());
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < union.schema().size(); i++) {
            Column[] parts = new Column[inputs.size()];
            for (int part = 0; part < parts.length; part++) {
                int position = union.positions().get(part)[i];
                parts[part] = position < 0 ? null : inputs.get(part).column(position);
            }
            columns.add(joined(run.cancel(), union.schema().field(i).type(), parts, inputs, count));
        }
        run.matched(count);
        run.step(union, count);
        Table table = new Table(union.schema(), columns, count, union.label());
        return run.pipe(table, union.schema(), union.label());
    }

    private static Column joined(Cancel cancel, Type type, Column[] parts, List<Table> inputs, int count) {
        cancel.check();
        byte[] statuses = statuses(parts, inputs, count);
        int at = 0;
        if (type == Type.TEXT) {
            return texts(cancel, parts, inputs, count, statuses);
        } else if (type == Type.BOOLEAN) {
            byte[] values = new byte[count];
            for (int i = 0; i < parts.length; i++) {
                int rows = inputs.get(i).rows();
                if (parts[i] == null) {
                    Arrays.fill(values, at, at + rows, BooleanColumn.UNKNOWN);
                } else {
                    System.arraycopy(((BooleanColumn) parts[i]).values(), 0, values, at, rows);
                }
                at += rows;
            }
            return new BooleanColumn(values, statuses);
        }
        double[] values = new double[count];
        for (int i = 0; i < parts.length; i++) {
            int rows = inputs.get(i).rows();
            if (parts[i] == null) {
                Arrays.fill(values, at, at + rows, Double.NaN);
            } else {
                System.arraycopy(((NumberColumn) parts[i]).values(), 0, values, at, rows);
            }
            at += rows;
        }
        return new NumberColumn(values, statuses);
    }

    private static Column texts(Cancel cancel, Column[] parts, List<Table> inputs, int count, byte[] statuses) {
        Dictionary shared = null;
        boolean same = true;
        for (Column part : parts) {
            if (part != null) {
                Dictionary own = ((TextColumn) part).dictionary();
                same &= shared == null || shared == own;
                shared = own;
            }
        }
        Dictionary.Builder builder = new Dictionary.Builder();
        int[] codes = new int[count];
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            cancel.check();
            int rows = inputs.get(i).rows();
            if (parts[i] == null) {
                Arrays.fill(codes, at, at + rows, Dictionary.UNKNOWN);
            } else {
                TextColumn part = (TextColumn) parts[i];
                int[] map = same ? null : Texts.recode(part.dictionary(), builder);
                for (int row = 0; row < rows; row++) {
                    int code = part.codes()[row];
                    codes[at + row] = code < 0 || map == null ? code : map[code];
                }
            }
            at += rows;
        }
        return new TextColumn(codes, same && shared != null ? shared : builder.build(), statuses);
    }

    private static byte[] statuses(Column[] parts, List<Table> inputs, int count) {
        byte[] statuses = null;
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            int rows = inputs.get(i).rows();
            if (parts[i] != null && parts[i].hasStatuses()) {
                statuses = statuses == null ? new byte[count] : statuses;
                for (int row = 0; row < rows; row++) {
                    statuses[at + row] = (byte) parts[i].status(row).ordinal();
                }
            }
            at += rows;
        }
        return statuses;
    }
}
