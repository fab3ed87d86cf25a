package llmq.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.fit.CannotFit;
import llmq.fit.FitRows;
import llmq.fit.Fitter;
import llmq.fit.LeaveOutTable;
import llmq.fit.Model;
import llmq.fit.TermsTable;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;

/** The rows of a fit gathered, and its curves fitted to them. */
final class FitRun {
    private final Run run;
    private final Plan.Fit fit;
    private final Pipe input;
    /** Response, inputs and keys: what must be known of a row. */
    private final Node[] needed;
    private Model model;

    FitRun(Run run, Plan.Fit fit) {
        this.run = run;
        this.fit = fit;
        this.input = run.pipe(fit.input());
        Compiler compiler = run.compiler(input);
        List<Node> nodes = new ArrayList<>();
        nodes.add(compiler.compile(fit.response()));
        for (Expression term : fit.terms()) {
            nodes.add(compiler.compile(term));
        }
        for (Plan.Named key : fit.per()) {
            nodes.add(compiler.compile(key.value()));
        }
        this.needed = nodes.toArray(Node.NONE);
    }

    Pipe run() {
        Picker sink = new Picker(input.graph(), needed);
        Scanner.scan(run, input, sink);
        Map<String, Long> unknown = new LinkedHashMap<>();
        for (int i = 0; i < needed.length; i++) {
            List<Omission> omissions = new ArrayList<>();
            input.graph().report(Omission.Cause.KEY, sink.unknown(i), omissions);
            for (Omission omission : omissions) {
                String what = omission.field() != null ? omission.field().name() : omission.of();
                unknown.merge(what == null ? "" : what, omission.rows(), Long::sum);
            }
            run.omissions().addAll(omissions);
        }
        int[] rows = sink.rows();
        int count = rows == null ? input.graph().table.rows() : rows.length;
        run.matched(count);
        if (count == 0) {
            throw CannotFit.noRows(fit.spec(), unknown);
        }
        model = new Fitter(fit.spec(), run.cancel()::check).fit(rows(rows));
        Table table = fit.spec().leaveOut() == null ? TermsTable.of(model, fit.schema())
                : LeaveOutTable.of(model, fit.schema());
        run.step(fit, count);
        return run.pipe(table, fit.schema(), fit.label());
    }

    Model model() {
        return model;
    }

    private FitRows rows(int[] rows) {
        Compiler compiler = run.compiler(input);
        List<Node> nodes = new ArrayList<>(Arrays.asList(needed));
        if (fit.cluster() != null) {
            nodes.add(compiler.compile(fit.cluster()));
        }
        if (fit.leaveOut() != null) {
            nodes.add(compiler.compile(fit.leaveOut()));
        }
        int label = fit.input().label() == null ? -1 : fit.input().schema().find(fit.input().label());
        boolean named = label >= 0 && fit.input().schema().field(label).type() == Type.TEXT;
        if (named) {
            nodes.add(input.columns()[label]);
        }
        List<Column> columns = Materializer.columns(run, input.graph(), nodes.toArray(Node.NONE), rows);
        int inputs = 1 + fit.terms().size();
        int per = inputs + fit.per().size();
        Column cluster = fit.cluster() == null ? null : columns.get(per);
        Column leaveOut = fit.leaveOut() == null ? null : columns.get(per + (cluster == null ? 0 : 1));
        TextColumn names = named ? (TextColumn) columns.get(columns.size() - 1) : null;
        return new FitRows(((NumberColumn) columns.get(0)).values(), columns.subList(1, inputs),
                columns.subList(inputs, per), cluster, leaveOut, names);
    }
}
