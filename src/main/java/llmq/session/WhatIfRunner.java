package llmq.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import llmq.catalog.Catalog;
import llmq.catalog.FieldInfo;
import llmq.check.Checked;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Tables;
import llmq.fit.Extrapolation;
import llmq.fit.FitFunctions;
import llmq.fit.Method;
import llmq.fit.Variable;
import llmq.function.ScalarFunction;
import llmq.note.BareCountRule;
import llmq.plan.AsNumber;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Layout;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.stats.Interval;
import llmq.table.BooleanColumn;
import llmq.table.CellText;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.ScaledUnit;
import llmq.value.Status;
import llmq.value.Type;

/** Works out what a fit says of a row with other figures. */
final class WhatIfRunner {
    private static final String MODELS = "models";
    /** No name that a query could write. */
    private static final String HERE = " ";
    private static final String[] STATES = {"before", "after", "difference", "low", "high"};

    private final Session session;
    private final Workspace workspace;
    private final SourceText text;

    WhatIfRunner(Session session, Workspace workspace, SourceText text) {
        this.session = session;
        this.workspace = workspace;
        this.text = text;
    }

    /**
     * What the fit says of one state of the row.
     *
     * @param row       its figures, one row of the table
     * @param arguments of the fit's function
     * @param predicted a column of one row, and so is {@code actual}, which may be {@code null}
     */
    record State(Table row, double[][] arguments, NumberColumn predicted, NumberColumn actual) {
        double value() {
            return predicted.values()[0];
        }
    }

    Result of(Checked.WhatIf whatIf) {
        Table table = session.tables().table(whatIf.source());
        State before = state(whatIf, table.take(new int[] {whatIf.row()}));
        State after = state(whatIf, changed(whatIf, before.row()));
        requireKnown(whatIf, before, null);
        requireProportion(whatIf, before, after);
        String with = with(whatIf, after.row());
        requireKnown(whatIf, after, with);
        FitFunctions.Body body = (FitFunctions.Body) whatIf.predicted().function().body();
        Interval interval = body.difference(before.arguments(), after.arguments());
        Table told = told(whatIf, before, after, interval);
        Result bare = new Result(Layout.CHANGE, null, told, shown(whatIf, told), List.of(), List.of(), 1, Wanted.ALL)
                .saying(whatIf.model() + " with " + with + ", by " + whatIf.fit().name(),
                        new WhatIfWords(whatIf, session.catalog()).lines(before, after, interval,
                                body.rmse(after.arguments())));
        return bare.with(notes(whatIf, bare, before, after, body));
    }

    /** {@code tokens = 15T}, and of what says little of itself {@code tokens = longer (15T tokens)}. */
    private static String with(Checked.WhatIf whatIf, Table after) {
        StringBuilder with = new StringBuilder();
        for (Checked.Change change : whatIf.changes()) {
            with.append(with.length() == 0 ? "" : ", ").append(change.field()).append(" = ").append(change.written());
            if (change.computed()) {
                int column = after.schema().find(change.field());
                with.append(" (").append(CellText.of(after.schema().field(column), after.column(column), 0,
                        change.display())).append(')');
            }
        }
        return with.toString();
    }

    /** The row with the new figures, and with what follows from them. */
    private Table changed(Checked.WhatIf whatIf, Table row) {
        Map<String, Column> changes = new LinkedHashMap<>();
        for (Checked.Change change : whatIf.changes()) {
            Column value = new QueryRunner(session, workspace).single(change.value(), change.field()).table()
                    .column(0);
            if (!value.isKnown(0)) {
                throw Diagnostic.at(ErrorCode.E118, text, change.span(), "the value of " + change.field()
                        + " is unknown itself").toException();
            }
            changes.put(change.field(), value);
        }
        if (whatIf.source().equals(MODELS)) {
            return session.catalog().hypothetical(whatIf.row(), changes);
        }
        List<Column> columns = new ArrayList<>(row.columns());
        for (Map.Entry<String, Column> change : changes.entrySet()) {
            columns.set(row.schema().find(change.getKey()), change.getValue());
        }
        return new Table(row.schema(), columns, 1, row.label());
    }

    private State state(Checked.WhatIf whatIf, Table row) {
        List<Expression> wanted = new ArrayList<>();
        for (Expression argument : whatIf.predicted().arguments()) {
            wanted.add(AsNumber.of(argument));
        }
        wanted.add(whatIf.predicted());
        if (whatIf.actual() != null) {
            wanted.add(whatIf.actual());
        }
        Table values = values(row, wanted);
        int own = row.schema().size();
        int count = whatIf.predicted().arguments().size();
        double[][] arguments = new double[count][];
        for (int i = 0; i < count; i++) {
            arguments[i] = ((NumberColumn) values.column(own + i)).values();
        }
        return new State(row, arguments, (NumberColumn) values.column(own + count),
                whatIf.actual() == null ? null : (NumberColumn) values.column(own + count + 1));
    }

    /** The table with the values of numeric expressions over its columns after its own. */
    private Table values(Table table, List<Expression> expressions) {
        List<Plan.Named> named = new ArrayList<>();
        List<Field> fields = new ArrayList<>(table.schema().fields());
        for (Expression expression : expressions) {
            Field field = Field.of(HERE + named.size(), Type.NUMBER);
            named.add(new Plan.Named(field, expression));
            fields.add(field);
        }
        Plan plan = new Plan.Extend(new Plan.Scan(HERE, table.schema(), table.label()), named, new Schema(fields));
        Tables others = session.tables();
        return workspace.engine().run(plan, new Tables() {
            @Override
            public Table table(String name) {
                return name.equals(HERE) ? table : others.table(name);
            }
        }, workspace.cancel()).table();
    }

    /** @param with what is changed, {@code null} for the row as it is */
    private void requireKnown(Checked.WhatIf whatIf, State state, String with) {
        if (state.predicted().isKnown(0)) {
            return;
        }
        String of = " of " + whatIf.model() + (with == null ? "" : " with " + with);
        List<String> missing = new ArrayList<>();
        for (String input : inputs(whatIf)) {
            if (!state.row().column(input).isKnown(0)) {
                missing.add(input);
            }
        }
        if (missing.isEmpty()) {
            throw Diagnostic.at(ErrorCode.E118, text, whatIf.span(), whatIf.fit().name() + " is not defined for"
                    + of.substring(3) + undefined(whatIf, state)).toException();
        }
        List<String> help = new ArrayList<>();
        for (String field : missing) {
            help.addAll(assume(whatIf, state.row(), field));
        }
        String first = missing.get(0);
        throw new LlmqException(List.of(new Diagnostic(ErrorCode.E206, text, whatIf.span(), first + of + " is "
                + Catalog.unknownReason(first) + ", and " + whatIf.fit().name() + " goes by it", help)));
    }

    /** Compute that was not computed follows in proportion, and there may be none to be had. */
    private void requireProportion(Checked.WhatIf whatIf, State before, State after) {
        boolean follows = whatIf.source().equals(MODELS) && whatIf.following().contains("flops")
                && inputs(whatIf).contains("flops");
        if (!follows || after.row().column("flops").isKnown(0)) {
            return;
        }
        List<String> factors = WhatIfWords.factors(whatIf, session.catalog());
        List<String> missing = new ArrayList<>();
        List<String> help = new ArrayList<>();
        for (String factor : factors) {
            if (!before.row().column(factor).isKnown(0) && after.row().column(factor).isKnown(0)) {
                missing.add(factor + " is " + Catalog.unknownReason(factor));
                help.addAll(assume(whatIf, before.row(), factor));
            }
        }
        if (!missing.isEmpty()) {
            throw new LlmqException(List.of(new Diagnostic(ErrorCode.E206, text, whatIf.span(), "flops of "
                    + whatIf.model() + " would follow in proportion to " + String.join("*", factors)
                    + ", and before the change " + String.join(", ", missing), help)));
        }
    }

    private List<String> assume(Checked.WhatIf whatIf, Table row, String field) {
        List<String> help = new ArrayList<>();
        for (String root : roots(whatIf, row, field)) {
            help.add("assume " + root + " of \"" + whatIf.model() + "\" = … puts a figure in for this session");
        }
        return help;
    }

    /** Why a fit may not be defined though its inputs are known. */
    private static String undefined(Checked.WhatIf whatIf, State state) {
        FitFunctions.Body body = (FitFunctions.Body) whatIf.predicted().function().body();
        int known = body.reason(state.arguments(), 0);
        if (known >= 0) {
            ScalarFunction.Reason reason = body.reasons().get(known);
            return ": its " + reason.what() + " is " + reason.why();
        }
        List<String> positive = new ArrayList<>();
        for (Variable input : body.spec().inputs()) {
            if (input.transform().isLog() || body.spec().method() == Method.POWER
                    || body.spec().method() == Method.CHINCHILLA) {
                positive.add(input.of());
            }
        }
        return positive.isEmpty() ? ": what it says there is beyond what a number can hold" : ": it takes "
                + String.join(" and ", positive) + " above 0";
    }

    /** The fields that the fit is asked with, in the order of its terms. */
    static Set<String> inputs(Checked.WhatIf whatIf) {
        Set<String> inputs = new LinkedHashSet<>();
        for (Expression argument : whatIf.predicted().arguments()) {
            for (Expression.Column column : Columns.used(argument)) {
                inputs.add(column.field().name());
            }
        }
        return inputs;
    }

    /** What can be assumed so that a field becomes known. */
    private List<String> roots(Checked.WhatIf whatIf, Table row, String field) {
        List<String> roots = new ArrayList<>();
        for (FieldInfo info : whatIf.source().equals(MODELS) ? session.catalog().fields() : List.<FieldInfo>of()) {
            String name = info.field().name();
            boolean leads = name.equals(field) || session.catalog().following(whatIf.row(), name).contains(field);
            // Weights in use that follow from all weights need not be assumed apart.
            boolean own = roots.isEmpty() || !session.catalog().following(whatIf.row(), roots.get(0)).contains(name)
                    || name.equals(field);
            if (info.assumable() && leads && own && !row.column(name).isKnown(0)) {
                roots.add(name);
            }
        }
        return roots;
    }

    private static Table told(Checked.WhatIf whatIf, State before, State after, Interval interval) {
        List<Column> columns = new ArrayList<>();
        Schema schema = whatIf.schema();
        columns.add(TextColumn.of(STATES));
        for (int i = 1; i < schema.size(); i++) {
            String name = schema.field(i).name();
            if (i == schema.size() - 1) {
                columns.add(numbers(before.value(), after.value(), interval, before.predicted().status(0),
                        after.predicted().status(0)));
            } else if (before.row().schema().find(name) < 0) {
                columns.add(numbers(ratio(before.row()), ratio(after.row()), Interval.UNKNOWN,
                        ratioStatus(before.row()), ratioStatus(after.row())));
            } else {
                columns.add(column(schema.field(i).type(), before.row().column(name), after.row().column(name)));
            }
        }
        return new Table(schema, columns, STATES.length, whatIf.label());
    }

    private static Column column(Type type, Column before, Column after) {
        return switch (type) {
            case TEXT -> TextColumn.of(((TextColumn) before).value(0), ((TextColumn) after).value(0), null, null,
                    null);
            case BOOLEAN -> new BooleanColumn(new byte[] {((BooleanColumn) before).values()[0],
                ((BooleanColumn) after).values()[0], BooleanColumn.UNKNOWN, BooleanColumn.UNKNOWN,
                BooleanColumn.UNKNOWN}, null);
            case DATE -> NumberColumn.of(((NumberColumn) before).values()[0], ((NumberColumn) after).values()[0],
                    Double.NaN, Double.NaN, Double.NaN);
            case NUMBER -> numbers(((NumberColumn) before).values()[0], ((NumberColumn) after).values()[0],
                    Interval.UNKNOWN, before.status(0), after.status(0));
        };
    }

    private static NumberColumn numbers(double before, double after, Interval interval, Status first, Status second) {
        byte both = (byte) first.weakest(second).ordinal();
        return new NumberColumn(new double[] {before, after, after - before, interval.low(), interval.high()},
                new byte[] {(byte) first.ordinal(), (byte) second.ordinal(), both, both, both});
    }

    private static double ratio(Table row) {
        double ratio = ((NumberColumn) row.column("tokens")).values()[0]
                / ((NumberColumn) row.column("params")).values()[0];
        return Double.isFinite(ratio) ? ratio : Double.NaN;
    }

    private static Status ratioStatus(Table row) {
        return row.column("tokens").status(0).weakest(row.column("params").status(0));
    }

    /** Every figure that is another, to programs; to people those that were changed, or that lead to what is said. */
    private static List<Shown> shown(Checked.WhatIf whatIf, Table told) {
        Set<String> people = new HashSet<>(inputs(whatIf));
        people.add("flops");
        people.add(Checked.WhatIf.RATIO);
        Map<String, ScaledUnit> displays = new LinkedHashMap<>();
        for (Checked.Change change : whatIf.changes()) {
            people.add(change.field());
            displays.put(change.field(), change.display());
        }
        List<Shown> shown = new ArrayList<>();
        shown.add(Shown.of(0, whatIf.label(), 0));
        int last = told.schema().size() - 1;
        for (int i = 1; i < last; i++) {
            String name = told.schema().field(i).name();
            Column column = told.column(i);
            boolean same = column instanceof NumberColumn numbers && column.isKnown(0) == column.isKnown(1)
                    && !(numbers.values()[0] != numbers.values()[1] && column.isKnown(0));
            if (!same || displays.containsKey(name)) {
                Shown one = new Shown(i, name, displays.get(name), 0,
                        people.contains(name) ? Shown.Reader.ALL : Shown.Reader.MACHINES);
                shown.add(column.isKnown(0) && column.isKnown(1) ? one.withGaps() : one);
            }
        }
        String title = told.schema().field(last).name();
        shown.add(Shown.of(last, title + " by " + whatIf.fit().name(), 0).to(Shown.Reader.PEOPLE));
        shown.add(Shown.of(last, title, 0).to(Shown.Reader.MACHINES));
        return shown;
    }

    private List<Note> notes(Checked.WhatIf whatIf, Result result, State before, State after,
            FitFunctions.Body body) {
        List<Note> notes = new ArrayList<>();
        Expression asked = new Expression.OfRow(whatIf.predicted(), whatIf.source(), whatIf.row(), whatIf.model());
        // The states are no rows that anything could have been assumed of.
        Table unnamed = new Table(result.table().schema(), result.table().columns(), result.table().rows(), null);
        for (Note note : new Remarks(session, workspace).onValue(asked, new Result(result.layout(), null, unnamed,
                result.shown(), List.of(), List.of(), 1, Wanted.ALL))) {
            if (note.kind() != NoteKind.EXTRAPOLATION) {
                notes.add(note);
            }
        }
        Extrapolation beyond = new Extrapolation(whatIf.fit().name(), body.spec());
        body.survey(before.arguments(), before.predicted().values(), beyond);
        body.survey(after.arguments(), after.predicted().values(), beyond);
        if (beyond.isAny()) {
            notes.add(new Note(NoteKind.EXTRAPOLATION, beyond.sentence()));
        }
        for (Checked.Change change : whatIf.changes()) {
            Field field = after.row().schema().field(after.row().schema().find(change.field()));
            String remark = BareCountRule.onFigure(field.name(), field.unit(), change.value());
            if (remark != null) {
                notes.add(new Note(NoteKind.BARE_COUNT, remark));
            }
        }
        notes.addAll(session.notesOn(whatIf.source()));
        return notes;
    }
}
