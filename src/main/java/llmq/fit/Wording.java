package llmq.fit;

import java.util.List;
import llmq.stats.NoFit;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.TextColumn;
import llmq.text.Plural;
import llmq.value.Dates;
import llmq.value.NumberForm;
import llmq.value.NumberText;
import llmq.value.Type;

/** Why there is no fit, in plain words. */
final class Wording {
    private Wording() {
    }

    static CannotFit noFit(FitSpec spec, Design design, double[] y, NoFit e) {
        int rows = y.length;
        String input = e.column() < 0 ? null : spec.inputs().get(design.input(e.column())).title();
        String response = spec.response().title();
        return switch (e.reason()) {
            case TOO_FEW_POINTS -> tooFew(spec, design, rows, input);
            case CONSTANT_INPUT -> constant(input, rows);
            case CLOSE_INPUT -> new CannotFit(input + " varies by less than a ten-millionth of its size in these " + rows
                    + " rows, too little to reckon with its squares", "fit on " + input
                    + " - " + NumberText.exact(design.lows()[design.input(e.column())]) + " in its place");
            case COLLINEAR_INPUT -> collinear(spec, design, e.column());
            case CONSTANT_RESPONSE -> new CannotFit(response + " is the same in all " + rows + " rows, so that nothing"
                    + " goes along with it", "take in rows where it differs");
            case BEYOND_BOUNDS -> beyondBounds(spec, y);
            case OUT_OF_DOMAIN -> new CannotFit((input == null ? response : input) + " is zero or negative in some"
                    + " row, and using " + spec.method().word() + " takes positive numbers", "where "
                    + (input == null ? response : input) + " > 0 leaves such rows out");
            case NOT_CONVERGED -> new CannotFit("no curve was found that fits best"
                    + (e.tried() == null ? "" : "; tried " + e.tried()), "using line needs no search");
            case TOO_LARGE -> new CannotFit("the estimates, or squares that lead to them, are beyond what a number can"
                    + " hold",
                    "figures nearer to 1 can be fitted: their log10, or in another unit");
        };
    }

    /** The ends of a logistic curve, or a jump from one to the other, hide how steep it is. */
    private static CannotFit beyondBounds(FitSpec spec, double[] y) {
        int between = 0;
        double least = y[0];
        double most = y[0];
        for (double value : y) {
            between += value > spec.low() && value < spec.high() ? 1 : 0;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        String ends = " between the ends of the curve, " + number(spec.low()) + " and " + number(spec.high());
        String line = "using line fits these rows as they are";
        return new CannotFit("of " + Plural.count(y.length, "value") + " of " + spec.response().title() + " "
                + (between == 0 ? "none lies" + ends + ", so that nothing tells" : (between == 1 ? "one lies"
                        : between + " lie") + ends + ", and that does not tell") + " how steep it is",
                between == y.length ? line : line + ", and using logistic between LOW and HIGH sets other ends: "
                        + (least == most ? "all values are " + number(most)
                        : "the values go from " + number(least) + " to " + number(most)));
    }

    /** Why there is no telling how well each row is predicted from the others. */
    static String withoutRow(FitSpec spec, Design design, FitRows rows, NoFit e) {
        String row = rows.names() == null ? null : rows.names().value(e.row());
        double[] others = new double[rows.size() - 1];
        System.arraycopy(rows.response(), 0, others, 0, e.row());
        System.arraycopy(rows.response(), e.row() + 1, others, e.row(), others.length - e.row());
        return "without " + (row == null ? "one of the rows" : row) + ", "
                + noFit(spec, design, others, e).getMessage();
    }

    private static CannotFit tooFew(FitSpec spec, Design design, int rows, String input) {
        int terms = spec.parameters(design);
        if (input != null) {
            return new CannotFit(input + " has too few different values for " + terms + " terms", "take in rows where"
                    + " it differs, or take fewer terms");
        }
        return new CannotFit(rows + (rows == 1 ? " row is" : " rows are") + " too few for "
                + Plural.count(terms, "term") + ", which " + (terms == 1 ? "takes" : "take") + " at least " + (terms + 1),
                "a wider where takes in more rows" + (terms > 2 ? ", and fewer terms need fewer" : ""));
    }

    /** An input without which the others fare better. */
    static CannotFit constant(String input, int rows) {
        return new CannotFit(input + " is the same in all " + rows + " rows, so that nothing can be told of it",
                "leave it out, or take in rows where it differs");
    }

    private static CannotFit collinear(FitSpec spec, Design design, int column) {
        String input = design.titles().get(column);
        int others = spec.inputs().size() - 1;
        String from = others == 1 ? spec.inputs().get(1 - design.input(column)).title()
                : others == 0 ? "its other values" : "the other inputs";
        return new CannotFit(input + " follows from " + from + ", so that they cannot be told apart",
                "leave one of them out");
    }

    private static String number(double value) {
        return NumberForm.EACH.text(value);
    }

    /** What a reader knows a group by: the values of its keys, with what they are values of where they are no texts. */
    static String key(List<Field> fields, List<Column> keys, int row) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            name.append(i == 0 ? "" : ", ").append(fields.get(i).type() == Type.TEXT ? ""
                    : fields.get(i).name() + " ").append(value(fields.get(i), keys.get(i), row));
        }
        return name.toString();
    }

    /** A value of a key as a reader knows it. */
    static String value(Field field, Column column, int row) {
        if (!column.isKnown(row)) {
            return "?";
        } else if (column instanceof TextColumn texts) {
            return texts.value(row);
        } else if (column instanceof BooleanColumn truths) {
            return truths.values()[row] == BooleanColumn.TRUE ? "yes" : "no";
        }
        double value = ((NumberColumn) column).values()[row];
        return field.type() == Type.DATE ? Dates.format(value) : field.unit().isNone() ? NumberText.exact(value)
                : Amounts.of(value, field.unit());
    }
}
