package llmq.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import llmq.check.Checked;
import llmq.check.Namespace;
import llmq.check.Query;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.plan.Plan;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.syntax.tree.Script;
import llmq.syntax.tree.Statement;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;

/** What can be said of statements without running them: the names and columns that they leave, and their errors. */
public final class DryRun {
    private DryRun() {
    }

    /**
     * The errors that a script has, statement by statement. Files that it loads are read, as their columns must be
     * known; where it loads what it saved itself, checking ends there.
     *
     * @param session in which it would be run
     */
    public static List<Diagnostic> errors(Session session, Script script, SourceText text, Workspace workspace) {
        List<Diagnostic> found = new ArrayList<>();
        Session current = session;
        Set<String> saved = new HashSet<>();
        MissingNames missing = new MissingNames();
        for (Statement statement : script.statements()) {
            try {
                Checked checked = current.read(statement, text, workspace.cancel());
                if (checked instanceof Checked.Save save) {
                    saved.add(save.file());
                } else if (checked instanceof Checked.Plot plot && plot.file() != null) {
                    saved.add(plot.file());
                } else if (checked instanceof Checked.Load load && saved.contains(load.file())) {
                    // Its columns are not known before the script has run.
                    return found;
                }
                current = checked.accept(new After(current, text, workspace, null));
            } catch (LlmqException e) {
                found.addAll(missing.others(e.diagnostics()));
                missing.add(statement);
            } catch (StackOverflowError | OutOfMemoryError e) {
                found.addAll(Session.exhausted(e, statement, text).diagnostics());
                missing.add(statement);
            }
        }
        return found;
    }

    /**
     * The session as it would be after a statement, without the data: no file is read, so that a loaded table is
     * there only where its columns are known.
     *
     * @param columns of the file that is loaded; {@code null} where that is not known
     * @throws LlmqException where the statement does not check
     */
    public static Session after(Session session, Statement statement, SourceText text, Schema columns) {
        return session.read(statement, text, null).accept(new After(session, text, null, columns));
    }

    private static Table empty(Schema schema, String label) {
        List<Column> columns = new ArrayList<>();
        for (Field field : schema.fields()) {
            columns.add(switch (field.type()) {
                case NUMBER, DATE -> NumberColumn.of();
                case TEXT -> TextColumn.of();
                case BOOLEAN -> new BooleanColumn(new byte[0], null);
            });
        }
        return new Table(schema, columns, 0, label);
    }

    /**
     * The session after a statement: results have columns and no rows.
     *
     * @param workspace for files that are read and for pages, whose columns are known when they are made;
     *                  {@code null} to do without either
     * @param columns   of a file that is not read, or {@code null}
     */
    private record After(Session session, SourceText text, Workspace workspace, Schema columns)
            implements Checked.Visitor<Session> {
        @Override
        public Session rows(Checked.Rows rows) {
            return table(rows.query());
        }

        @Override
        public Session plot(Checked.Plot plot) {
            return table(plot.query());
        }

        @Override
        public Session fit(Checked.Fit fit) {
            Plan.Fit plan = fit.plan();
            Session named = fit.name() == null ? session
                    : session.withFit(new Namespace.Fitted(fit.name(), plan, null, fit.written()));
            return with(named, Layout.FIT, plan.schema(), plan.label(), fit.query().shown());
        }

        @Override
        public Session recall(Checked.Recall recall) {
            Plan.Fit plan = recall.fit().plan();
            return with(session, Layout.FIT, plan.schema(), plan.label(), recall.query().shown());
        }

        @Override
        public Session whatIf(Checked.WhatIf whatIf) {
            List<Shown> shown = new ArrayList<>();
            for (int i = 0; i < whatIf.schema().size(); i++) {
                shown.add(Shown.of(i, whatIf.schema().field(i).name(), 0));
            }
            return with(session, Layout.CHANGE, whatIf.schema(), whatIf.label(), shown);
        }

        @Override
        public Session value(Checked.Value value) {
            Schema schema = new Schema(List.of(QueryRunner.field(value.value(), value.title())));
            return with(session, Layout.SCALAR, schema, null, List.of(Shown.of(0, value.title(), 0)));
        }

        @Override
        public Session trace(Checked.Trace trace) {
            return page(trace);
        }

        @Override
        public Session describe(Checked.Describe describe) {
            return page(describe);
        }

        @Override
        public Session describeRows(Checked.DescribeRows rows) {
            return page(rows);
        }

        @Override
        public Session explain(Checked.Explain explain) {
            return page(explain);
        }

        @Override
        public Session define(Checked.Define define) {
            return run(define);
        }

        @Override
        public Session load(Checked.Load load) {
            if (workspace != null) {
                return run(load);
            }
            return columns == null ? session
                    : session.withTable(load.name(), empty(columns, columns.names().get(0)), List.of(), null);
        }

        @Override
        public Session save(Checked.Save save) {
            return session;
        }

        @Override
        public Session assume(Checked.Assume assume) {
            return session;
        }

        @Override
        public Session claim(Checked.Assert claim) {
            return session;
        }

        @Override
        public Session require(Checked.Require require) {
            return session;
        }

        private Session page(Checked page) {
            return workspace == null ? session : run(page);
        }

        private Session run(Checked harmless) {
            return harmless.accept(new StatementRunner(session, text, workspace)).session();
        }

        private Session table(Query query) {
            return with(session, Layout.TABLE, query.plan().schema(), query.plan().label(), query.shown());
        }

        private static Session with(Session session, Layout layout, Schema schema, String label, List<Shown> shown) {
            return session.withResult(new Result(layout, null, empty(schema, label), shown, List.of(), List.of(), 0,
                    Wanted.ALL));
        }
    }
}
