package llmq.session;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import llmq.catalog.Catalog;
import llmq.check.Checked;
import llmq.check.Namespace;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.load.BadCell;
import llmq.load.LoadRequest;
import llmq.load.Loaded;
import llmq.note.BareCountRule;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.plot.PictureFormat;
import llmq.render.Footer;
import llmq.render.ResultFiles;
import llmq.result.Layout;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Result;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Source;
import llmq.syntax.tree.Statement;
import llmq.table.BooleanColumn;
import llmq.table.CellText;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.text.Plural;
import llmq.value.Type;

/** Does what a checked statement says. */
final class StatementRunner implements Checked.Visitor<Outcome> {
    private static final String REPLACED = ", in place of what it held";

    private final Session session;
    private final SourceText text;
    private final Workspace workspace;

    StatementRunner(Session session, SourceText text, Workspace workspace) {
        this.session = session;
        this.text = text;
        this.workspace = workspace;
    }

    @Override
    public Outcome rows(Checked.Rows rows) {
        return show(queries().result(rows.query()));
    }

    @Override
    public Outcome recall(Checked.Recall recall) {
        return show(new FitRunner(session, workspace).recall(recall));
    }

    @Override
    public Outcome whatIf(Checked.WhatIf whatIf) {
        return show(new WhatIfRunner(session, workspace, text).of(whatIf));
    }

    @Override
    public Outcome value(Checked.Value value) {
        return show(queries().value(value.value(), value.title(), value.display()));
    }

    @Override
    public Outcome trace(Checked.Trace trace) {
        return show(new TracePage(session, queries()).of(trace));
    }

    @Override
    public Outcome describe(Checked.Describe describe) {
        return show(new DescribePages(session).of(describe, text));
    }

    @Override
    public Outcome describeRows(Checked.DescribeRows rows) {
        return show(new DescribePages(session).rows(queries().rows(rows.query()), rows.title()));
    }

    @Override
    public Outcome explain(Checked.Explain explain) {
        return show(new ExplainPage(session, workspace).of(explain));
    }

    private QueryRunner queries() {
        return new QueryRunner(session, workspace);
    }

    private Outcome show(Result result) {
        Session after = session.withResult(result);
        return new Outcome(after, result, null, after.results());
    }

    @Override
    public Outcome fit(Checked.Fit fit) {
        FitRunner.Fitting fitting = new FitRunner(session, workspace).fit(fit.query(), fit.name());
        Session named = fit.name() == null ? session
                : session.withFit(new Namespace.Fitted(fit.name(), fit.plan(), fitting.model(), fit.written()));
        Session after = named.withResult(fitting.result());
        return new Outcome(after, fitting.result(), null, after.results());
    }

    private Outcome done(Session after, String message) {
        return new Outcome(after, null, message, 0);
    }

    @Override
    public Outcome define(Checked.Define define) {
        Namespace.Definition definition = define.definition();
        if (definition instanceof Namespace.Parameter parameter && session.parameter(parameter.name()) != null) {
            Namespace.Parameter given = Parameters.given(parameter, session.parameter(parameter.name()));
            Span whole = given.value().span();
            session.check(new Statement.Param(new Identifier(given.name(), whole), given.value(), whole), given.text());
            return done(session.with(given), given.name() + " = " + Formatter.expression(given.value()));
        }
        if (definition instanceof Namespace.Fitted fit) {
            return done(session.withFit(fit), null);
        }
        return done(session.with(definition), isTerms(definition) ? definition.name() + " is the table of the terms; '"
                + "fit … as " + definition.name() + "' would keep the fit itself" : null);
    }

    /** Whether someone may have meant a fit, to whom {@code let t = fit …} reads as {@code fit … as t}. */
    private static boolean isTerms(Namespace.Definition definition) {
        if (!(definition instanceof Namespace.View view && view.source() instanceof Source.Query query
                && query.statement() instanceof Statement.Fit fit)) {
            return false;
        }
        for (Statement.FitOption option : fit.options()) {
            if (option.kind() == Statement.FitOption.Kind.LEAVE_OUT) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Outcome load(Checked.Load load) {
        refuseInSandbox("read", load.fileSpan());
        List<LoadRequest.Mapping> mappings = new ArrayList<>();
        for (Checked.Mapping mapping : load.mappings()) {
            mappings.add(new LoadRequest.Mapping(mapping.field(), mapping.column(), mapping.unit()));
        }
        Loaded loaded;
        try {
            loaded = workspace.loader().load(new LoadRequest(load.file(), workspace.directory(), mappings),
                    workspace.progress(), workspace.cancel()::requested);
        } catch (LlmqException e) {
            throw placed(e, load);
        }
        List<Note> notes = badCells(load, loaded);
        Session after = session.withTable(load.name(), asBenchmarks(loaded.table()), notes,
                workspace.directory().resolve(load.file()));
        StringBuilder message = new StringBuilder("loaded " + Plural.count(loaded.table().rows(), "row") + " of "
                + Plural.count(loaded.table().schema().size(), "column") + " as " + load.name());
        for (BadCell bad : loaded.bad()) {
            message.append("\n  ").append(load.file()).append(" ").append(bad.sentence());
        }
        if (loaded.badCells() > loaded.bad().size()) {
            message.append("\n  and ").append(loaded.badCells() - loaded.bad().size()).append(" more such cells");
        }
        return done(after, message.toString());
    }

    /** A column called like a benchmark, and in its unit, holds scores on it: it has its chance level, too. */
    private Table asBenchmarks(Table table) {
        Schema models = session.catalog().models().schema();
        List<Field> fields = new ArrayList<>();
        for (Field field : table.schema().fields()) {
            int index = models.find(field.name());
            boolean score = index >= 0 && models.field(index).scale() != null && field.type() == Type.NUMBER
                    && field.unit().equals(models.field(index).unit());
            fields.add(score ? new Field(field.name(), field.type(), field.unit(), field.summary(),
                    models.field(index).scale()) : field);
        }
        return new Table(new Schema(fields), table.columns(), table.rows(), table.label());
    }

    private static List<Note> badCells(Checked.Load load, Loaded loaded) {
        return loaded.badCells() == 0 ? List.of() : List.of(Note.of(NoteKind.BAD_CELLS, load.name(), "in "
                + load.name() + ", " + Plural.count(loaded.badCells(), "cell") + " of " + load.file()
                + " could not be read and " + (loaded.badCells() == 1 ? "counts" : "count") + " as unknown"));
    }

    @Override
    public Outcome save(Checked.Save save) {
        refuseInSandbox("written", save.fileSpan());
        try {
            Path file = target(save.file(), save.fileSpan());
            boolean replaces = Files.isRegularFile(file);
            // A file for people says what a fit comes to, as the screen does.
            Result result = save.query().plan() instanceof Plan.Fit
                    ? new FitRunner(session, workspace).bare(save.query(), null).result()
                    : save.query().layout() == Layout.FIT && save.query().plan() instanceof Plan.Scan scan
                    && session.names().find(scan.source()) instanceof Namespace.Fitted named
                    ? new FitRunner(session, workspace).recall(new Checked.Recall(save.query(), named))
                    : queries().rows(save.query());
            ResultFiles.save(result, save.format(), file, save.file(), workspace.cancel()::requested);
            return done(session, "saved " + Plural.count(result.table().rows(), "row") + " to " + save.file()
                    + (replaces ? REPLACED : ""));
        } catch (LlmqException e) {
            throw placed(e, save.fileSpan());
        }
    }

    @Override
    public Outcome plot(Checked.Plot plot) {
        if (plot.file() == null) {
            return show(draw(plot));
        }
        refuseInSandbox("written", plot.fileSpan());
        Path file = target(plot.file(), plot.fileSpan());
        boolean replaces = Files.isRegularFile(file);
        Result drawn = draw(plot);
        PictureFormat format = PictureFormat.of(plot.file());
        boolean data = format == PictureFormat.CSV;
        Result result = data ? drawn.data() : drawn;
        try {
            FigureSources.save(session, workspace, result, format, file, plot.file());
        } catch (LlmqException e) {
            throw placed(e, plot.fileSpan());
        }
        StringBuilder message = new StringBuilder(PlotWords.drawn(result, plot.file()));
        message.append(replaces ? REPLACED : "");
        String left = Footer.leftOut(result);
        message.append(left == null ? "" : "\n" + left);
        Session after = session.withResult(drawn);
        return new Outcome(after, null, message.toString(), data ? ofData(result.notes()) : result.notes(),
                after.results(), drawn);
    }

    /** @throws LlmqException E120, of the whole statement, where its rows turn out to make no picture */
    private Result draw(Checked.Plot plot) {
        try {
            return new PlotRunner(session, workspace).of(plot);
        } catch (LlmqException e) {
            throw e.diagnostics().get(0).code() == ErrorCode.E120 ? placed(e, plot.written().span()) : e;
        }
    }

    /** Among data are those as well that a picture has no room for. */
    private static List<Note> ofData(List<Note> notes) {
        List<Note> kept = new ArrayList<>(notes);
        kept.removeIf(note -> note.kind() == NoteKind.TOO_MANY_CATEGORIES);
        return kept;
    }

    /**
     * Where to write. What is in memory may be but a part of what a file holds that was loaded.
     *
     * @throws LlmqException E302 where a loaded table came from that file
     */
    private Path target(String written, Span span) {
        Path file;
        try {
            file = workspace.directory().resolve(written);
        } catch (InvalidPathException e) {
            throw Diagnostic.at(ErrorCode.E302, text, span, "cannot write '" + written + "': this is no path")
                    .toException();
        }
        String table = session.loadedFrom(file);
        if (table != null) {
            throw Diagnostic.at(ErrorCode.E302, text, span, "cannot write '" + written + "': '" + table
                    + "' was loaded from it", "another name keeps both; at the prompt, /drop " + table
                    + " gives the file free").toException();
        }
        return file;
    }

    private void refuseInSandbox(String verb, Span span) {
        if (workspace.sandbox()) {
            throw Diagnostic.at(ErrorCode.E306, text, span, "in the sandbox no file is " + verb,
                    "start llmq without --sandbox").toException();
        }
    }

    /** An error of a file; one about a column stands where that is named. */
    private LlmqException placed(LlmqException e, Checked.Load load) {
        Span span = load.fileSpan();
        for (Checked.Mapping mapping : load.mappings()) {
            boolean about = e.diagnostics().get(0).code() == ErrorCode.E305
                    && e.diagnostics().get(0).message().contains("'" + mapping.column() + "'");
            span = about ? mapping.span() : span;
        }
        return placed(e, span);
    }

    /** An error that came without a place, put at one. */
    private LlmqException placed(LlmqException e, Span span) {
        List<Diagnostic> placed = new ArrayList<>();
        for (Diagnostic diagnostic : e.diagnostics()) {
            placed.add(diagnostic.source() != null ? diagnostic
                    : new Diagnostic(diagnostic.code(), text, span, diagnostic.message(), diagnostic.help()));
        }
        return new LlmqException(placed);
    }

    @Override
    public Outcome assume(Checked.Assume assume) {
        Table value = queries().single(assume.value(), "value").table();
        if (!value.column(0).isKnown(0)) {
            throw Diagnostic.at(ErrorCode.E118, text, assume.span(), "the value to assume is unknown itself")
                    .toException();
        }
        double assumed = ((NumberColumn) value.column(0)).values()[0];
        requirePossible(assume, assumed);
        Catalog catalog = session.catalog().withAssumption(assume.row(), assume.field(), assumed);
        String remark = BareCountRule.onFigure(assume.field(), catalog.field(assume.field()).field().unit(),
                assume.value());
        return done(session.with(catalog), remark == null ? null : "note: " + remark);
    }

    /** A count below one would make of every ratio something that looks like a finding, and is none. */
    private void requirePossible(Checked.Assume assume, double assumed) {
        Field field = session.catalog().field(assume.field()).field();
        String bounds = null;
        if (field.scale() != null) {
            bounds = assumed >= 0 && assumed <= field.scale().max() ? null
                    : "a score from 0 to " + Math.round(field.scale().max());
        } else if (field.type() == Type.NUMBER && assumed <= 0) {
            bounds = "a number above 0";
        }
        if (bounds != null) {
            throw Diagnostic.at(ErrorCode.E118, text, assume.span(), "'" + assume.field() + "' is " + bounds)
                    .toException();
        }
    }

    @Override
    public Outcome claim(Checked.Assert claim) {
        Table value = queries().single(claim.condition(), "holds").table();
        byte holds = ((BooleanColumn) value.column(0)).values()[0];
        if (holds == BooleanColumn.TRUE) {
            return done(session, null);
        }
        List<String> help = new ArrayList<>();
        if (claim.condition() instanceof Expression.Comparison comparison
                && claim.written() instanceof Expr.Binary written) {
            for (String side : new String[] {side(written.left(), comparison.left()),
                    side(written.right(), comparison.right())}) {
                if (!side.isEmpty()) {
                    help.add(side);
                }
            }
        }
        String what = claim.why() == null ? Formatter.expression(claim.written()) : claim.why();
        throw new Diagnostic(ErrorCode.E201, text, claim.written().span(), holds == BooleanColumn.UNKNOWN
                ? "the assertion cannot be judged, as a value in it is unknown: " + what
                : "assertion failed: " + what, help).toException();
    }

    /** What one side of a comparison came to; empty where it says so itself. */
    private String side(Expr written, Expression value) {
        if (written instanceof Expr.Number || written instanceof Expr.Text || written instanceof Expr.Date) {
            return "";
        }
        Table table = queries().single(value, "value").table();
        return Formatter.expression(written) + " is " + CellText.of(table.schema().field(0), table.column(0), 0, null);
    }

    @Override
    public Outcome require(Checked.Require require) {
        String version = session.catalog().version();
        int order = version.compareTo(require.version());
        if (order < 0) {
            throw Diagnostic.at(ErrorCode.E202, text, require.span(), "this script was written for catalog "
                    + require.version() + ", and this one is " + version, "a newer llmq has a newer catalog")
                    .toException();
        }
        return done(session, order == 0 ? null : "note: this script was written for catalog " + require.version()
                + "; this one is " + version + ", so figures may differ");
    }
}
