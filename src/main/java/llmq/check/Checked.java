package llmq.check;

import java.util.List;
import llmq.diagnostic.Span;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.plot.PlotSpec;
import llmq.result.Format;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Statement;
import llmq.table.Schema;
import llmq.value.ScaledUnit;

/** A statement that checks: what there is to do. */
public sealed interface Checked {

    /** Does what each kind asks for. */
    interface Visitor<T> {
        T rows(Rows rows);

        T fit(Fit fit);

        T plot(Plot plot);

        T recall(Recall recall);

        T whatIf(WhatIf whatIf);

        T value(Value value);

        T trace(Trace trace);

        T describe(Describe describe);

        T describeRows(DescribeRows describeRows);

        T explain(Explain explain);

        T define(Define define);

        T load(Load load);

        T save(Save save);

        T assume(Assume assume);

        T claim(Assert claim);

        T require(Require require);
    }

    <T> T accept(Visitor<T> visitor);

    /** Rows to compute and show. */
    record Rows(Query query) implements Checked {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.rows(this);
        }
    }

    /** Curves to fit and show. @param name to keep them under, {@code null} for none @param written the statement */
    record Fit(Query query, String name, Statement written) implements Checked {
        public Plan.Fit plan() {
            return (Plan.Fit) query.plan();
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.fit(this);
        }
    }

    /**
     * Rows to compute and draw.
     *
     * @param query    the rows, as programs get them; what cannot be drawn is left out in it
     * @param trends   curves to draw over them
     * @param band     whether the interval of each curve is drawn
     * @param interval whether that of single rows is
     * @param file     that it is drawn into; {@code null} for the screen, and so is {@code fileSpan}
     * @param written  the statement
     */
    record Plot(Query query, PlotSpec spec, List<Trend> trends, boolean band, boolean interval, String file,
            Span fileSpan, Statement written) implements Checked {
        public Plot {
            trends = List.copyOf(trends);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.plot(this);
        }
    }

    /**
     * The curve of a fit over x.
     *
     * @param grid  the schema of the points at which it is wanted: x, in base units, then the keys of the fit
     * @param curve over the rows of {@link #GRID}: x, the keys, then what the fit says, the ends of its interval, and
     *              those for single rows
     */
    record Trend(Namespace.Fitted fit, Schema grid, Plan curve) {
        /** Name of the table of those points. */
        public static final String GRID = "grid";
    }

    /** A fit that was made, to be shown again. */
    record Recall(Query query, Namespace.Fitted fit) implements Checked {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.recall(this);
        }
    }

    /**
     * A row with other figures.
     *
     * @param source    the table that the row is of
     * @param following the fields that are computed again, in the order of the table
     * @param predicted what the fit says, over the columns of the table
     * @param actual    what was observed, over the same; {@code null} where the table does not have it
     * @param schema    of what is told: the state, the figures that are changed or follow, what the fit says
     */
    record WhatIf(Namespace.Fitted fit, String source, int row, String model, List<Change> changes,
            List<String> following, Expression.Call predicted, Expression actual, Schema schema, Span span)
            implements Checked {
        /** Title of what is told beside tokens and params. */
        public static final String RATIO = "tokens/params";

        public WhatIf {
            changes = List.copyOf(changes);
            following = List.copyOf(following);
        }

        /** Title of the column that says which state a row tells of. */
        public String label() {
            return schema.field(0).name();
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.whatIf(this);
        }
    }

    /**
     * @param value    over no columns, in the unit of the field
     * @param computed whether {@code written} does not say what it comes to
     * @param display  the unit asked for, or {@code null}
     */
    record Change(String field, Expression value, String written, boolean computed, ScaledUnit display, Span span) {
    }

    /** One value. @param display the unit asked for with {@code in}, or {@code null} */
    record Value(Expression value, String title, ScaledUnit display) implements Checked {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.value(this);
        }
    }

    /** Where a value comes from. @param value its expression over the columns of the row's table */
    record Trace(Expr written, Expression.OfRow value) implements Checked {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.trace(this);
        }
    }

    /** A page on a topic; {@code null} for the overview. */
    record Describe(String topic, boolean quoted, Span span) implements Checked {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.describe(this);
        }
    }

    /** What the columns of a query are. @param title what is described, {@code null} where it stands before a pipe */
    record DescribeRows(Query query, String title) implements Checked {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.describeRows(this);
        }
    }

    record Explain(Statement statement, Checked inner) implements Checked {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.explain(this);
        }
    }

    /** A name to be kept. */
    record Define(Namespace.Definition definition) implements Checked {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.define(this);
        }
    }

    record Load(String file, Span fileSpan, String name, List<Mapping> mappings, Span span) implements Checked {
        public Load {
            mappings = List.copyOf(mappings);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.load(this);
        }
    }

    /** A column of a file under a name of the user's. @param unit {@code null} where none was written */
    record Mapping(String field, String column, ScaledUnit unit, Span span) {
    }

    record Save(Query query, Format format, String file, Span fileSpan) implements Checked {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.save(this);
        }
    }

    /** @param value over no columns, in the unit of the field */
    record Assume(int row, String model, String field, Expression value, Span span) implements Checked {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.assume(this);
        }
    }

    record Assert(Expression condition, Expr written, String why, Span span) implements Checked {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.claim(this);
        }
    }

    record Require(String version, Span span) implements Checked {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.require(this);
        }
    }
}
