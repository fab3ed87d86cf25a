package llmq.session;

import java.util.ArrayList;
import java.util.List;
import llmq.check.Checked;
import llmq.check.Namespace;
import llmq.check.Query;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.engine.FitRelation;
import llmq.engine.Relation;
import llmq.engine.Tables;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.LeftOut;
import llmq.result.Shown;
import llmq.stats.Errors;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Statement;
import llmq.table.BooleanColumn;
import llmq.table.CellText;
import llmq.table.Field;
import llmq.table.Table;
import llmq.value.ScaledUnit;

/** Runs one statement for {@link Preview}, as far as that changes nothing and is soon done. */
final class PreviewRunner implements Checked.Visitor<Preview.Line> {
    private static final String BETWEEN = " · ";
    private static final String MEAN = "mean_low";
    /** So many columns of a single row are told. */
    private static final int MOST_VALUES = 4;

    private final Session session;
    private final SourceText text;
    private final Engine engine;
    private final int digits;
    private final Cancel cancel;

    PreviewRunner(Session session, SourceText text, Engine engine, int digits, Cancel cancel) {
        this.session = session;
        this.text = text;
        this.engine = engine;
        this.digits = digits;
        this.cancel = cancel;
    }

    /** @return {@code null} where there is nothing to say */
    Preview.Line of(Statement statement) {
        Checked checked = session.check(statement, text, cancel);
        return statement instanceof Statement.Compare && checked instanceof Checked.Rows rows ? compared(rows.query())
                : checked.accept(this);
    }

    @Override
    public Preview.Line rows(Checked.Rows rows) {
        return rows(rows.query());
    }

    @Override
    public Preview.Line fit(Checked.Fit fit) {
        return fit(fit.plan());
    }

    @Override
    public Preview.Line plot(Checked.Plot plot) {
        Preview.Line rows = rows(plot.query());
        return rows == null ? null : said((plot.file() == null ? "draws " : "into " + plot.file() + ": ")
                + rows.text());
    }

    @Override
    public Preview.Line recall(Checked.Recall recall) {
        return null;
    }

    @Override
    public Preview.Line value(Checked.Value value) {
        return value("", value.value(), value.title(), value.display());
    }

    @Override
    public Preview.Line trace(Checked.Trace trace) {
        return value("", trace.value(), "value", null);
    }

    @Override
    public Preview.Line describe(Checked.Describe describe) {
        return null;
    }

    @Override
    public Preview.Line describeRows(Checked.DescribeRows rows) {
        return null;
    }

    @Override
    public Preview.Line explain(Checked.Explain explain) {
        return null;
    }

    @Override
    public Preview.Line load(Checked.Load load) {
        return said("reads " + load.file() + " as " + load.name());
    }

    @Override
    public Preview.Line save(Checked.Save save) {
        return said("writes " + save.file());
    }

    @Override
    public Preview.Line assume(Checked.Assume assume) {
        Field field = session.catalog().field(assume.field()).field();
        return value("assumes " + assume.field() + " of " + assume.model() + " ", field, assume.value(), null);
    }

    @Override
    public Preview.Line require(Checked.Require require) {
        return null;
    }

    private Preview.Line said(String words) {
        return new Preview.Line(Preview.Kind.ROWS, words);
    }

    private Tables tables() {
        Tables all = session.tables();
        return new Tables() {
            @Override
            public Table table(String name) {
                Table table = all.table(name);
                if (table.rows() > Preview.MOST_ROWS) {
                    throw new Preview.TooLarge();
                }
                return table;
            }
        };
    }

    private Preview.Line rows(Query query) {
        Plan plan = query.plan();
        if (isHeavy(plan)) {
            return null;
        }
        Relation relation = engine.run(plan, tables(), cancel);
        Table table = relation.table();
        boolean grouped = has(plan, Plan.Aggregate.class);
        if (table.rows() == 1 && (grouped || relation.considered() == 0)) {
            return new Preview.Line(Preview.Kind.VALUE, values(query, table) + leftOut(relation, plan));
        }
        String source = source(plan);
        StringBuilder line = new StringBuilder();
        if (plan instanceof Plan.Frontier frontier && !frontier.dominated()) {
            line.append(table.rows()).append(" of ").append(count(relation.considered(), source))
                    .append(" on the frontier");
        } else if (grouped || has(plan, Plan.Frontier.class) || has(plan, Plan.Union.class) || has(plan, Plan.Fit.class)) {
            line.append(count(table.rows(), "rows")).append(source.equals("rows") ? ""
                    : " from " + count(relation.considered(), source));
        } else {
            line.append(relation.matched() == relation.considered() ? count(relation.considered(), source)
                    : relation.matched() + " of " + count(relation.considered(), source));
            line.append(table.rows() < relation.matched() ? ", " + table.rows() + " shown" : "");
        }
        line.append(leftOut(relation, plan));
        String top = top(query, table);
        return said(line.append(top == null ? "" : BETWEEN + top).toString());
    }

    private Preview.Line compared(Query query) {
        Table table = engine.run(query.plan(), tables(), cancel).table();
        return said(count(table.rows(), "models") + " side by side");
    }

    /** What the fit makes of it, in the first words of the result. */
    @Override
    public Preview.Line whatIf(Checked.WhatIf whatIf) {
        Workspace nowhere = new Workspace(null, true, engine, null, cancel, null);
        List<String> words = new WhatIfRunner(session, nowhere, text).of(whatIf).said();
        return words.isEmpty() ? null : new Preview.Line(Preview.Kind.VALUE, words.get(0));
    }

    /** The estimate of a fit and its interval, of a row that has its inputs before them; {@code null} for others. */
    private String estimate(Query query, Table table) {
        int mean = title(query, MEAN);
        int low = title(query, "low");
        int high = title(query, "high");
        return mean < 1 || low < 0 || high < 0 ? null : query.shown().get(mean - 1).title() + " "
                + cell(query, table, mean - 1) + BETWEEN + cell(query, table, low) + " to "
                + cell(query, table, high);
    }

    private static int title(Query query, String title) {
        for (int i = 0; i < query.shown().size(); i++) {
            if (query.shown().get(i).title().equals(title)) {
                return i;
            }
        }
        return -1;
    }

    private String cell(Query query, Table table, int index) {
        Shown shown = query.shown().get(index);
        return CellText.of(table.schema().field(shown.column()), table.column(shown.column()), 0, shown.display(), digits);
    }

    private String values(Query query, Table table) {
        String estimate = estimate(query, table);
        if (estimate != null) {
            return estimate;
        }
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < query.shown().size() && i < MOST_VALUES; i++) {
            values.append(i == 0 ? "" : BETWEEN).append(query.shown().get(i).title()).append(" ")
                    .append(cell(query, table, i));
        }
        return values.toString();
    }

    /** The first row by name, where the order means something. */
    private static String top(Query query, Table table) {
        int label = table.label() == null ? -1 : table.schema().find(table.label());
        Plan plan = query.plan();
        while (plan instanceof Plan.Extend || plan instanceof Plan.Window) {
            plan = plan.inputs().get(0);
        }
        if (label < 0 || table.rows() == 0 || !(plan instanceof Plan.Order order) || order.keys().isEmpty()
                || query.ranking() == null && has(plan, Plan.Aggregate.class)) {
            return null;
        }
        return (query.ranking() == null ? "first: " : "top: ")
                + CellText.of(table.schema().field(label), table.column(label), 0, null);
    }

    private String leftOut(Relation relation, Plan plan) {
        List<LeftOut> parts = QueryRunner.leftOut(relation, plan);
        long rows = 0;
        LeftOut most = null;
        for (LeftOut part : parts) {
            rows += part.rows();
            most = most == null || part.rows() > most.rows() ? part : most;
        }
        if (rows == 0) {
            return "";
        }
        return BETWEEN + rows + " left out: " + (most.rows() == rows ? most.reason()
                : most.reason() + " (" + most.rows() + "), …");
    }

    private Preview.Line fit(Plan.Fit plan) {
        if (isHeavy(plan)) {
            return null;
        }
        FitRelation fit = engine.fit(plan, tables(), cancel);
        Table table = fit.relation().table();
        int groups = fit.model().groups().size();
        StringBuilder line = new StringBuilder();
        int fitted = table.schema().find("n");
        int share = table.schema().find("r2");
        if (groups == 1 && fitted >= 0 && share >= 0 && table.rows() > 0) {
            line.append("n = ").append(CellText.of(table.schema().field(fitted), table.column(fitted), 0, null))
                    .append(BETWEEN).append("R² = ")
                    .append(CellText.of(table.schema().field(share), table.column(share), 0, null,
                            digits));
        } else {
            line.append(count(groups, "fits"));
        }
        return new Preview.Line(Preview.Kind.VALUE, line.append(leftOut(fit.relation(), plan)).toString());
    }

    private Preview.Line value(String before, Expression value, String title, ScaledUnit display) {
        return value(before, QueryRunner.field(value, title), value, display);
    }

    private Preview.Line value(String before, Field field, Expression value, ScaledUnit display) {
        Relation relation = engine.evaluate(field, value, tables(), cancel);
        String shown = CellText.of(field, relation.table().column(0), 0, display, digits);
        if (!relation.table().column(0).isKnown(0)) {
            List<LeftOut> why = QueryRunner.leftOut(relation, null);
            shown = why.isEmpty() ? shown : shown + ": " + why.get(0).reason();
        }
        return new Preview.Line(Preview.Kind.VALUE, before + "= " + shown);
    }

    @Override
    public Preview.Line claim(Checked.Assert claim) {
        Relation relation = engine.evaluate(QueryRunner.field(claim.condition(), "holds"), claim.condition(),
                tables(), cancel);
        byte holds = ((BooleanColumn) relation.table().column(0)).values()[0];
        return holds == BooleanColumn.TRUE ? new Preview.Line(Preview.Kind.VALUE, "holds")
                : new Preview.Line(Preview.Kind.ERROR, holds == BooleanColumn.UNKNOWN ? "cannot be judged"
                        : "does not hold");
    }

    /** What the name would stand for, where that can be said without rows. */
    @Override
    public Preview.Line define(Checked.Define define) {
        Namespace.Definition definition = define.definition();
        try {
            if (definition instanceof Namespace.Measure measure) {
                Checked checked = session.check(new Statement.Evaluate(measure.body(), measure.body().span()), text);
                return checked instanceof Checked.Value value
                        ? value(measure.name() + " ", value.value(), value.title(), value.display()) : null;
            } else if (definition instanceof Namespace.View view) {
                Checked checked = session.check(new Statement.Listing(view.source(), null, List.of(), null, List.of(),
                        view.source().span()), text);
                return checked instanceof Checked.Rows rows ? rows(rows.query()) : null;
            } else if (definition instanceof Namespace.Parameter parameter) {
                return said(parameter.name() + " = " + Formatter.expression(parameter.value()));
            }
        } catch (LlmqException e) {
            // A measure of rows has no value of its own.
        }
        return null;
    }

    /** The one table that rows come from, else {@code rows}. */
    private static String source(Plan plan) {
        List<String> sources = new ArrayList<>();
        addSources(plan, sources);
        return sources.size() == 1 && !sources.get(0).startsWith("$") ? sources.get(0) : "rows";
    }

    private static void addSources(Plan plan, List<String> sources) {
        if (plan instanceof Plan.Scan scan) {
            sources.add(scan.source());
        }
        for (Plan input : plan.inputs()) {
            addSources(input, sources);
        }
    }

    private static String count(long rows, String source) {
        boolean plural = source.equals("rows") || source.equals("models") || source.equals("fits")
                || source.equals("scores") || source.equals("benchmarks") || source.equals("sources");
        return rows + " " + (plural ? rows == 1 ? source.substring(0, source.length() - 1) : source
                : rows == 1 ? "row of " + source : "rows of " + source);
    }

    private static boolean has(Plan plan, Class<? extends Plan> kind) {
        boolean has = kind.isInstance(plan);
        for (Plan input : plan.inputs()) {
            has |= has(input, kind);
        }
        return has;
    }

    /** Whether anything in it is tried hundreds of times. */
    private static boolean isHeavy(Plan plan) {
        boolean heavy = plan instanceof Plan.Order order && order.intervals() != null
                || plan instanceof Plan.Fit fit && (fit.spec().errors() instanceof Errors.Bootstrap
                        || fit.spec().leaveOneOut() || fit.leaveOut() != null);
        for (Plan input : plan.inputs()) {
            heavy |= isHeavy(input);
        }
        return heavy;
    }
}
