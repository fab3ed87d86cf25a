package llmq.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.function.Functions;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Format;
import llmq.syntax.Formatter;
import llmq.syntax.Names;
import llmq.syntax.tree.ColumnMapping;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Source;
import llmq.syntax.tree.Statement;
import llmq.table.Field;
import llmq.value.ScaledUnit;
import llmq.value.Type;
import llmq.value.Unit;

/** The door in: a statement as written, and the names in force, to what there is to do. */
public final class Checker {
    private final Namespace names;
    private final RowNames rows;
    private final Set<String> assumable;
    private final Following following;
    private final Runnable pulse;

    /** @param assumable fields of {@code models} that {@code assume} may set, in lower case */
    public Checker(Namespace names, RowNames rows, Set<String> assumable) {
        this(names, rows, assumable, Following.NONE, null);
    }

    /** @param pulse called now and then, to throw what ends the check; {@code null} for nothing */
    public Checker(Namespace names, RowNames rows, Set<String> assumable, Following following, Runnable pulse) {
        this.pulse = pulse;
        this.following = following;
        this.names = names;
        this.rows = rows;
        this.assumable = assumable;
    }

    /** @throws LlmqException with all errors of the statement that can be found at once */
    public Checked check(Statement statement, SourceText text) {
        Problems problems = new Problems(text);
        Checked checked = checked(statement, new Sources(names, rows, pulse), problems);
        problems.throwIfAny();
        return checked;
    }

    private Checked checked(Statement statement, Sources sources, Problems problems) {
        if (QueryChecker.isQuery(statement)) {
            return rows(statement, sources, problems);
        } else if (statement instanceof Statement.Evaluate evaluate) {
            return value(evaluate, sources, problems);
        } else if (statement instanceof Statement.LetMeasure let) {
            return measure(let, problems);
        } else if (statement instanceof Statement.LetFunction let) {
            return function(let, problems);
        } else if (statement instanceof Statement.LetView let) {
            return view(let, problems);
        } else if (statement instanceof Statement.Param param) {
            return param(param, sources, problems);
        } else if (statement instanceof Statement.WhatIf whatIf) {
            return new WhatIfChecker(sources, following, problems).check(whatIf);
        } else if (statement instanceof Statement.Plot plot) {
            return new PlotChecker(sources, problems).check(plot, null, plot);
        } else if (statement instanceof Statement.Trace trace) {
            return trace(trace, sources, problems);
        } else if (statement instanceof Statement.Describe describe) {
            return describe(describe, sources, problems);
        } else if (statement instanceof Statement.Explain explain) {
            return new Checked.Explain(explain.statement(), checked(explain.statement(), sources, problems));
        } else if (statement instanceof Statement.Load load) {
            return load(load, sources, problems);
        } else if (statement instanceof Statement.Save save) {
            return save(save, null, sources, problems);
        } else if (statement instanceof Statement.Assume assume) {
            return assume(assume, sources, problems);
        } else if (statement instanceof Statement.Assert claim) {
            Expression condition = sources.expressions(problems).condition(claim.condition(), Scope.scalar());
            return condition == null ? null
                    : new Checked.Assert(condition, claim.condition(), claim.why(), claim.span());
        }
        if (!(statement instanceof Statement.Require required)) {
            return problems.add(ErrorCode.E115, statement.span(), "this statement cannot run here");
        }
        return require(required, problems);
    }

    private Checked rows(Statement statement, Sources sources, Problems problems) {
        QueryChecker queries = new QueryChecker(sources, problems);
        if (!(statement instanceof Statement.Pipe pipe)) {
            return shown(queries.query(statement), statement, statement, problems);
        }
        int last = pipe.stages().size() - 1;
        Statement end = pipe.stages().get(last);
        if (end instanceof Statement.Save || end instanceof Statement.Describe || end instanceof Statement.Plot) {
            Query query = queries.pipe(pipe.stages().subList(0, last));
            if (query == null) {
                return null;
            }
            if (end instanceof Statement.Save save) {
                return save(save, query, sources, problems);
            }
            if (end instanceof Statement.Plot plot) {
                return new PlotChecker(sources, problems).check(plot, query, statement);
            }
            Statement.Describe describe = (Statement.Describe) end;
            return describe.what() == null ? new Checked.DescribeRows(query, null)
                    : problems.add(ErrorCode.E115, describe.what().span(), "after '|' the rows come from what stands"
                            + " before it", "leave the source out here");
        }
        return shown(queries.pipe(pipe.stages()), end, statement, problems);
    }

    private Checked shown(Query query, Statement end, Statement written, Problems problems) {
        if (!(end instanceof Statement.Fit fit)) {
            return query == null ? null : new Checked.Rows(query);
        }
        boolean taken = fit.name() != null && (isTaken(fit.name(), problems) || isVerb(fit.name(), problems));
        return query == null || taken ? null
                : new Checked.Fit(query, fit.name() == null ? null : fit.name().name(), written);
    }

    private Checked value(Statement.Evaluate evaluate, Sources sources, Problems problems) {
        if (evaluate.value() instanceof Expr.Name name
                && names.find(name.identifier().name()) instanceof Namespace.Fitted fit) {
            return new Checked.Recall(Sources.terms(fit), fit);
        }
        Source source = sources.asSource(evaluate.value());
        if (source != null && !isScalarResult(evaluate.value())) {
            // A table's name alone shows it, as in a shell that prints what it is given.
            return rows(new Statement.Listing(source, null, List.of(), null, List.of(), evaluate.span()), sources,
                    problems);
        }
        Expression value = sources.expressions(problems).check(evaluate.value(), Scope.scalar());
        if (value == null) {
            return null;
        }
        ScaledUnit display = value instanceof Expression.Convert convert ? convert.target() : null;
        return new Checked.Value(value, Display.title(evaluate.value(), value), display);
    }

    private boolean isScalarResult(Expr expr) {
        return expr instanceof Expr.Result result
                && names.find(Sources.resultName(result.number())) instanceof Namespace.Data data && data.scalar();
    }

    private Checked measure(Statement.LetMeasure let, Problems problems) {
        if (isTaken(let.name(), problems)) {
            return null;
        }
        if (let.value() instanceof Expr.Name name
                && names.find(name.identifier().name()) instanceof Namespace.Fitted fit) {
            // The fit itself, and not the table of its terms, which is what it is made for.
            return new Checked.Define(new Namespace.Fitted(let.name().name(), fit.plan(), fit.model(), fit.written()));
        }
        Source source = new Sources(names, rows, pulse).asSource(let.value());
        if (source != null && !isScalarResult(let.value())) {
            return view(new Statement.LetView(let.name(), source, let.span()), problems);
        }
        Namespace.Measure measure = new Namespace.Measure(let.name().name(), let.value(), problems.text());
        Sources after = new Sources(names.with(measure), rows, pulse);
        return new Places(names, rows, pulse).fit(let.value(), let.name().name(), Map.of(), after, problems)
                ? new Checked.Define(measure) : null;
    }

    private Checked function(Statement.LetFunction let, Problems problems) {
        if (isTaken(let.name(), problems)) {
            return null;
        }
        Set<String> seen = new HashSet<>();
        List<String> parameters = new ArrayList<>();
        Map<String, Binding> bound = new LinkedHashMap<>();
        for (Identifier parameter : let.parameters()) {
            if (!seen.add(parameter.name().toLowerCase(Locale.ROOT))) {
                problems.add(ErrorCode.E112, parameter.span(), "two parameters are called '" + parameter.name() + "'",
                        "give each a name of its own");
            }
            parameters.add(parameter.name());
            bound.put(parameter.name(), Binding.of(Expression.NumberValue.of(Double.NaN, Unit.BARE)));
        }
        Namespace.UserFunction function =
                new Namespace.UserFunction(let.name().name(), parameters, let.body(), problems.text());
        // Types and units of the parameters are not known before a call: here only names can be wrong.
        Problems found = new Problems(problems.text());
        Sources after = new Sources(names.with(function), rows, pulse);
        if (!new Places(names, rows, pulse).fit(let.body(), let.name().name(), bound, after, found)) {
            problems.addAll(found.only(Set.of(ErrorCode.E008, ErrorCode.E009, ErrorCode.E101, ErrorCode.E102,
                    ErrorCode.E103, ErrorCode.E107, ErrorCode.E108, ErrorCode.E111, ErrorCode.E114)));
        }
        return problems.isEmpty() ? new Checked.Define(function) : null;
    }

    private Checked view(Statement.LetView let, Problems problems) {
        if (isTaken(let.name(), problems)) {
            return null;
        }
        Namespace.View view = new Namespace.View(let.name().name(), let.source(), problems.text());
        Sources inside = new Sources(names.with(view), rows, pulse).defining(view.name());
        Sources.Rows found = inside.rows(let.source(), problems);
        return found == null || !inside.bounded(found, view.name(), let.name().span(), problems) ? null
                : new Checked.Define(view);
    }

    private Checked param(Statement.Param param, Sources sources, Problems problems) {
        if (isTaken(param.name(), problems)) {
            return null;
        }
        Expression value = sources.expressions(problems).check(param.value(), Scope.scalar());
        return value == null ? null
                : new Checked.Define(new Namespace.Parameter(param.name().name(), param.value(), problems.text()));
    }

    /** A fit by the name of a verb could hardly be called: that begins a statement. In backquotes it is a name. */
    private static boolean isVerb(Identifier name, Problems problems) {
        boolean verb = !name.name().equals(Names.called(name.name()))
                && problems.text().text().charAt(name.span().start()) != '`';
        if (verb) {
            problems.add(ErrorCode.E112, name.span(), "'" + name.name() + "' begins a statement", "choose another"
                    + " name, such as my_" + name.name().toLowerCase(Locale.ROOT) + "; in backquotes it goes as well: "
                    + Names.called(name.name()));
        }
        return verb;
    }

    /** Names of llmq's own that a definition would hide, or be hidden by. */
    private boolean isTaken(Identifier name, Problems problems) {
        String what = null;
        for (Namespace.Data table : names.tables()) {
            if (table.builtIn() && table.name().equalsIgnoreCase(name.name())) {
                what = "a table";
            } else if (table.name().equals("models") && table.schema().find(name.name()) >= 0) {
                what = "a field of models";
            }
        }
        if (what == null && Functions.find(name.name()) != null) {
            what = "a function";
        }
        if (what != null) {
            problems.add(ErrorCode.E112, name.span(), "'" + name.name() + "' is the name of " + what + " already",
                    "choose another name, such as my_" + name.name().toLowerCase(Locale.ROOT));
        }
        return what != null;
    }

    /** A view is described by its columns, as its rows are. */
    private Checked describe(Statement.Describe describe, Sources sources, Problems problems) {
        Identifier what = describe.what();
        if (what != null && !describe.quoted() && names.find(what.name()) instanceof Namespace.View view) {
            Query query = new QueryChecker(sources, problems).query(new Statement.Listing(new Source.Named(what), null,
                    List.of(), null, List.of(), describe.span()));
            return query == null ? null : new Checked.DescribeRows(query, view.name() + ": "
                    + Formatter.source(view.source()));
        }
        return new Checked.Describe(what == null ? null : what.name(), describe.quoted(),
                what == null ? describe.span() : what.span());
    }

    private Checked trace(Statement.Trace trace, Sources sources, Problems problems) {
        Expr.Of of = new Expr.Of(trace.value(), trace.model(), new Span(trace.value().span().start(),
                trace.model().span().end()));
        Expression value = sources.expressions(problems).check(of, Scope.scalar());
        return value == null ? null : new Checked.Trace(trace.value(), (Expression.OfRow) value);
    }

    private Checked load(Statement.Load load, Sources sources, Problems problems) {
        isTaken(load.name(), problems);
        List<Checked.Mapping> mappings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ColumnMapping mapping : load.mappings()) {
            if (!seen.add(mapping.field().name().toLowerCase(Locale.ROOT))) {
                problems.add(ErrorCode.E112, mapping.field().span(), "two columns are called '"
                        + mapping.field().name() + "'", "give each a name of its own");
            }
            ScaledUnit unit = mapping.unit() == null ? null
                    : sources.expressions(problems).unit(mapping.unit(), mapping.span());
            mappings.add(new Checked.Mapping(mapping.field().name(), mapping.column(), unit, mapping.span()));
        }
        return new Checked.Load(load.file(), load.fileSpan(), load.name().name(), mappings, load.span());
    }

    private Checked save(Statement.Save save, Query input, Sources sources, Problems problems) {
        if (input != null && save.source() != null) {
            return problems.add(ErrorCode.E115, save.source().span(), "after '|' the rows come from what stands before"
                    + " it", "leave the source out here");
        }
        if (input == null && save.source() == null) {
            // Without a source it would be all models, when what was just shown is meant.
            return problems.add(ErrorCode.E111, save.fileSpan(), "save is not told which rows",
                    "save $ to \"" + save.file() + "\" saves the last result", "or put '|' before save");
        }
        Format format = Format.ofFile(save.file());
        if (format == null) {
            problems.add(ErrorCode.E303, save.fileSpan(), "the ending of '" + save.file()
                    + "' does not say which format to write", "endings that do: "
                    + String.join(" ", Format.usualEndings()));
        }
        Query query = input != null ? input : saved(save, sources, problems);
        return query == null || format == null ? null
                : new Checked.Save(query, format, save.file(), save.fileSpan());
    }

    /** A fit is saved as a fit, whether it is made here or has a name. */
    private Query saved(Statement.Save save, Sources sources, Problems problems) {
        QueryChecker queries = new QueryChecker(sources, problems);
        if (save.source() instanceof Source.Named named
                && names.find(named.name().name()) instanceof Namespace.Fitted fit) {
            return Sources.terms(fit);
        }
        if (save.source() instanceof Source.Query query && QueryChecker.isFit(query.statement())) {
            queries.refuseName(query.statement());
            return queries.query(query.statement());
        }
        return queries.query(new Statement.Listing(save.source(), null, List.of(), null, List.of(), save.span()));
    }

    private Checked assume(Statement.Assume assume, Sources sources, Problems problems) {
        Namespace.Data models = (Namespace.Data) names.find("models");
        RowNames.Match match = rows.find("models", assume.model().name());
        if (!match.isFound()) {
            sources.expressions(problems).noSuchRow(assume.model().name(), assume.model().span(), match);
        }
        String name = assume.field().name().toLowerCase(Locale.ROOT);
        int index = models.schema().find(name);
        if (index < 0) {
            problems.add(ErrorCode.E101, assume.field().span(), "there is no field '" + assume.field().name()
                    + "' in models", Nearest.sentence(name, models.schema().names()));
        } else if (!assumable.contains(name)) {
            problems.add(ErrorCode.E119, assume.field().span(), "'" + name + "' cannot be assumed",
                    "assume what it follows from, or one of the numbers: params, tokens, mmlu");
        }
        Expression value = sources.expressions(problems).check(assume.value(), Scope.scalar());
        if (value == null || !problems.isEmpty()) {
            return null;
        }
        Field field = models.schema().field(index);
        if (value.type() != field.type() || !(field.type() == Type.DATE || value.unit().fits(field.unit()))) {
            ErrorCode code = value.type() == field.type() ? ErrorCode.E104 : ErrorCode.E105;
            return problems.add(code, assume.value().span(), Formatter.expression(assume.value()) + " is "
                    + (value.type() == Type.NUMBER ? Operators.inWords(value.unit()) : value.type().words()) + ", and "
                    + name + " is " + (field.type() == Type.NUMBER ? Operators.inWords(field.unit())
                            : field.type().words()));
        }
        return new Checked.Assume(match.row(), match.name(), name, value, assume.span());
    }

    /** As 2026.11 is. */
    private static boolean isYearAndMonth(String text) {
        if (text.length() != 7 || text.charAt(4) != '.') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (i != 4 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return false;
            }
        }
        int month = 10 * (text.charAt(5) - '0') + text.charAt(6) - '0';
        return month >= 1 && month <= 12;
    }

    private static Checked require(Statement.Require require, Problems problems) {
        Span span = require.versionSpan();
        if (!isYearAndMonth(require.version())) {
            return problems.add(ErrorCode.E118, span, "a catalog's version is a year and a month",
                    "require catalog 2026.11");
        }
        return new Checked.Require(require.version(), span);
    }
}
