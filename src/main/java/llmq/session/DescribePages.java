package llmq.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import llmq.catalog.Catalog;
import llmq.catalog.FieldInfo;
import llmq.catalog.Provenance;
import llmq.check.Checked;
import llmq.check.Namespace;
import llmq.check.RowNames;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Fix;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.fit.Method;
import llmq.function.AggregateFunction;
import llmq.function.Function;
import llmq.function.Functions;
import llmq.function.WindowFunction;
import llmq.result.NoteKind;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.syntax.Clause;
import llmq.syntax.Formatter;
import llmq.syntax.Verb;
import llmq.syntax.tree.Statement;
import llmq.table.CellText;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.Table;
import llmq.text.Plural;
import llmq.value.ScaledUnit;
import llmq.value.Type;
import llmq.value.Units;

/** What there is: tables, fields, functions, units, errors, notes, and what the user has named. */
final class DescribePages {
    static final List<String> TOPICS =
            List.of("sources", "fields", "functions", "units", "errors", "notes", "statements", "names", "fits");

    /** Letters that begin a model's name and are no accident. */
    private static final int LEAST = 3;

    private final Session session;

    DescribePages(Session session) {
        this.session = session;
    }

    Result of(Checked.Describe describe, SourceText text) {
        String topic = describe.topic();
        if (topic == null) {
            return overview();
        }
        Result found = describe.quoted() ? null : named(topic);
        Clause clause = found == null ? Clause.find(topic) : null;
        if (clause != null) {
            found = clause(clause, topic);
        }
        if (found == null) {
            found = model(topic, describe, text);
        }
        if (found == null) {
            found = row(topic);
        }
        List<Statement.FitOption.Kind> options = Statement.FitOption.Kind.named(topic);
        if (found == null && !options.isEmpty()) {
            found = FitPages.options(options);
        }
        if (found == null && !PlotPart.named(topic).isEmpty()) {
            found = PlotWords.clauses(PlotPart.named(topic));
        }
        if (found == null && !describe.quoted()) {
            found = unit(topic);
        }
        if (found != null) {
            return found;
        }
        List<String> candidates = new ArrayList<>(TOPICS);
        candidates.addAll(Functions.names());
        candidates.addAll(session.catalog().models().schema().names());
        candidates.addAll(Method.words());
        for (Statement.FitOption.Kind option : Statement.FitOption.Kind.values()) {
            candidates.add(option.first());
        }
        for (Verb verb : Verb.values()) {
            candidates.add(verb.word());
        }
        for (Clause word : Clause.values()) {
            candidates.add(word.word());
        }
        session.names().all().forEach(definition -> candidates.add(definition.name()));
        throw Diagnostic.at(ErrorCode.E101, text, describe.span(), "there is nothing called '" + topic + "'")
                .withFix(fix(describe.span(), text, topic, Nearest.sentence(topic, candidates)))
                .withHelp(Nearest.sentence(topic, candidates) == null ? "describe, without more, shows what there is"
                        : Nearest.sentence(topic, candidates)).toException();
    }

    /** The topic stands at the end of the statement. */
    private static Fix fix(Span span, SourceText text, String topic, String near) {
        Span last = new Span(Math.max(span.start(), span.end() - topic.length()), span.end());
        return near == null || !text.text().substring(last.start(), last.end()).equalsIgnoreCase(topic) ? null
                : new Fix(last, Nearest.first(near));
    }

    private Result named(String topic) {
        Result list = list(topic);
        if (list != null) {
            return list;
        }
        ErrorCode code = ErrorCode.find(topic);
        if (code != null) {
            return Page.of().add("code", code.name()).add("error", code.title()).add("meaning", code.meaning())
                    .add("remedy", code.remedy()).addKnown("example", code.example()).page(null);
        }
        Namespace.Definition definition = session.names().find(topic);
        if (definition instanceof Namespace.Data data) {
            return columns(session.tables().table(data.name()), data.name());
        }
        FieldInfo field = session.catalog().field(topic);
        if (field != null) {
            return field(field);
        }
        if (definition != null) {
            return definition(definition);
        }
        List<Function> functions = Functions.named(topic);
        if (!functions.isEmpty()) {
            return functions(functions);
        }
        Method method = Method.find(topic);
        if (method != null) {
            return FitPages.method(method);
        }
        Verb verb = Verb.find(topic);
        return verb == null ? elsewhere(topic) : statement(verb);
    }

    private static Result statement(Verb verb) {
        Page page = Page.of().add("statement", verb.word()).add("form", verb.form()).add("gives", verb.gives());
        if (verb == Verb.FIT) {
            FitPages.forms(page);
        } else if (verb == Verb.PLOT) {
            PlotWords.forms(page);
        }
        return page.addKnown("its result", verb.page()).addKnown("example", verb.example()).page(null);
    }

    private static Result clause(Clause clause, String topic) {
        Page page = Page.of().add("word", clause.word()).add("form", clause.form()).add("is", clause.brief())
                .addKnown("more", clause.page()).addKnown("example", clause.example());
        List<PlotPart> drawn = PlotPart.named(topic);
        for (int i = 0; i < drawn.size(); i++) {
            page.add(i == 0 ? "of a picture" : "", drawn.get(i).form() + ": " + drawn.get(i).gives());
        }
        return page.page(null);
    }

    private Result list(String topic) {
        return switch (topic.toLowerCase(Locale.ROOT)) {
            case "sources" -> sources();
            case "fields" -> columns(session.catalog().models(), "models");
            case "functions" -> allFunctions();
            case "units" -> units();
            case "errors" -> errors();
            case "notes" -> notes();
            case "statements" -> statements();
            case "names" -> names();
            case "fits" -> FitPages.all(session.names());
            default -> null;
        };
    }

    private Result overview() {
        Page page = Page.table("describe", "shows");
        page.add("sources", "the tables: " + String.join(", ", session.names().sourceNames()));
        page.add("fields", "the fields of models; describe mmlu shows one");
        page.add("functions", "the functions; describe skill shows one");
        page.add("statements", "what a sentence can start with; describe rank shows one");
        page.add("units", "the units that may follow a number, or in");
        List<String> fits = session.names().fits();
        page.add("fits", "the ways to fit, with their options"
                + (fits.isEmpty() ? "" : ", and what was fitted: " + String.join(", ", fits)) + "; describe logistic shows one");
        page.add("names", "what this session has named with let, param, load and fit");
        page.add("errors", "the kinds of error; describe E101 shows one");
        page.add("notes", "the remarks that may stand under a result");
        page.add("\"DBRX\"", "a model, with the sources of its figures");
        return page.rows(null);
    }

    private Result sources() {
        Page page = Page.table("source", "rows", "columns", "a row is known by");
        for (Namespace.Data data : session.names().tables()) {
            Table table = session.tables().table(data.name());
            page.add(data.name(), Integer.toString(table.rows()), Integer.toString(table.schema().size()),
                    table.label());
        }
        for (Namespace.Definition definition : session.names().all()) {
            if (definition instanceof Namespace.View view) {
                page.add(view.name(), null, null, "a view: " + Formatter.source(view.source()));
            }
        }
        return page.rows(null);
    }

    /** Each column of a table: what it holds and for how many rows it is known. */
    private Result columns(Table table, String name) {
        Page page = Page.table("field", "holds", "unit", "known for", "what it is");
        for (int i = 0; i < table.schema().size(); i++) {
            Field field = table.schema().field(i);
            page.add(field.name(), field.type().words(), unit(field), coverage(table.column(i)), field.summary());
        }
        return page.rows(name);
    }

    Result rows(Result result, String title) {
        Page page = Page.table("column", "holds", "unit", "known for", "what it is");
        for (Shown shown : result.shown()) {
            Field field = result.table().schema().field(shown.column());
            page.add(shown.title(), field.type().words(), unit(field), coverage(result.table().column(shown.column())),
                    field.summary());
        }
        return page.rows(title);
    }

    private static String unit(Field field) {
        return field.type() == Type.NUMBER && !field.unit().isNone() ? field.unit().toString() : null;
    }

    private static String coverage(Column column) {
        int known = 0;
        for (int row = 0; row < column.size(); row++) {
            known += column.isKnown(row) ? 1 : 0;
        }
        return known + " of " + column.size();
    }

    private Result field(FieldInfo info) {
        Field field = info.field();
        Table models = session.catalog().models();
        Page page = Page.of().add("field", field.name() + ", of models").addKnown("is", field.summary())
                .add("holds", field.type().words()).addKnown("unit", unit(field))
                .addKnown("how it is got", info.origin())
                .add("known for", coverage(models.column(field.name())) + " models");
        if (field.scale() != null) {
            page.addKnown("chance", CellText.number(field.scale().chance(), Type.NUMBER, field.unit(), null))
                    .addKnown("maximum", CellText.number(field.scale().max(), Type.NUMBER, field.unit(), null));
            if (field.scale().questions() == field.scale().questions()) {
                page.add("questions", Long.toString((long) field.scale().questions()));
            }
        }
        page.add("example", field.type() == Type.NUMBER ? "rank models by " + field.name() + " top 5"
                : "list models top 5 show name, " + field.name());
        return page.page(null);
    }

    private static Result definition(Namespace.Definition definition) {
        if (definition instanceof Namespace.Fitted fit) {
            return FitPages.page(fit);
        }
        Page page = Page.of().add("name", definition.name());
        if (definition instanceof Namespace.Measure measure) {
            page.add("is", "a measure").add("stands for", Formatter.expression(measure.body()));
        } else if (definition instanceof Namespace.UserFunction function) {
            page.add("is", "a function of " + String.join(", ", function.parameters()))
                    .add("stands for", Formatter.expression(function.body()));
        } else if (definition instanceof Namespace.Parameter parameter) {
            page.add("is", "a parameter of the script").add("value", Formatter.expression(parameter.value()));
        } else if (definition instanceof Namespace.View view) {
            page.add("is", "a view").add("stands for", Formatter.source(view.source()));
        }
        return page.page(null);
    }

    private static Result functions(List<Function> functions) {
        Page page = Page.of();
        for (Function function : functions) {
            page.add("function", function.doc().usage()).add("kind", kind(function))
                    .add("gives", function.doc().summary()).addKnown("more", function.doc().page())
                    .addKnown("examples", String.join("\n", function.doc().examples()));
        }
        return page.page(null);
    }

    private static String kind(Function function) {
        return function instanceof AggregateFunction ? "gathers the rows of a group"
                : function instanceof WindowFunction ? "places a row among all rows of the query" : "works on one row";
    }

    private static Result allFunctions() {
        Page page = Page.table("function", "kind", "gives");
        for (Function function : Functions.all()) {
            page.add(function.doc().usage(), kind(function), function.doc().summary());
        }
        return page.rows(null);
    }

    private static Result units() {
        Page page = Page.table("unit", "also written", "prefixes", "is");
        for (Units.Entry entry : Units.entries()) {
            List<String> others = entry.names().subList(1, entry.names().size());
            page.add(entry.names().get(0), others.isEmpty() ? null : String.join(", ", others),
                    String.join(" ", entry.prefixes().keySet()),
                    entry.summary());
        }
        return page.rows(null);
    }

    /** A unit, with a prefix or without. */
    private static Result unit(String topic) {
        ScaledUnit unit = Units.parse(topic);
        for (Units.Entry entry : Units.entries()) {
            if (unit == null || !entry.unit().equals(unit.unit())) {
                continue;
            }
            for (String name : entry.names()) {
                String prefix = topic.length() < name.length() ? ""
                        : topic.substring(0, topic.length() - name.length());
                if (topic.regionMatches(true, prefix.length(), name, 0, name.length())
                        && (prefix.isEmpty() || entry.prefixes().containsKey(prefix))) {
                    return Page.of().add("unit", name).add("is", entry.summary())
                            .add("written", String.join(", ", entry.names()))
                            .addKnown("prefixes", String.join(" ", entry.prefixes().keySet()))
                            .page(null);
                }
            }
        }
        return null;
    }

    private static Result errors() {
        Page page = Page.table("code", "error", "meaning");
        for (ErrorCode code : ErrorCode.values()) {
            page.add(code.name(), code.title(), code.meaning());
        }
        return page.rows(null);
    }

    private static Result notes() {
        Page page = Page.table("note", "meaning");
        for (NoteKind kind : NoteKind.values()) {
            page.add(kind.title(), kind.meaning());
        }
        return page.rows(null);
    }

    private static Result statements() {
        Page page = Page.table("statement", "gives");
        for (Verb verb : Verb.values()) {
            page.add(verb.form(), verb.gives());
        }
        return page.rows(null);
    }

    /** What the user has named: what it is, and what it stands for. */
    Result names() {
        Page page = Page.table("name", "is", "stands for");
        for (Namespace.Definition definition : session.names().all()) {
            if (definition instanceof Namespace.Measure measure) {
                page.add(measure.name(), "a measure", Formatter.expression(measure.body()));
            } else if (definition instanceof Namespace.UserFunction function) {
                page.add(function.name() + "(" + String.join(", ", function.parameters()) + ")", "a function",
                        Formatter.expression(function.body()));
            } else if (definition instanceof Namespace.Parameter parameter) {
                page.add(parameter.name(), "a parameter", Formatter.expression(parameter.value()));
            } else if (definition instanceof Namespace.View view) {
                page.add(view.name(), "a view", Formatter.source(view.source()));
            } else if (definition instanceof Namespace.Fitted fit) {
                page.add(fit.name(), "a fit" + FitPages.count(fit), FitPages.formula(fit));
            } else if (definition instanceof Namespace.Data data && !data.builtIn()) {
                int rows = session.tables().table(data.name()).rows();
                page.add(data.name(), "a loaded table", Plural.count(rows, "row"));
            }
        }
        return page.rows(null);
    }

    /** A field of a table other than models. */
    private Result elsewhere(String topic) {
        for (Namespace.Data data : session.names().tables()) {
            int index = data.schema().find(topic);
            if (index >= 0) {
                Field field = data.schema().field(index);
                return Page.of().add("field", field.name() + ", of " + data.name()).addKnown("is", field.summary())
                        .add("holds", field.type().words()).addKnown("unit", unit(field))
                        .add("known for", coverage(session.tables().table(data.name()).column(index)) + " rows")
                        .page(null);
            }
        }
        return null;
    }

    /** A row of a table other than models: its values. */
    private Result row(String topic) {
        for (Namespace.Data data : session.names().tables()) {
            RowNames.Match match = session.rowNames().find(data.name(), topic);
            if (!match.isFound()) {
                continue;
            }
            Table table = session.tables().table(data.name());
            Page page = Page.table("field", "value");
            for (int i = 0; i < table.schema().size(); i++) {
                if (table.column(i).isKnown(match.row())) {
                    Field field = table.schema().field(i);
                    page.add(field.name(), CellText.of(field, table.column(i), match.row(), null));
                }
            }
            return page.rows(match.name() + ", of " + data.name());
        }
        return null;
    }

    /** Whether so few letters only begin the model's name: they may have been meant for anything. */
    private boolean isLoose(String topic, RowNames.Match match) {
        Table models = session.catalog().models();
        return topic.length() < LEAST && !topic.equalsIgnoreCase(match.name())
                && !topic.equalsIgnoreCase(models.texts("id").value(match.row()));
    }

    /** A model's figures, each with its source. */
    private Result model(String topic, Checked.Describe describe, SourceText text) {
        RowNames.Match match = session.rowNames().find("models", topic);
        if (match.isFound() && isLoose(topic, match)) {
            throw Diagnostic.at(ErrorCode.E101, text, describe.span(), "there is nothing called '" + topic + "'")
                    .withFix(fix(describe.span(), text, topic, "'" + match.name() + "'"))
                    .withHelp("did you mean '" + match.name() + "'?").toException();
        }
        if (match.several()) {
            int fitting = match.candidates().size();
            int named = Math.min(8, fitting);
            throw Diagnostic.at(ErrorCode.E103, text, describe.span(), "'" + topic + "' fits " + fitting + " names",
                    "it could be: " + String.join(", ", match.candidates().subList(0, named))
                            + (fitting > named ? " and " + (fitting - named) + " more" : "")).toException();
        }
        if (!match.isFound()) {
            return null;
        }
        Page page = Page.table("field", "value", "status", "source");
        Catalog catalog = session.catalog();
        Table models = catalog.models();
        for (int i = 0; i < models.schema().size(); i++) {
            Field field = models.schema().field(i);
            Column column = models.column(i);
            if (!column.isKnown(match.row()) && !field.name().equals("tokens")) {
                continue;
            }
            Provenance figure = catalog.figure(match.row(), field.name());
            String from = figure.formula() != null ? figure.formula()
                    : figure.source() == null ? null : figure.source().title();
            page.add(field.name(), CellText.of(field, column, match.row(), null),
                    column.isKnown(match.row()) && figure.source() != null || figure.formula() != null
                            ? column.status(match.row()).word() : null, from);
        }
        if (catalog.note(match.row()) != null) {
            page.add("remark", catalog.note(match.row()), null, null);
        }
        return page.rows(match.name());
    }
}
