package llmq.fit;

import llmq.stats.NoFit;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.TextColumn;

/** Why there is no fit, in plain words. */
final class Wording {
    private Wording() {
    }

    static CannotFit noRows(FitSpec spec) {
        return new CannotFit("no row has " + spec.response().title() + " and " + inputs(spec) + " known",
                "count(models where " + spec.response().of() + " is known) tells how many rows there are");
    }

    private static String inputs(FitSpec spec) {
        StringBuilder text = new StringBuilder();
        for (Variable input : spec.inputs()) {
            text.append(text.length() == 0 ? "" : ", ").append(input.title());
        }
        return text.toString();
    }

    static CannotFit noFit(FitSpec spec, Design design, int rows, NoFit e) {
        String input = e.column() < 0 ? "an input" : spec.inputs().get(design.input(e.column())).title();
        return switch (e.reason()) {
            case TOO_FEW_POINTS -> new CannotFit(rows + (rows == 1 ? " row is" : " rows are")
                    + " too few for a fit of so many terms", "a wider where takes in more rows");
            case CONSTANT_INPUT -> new CannotFit(input + " is the same in all " + rows + " rows, so nothing can be"
                    + " told of it", "leave it out, or take in rows where it differs");
            case COLLINEAR_INPUT -> new CannotFit(input + " follows from the other inputs, so the two cannot be told"
                    + " apart", "leave one of them out");
            case CONSTANT_RESPONSE -> new CannotFit(spec.response().title() + " is the same in all " + rows + " rows",
                    "take in rows where it differs");
            case BEYOND_BOUNDS -> new CannotFit("no " + spec.response().title() + " lies between the curve's ends",
                    "using line fits these rows as they are");
            case OUT_OF_DOMAIN -> new CannotFit(input + " is zero or negative somewhere, and a power law needs it"
                    + " positive", "where " + input + " > 0 leaves such rows out");
            case NOT_CONVERGED -> new CannotFit("the search for the best curve came to no end"
                    + (e.tried() == null ? "" : ": tried " + e.tried()), "using line always comes to one");
        };
    }

    /** A value of a key or a group as a reader knows it. */
    static String value(Column column, int row) {
        if (!column.isKnown(row)) {
            return "?";
        }
        if (column instanceof TextColumn texts) {
            return texts.value(row);
        }
        if (column instanceof BooleanColumn truths) {
            return truths.values()[row] == BooleanColumn.TRUE ? "true" : "false";
        }
        double value = ((NumberColumn) column).values()[row];
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
