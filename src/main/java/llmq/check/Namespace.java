package llmq.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import llmq.diagnostic.SourceText;
import llmq.fit.Model;
import llmq.plan.Plan;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Source;
import llmq.syntax.tree.Statement;
import llmq.table.Field;
import llmq.table.Schema;

/** All names that a statement can use beside fields and functions. Immutable; names ignore case. */
public final class Namespace {

    /** What a name stands for. */
    public sealed interface Definition {
        String name();
    }

    /**
     * Rows in memory.
     *
     * @param shown   titles of the columns that {@code list} shows, {@code null} for all
     * @param scalar  whether it is the value of a bare expression: one row, one shown column
     * @param builtIn whether it belongs to llmq itself
     */
    public record Data(String name, Schema schema, String label, List<String> shown, boolean scalar, boolean builtIn)
            implements Definition {
    }

    /** {@code let NAME = E}. */
    public record Measure(String name, Expr body, SourceText text) implements Definition {
    }

    /** {@code let NAME(A, …) = E}. */
    public record UserFunction(String name, List<String> parameters, Expr body, SourceText text)
            implements Definition {
    }

    /** {@code let NAME = SOURCE where P}. */
    public record View(String name, Source source, SourceText text) implements Definition {
    }

    /** {@code param NAME = V}. */
    public record Parameter(String name, Expr value, SourceText text) implements Definition {
    }

    /**
     * {@code fit … as NAME}: what it was fitted to, and the model as it came out then.
     *
     * @param model   {@code null} where a script is checked and not run
     * @param written the statement that made it
     */
    public record Fitted(String name, Plan.Fit plan, Model model, Statement written) implements Definition {

        /** The fields that it is a function of. */
        public List<Field> inputs() {
            return FitCalls.inputs(plan);
        }

        /** {@code april24(flops = …)}. */
        public String usage() {
            return FitCalls.usage(this);
        }

        /** One figure of the table of its terms: {@code max(estimate of april24 where term = "log10(flops)")}. */
        public String figure(String column) {
            return FitCalls.figure(this, column);
        }
    }

    /** A table that is not made before its name is used: a plain query needs one of five. */
    private record Late(String name, Supplier<Data> table) implements Definition {
    }

    private final Map<String, Definition> definitions;
    private final Results<Data> results;

    private Namespace(Map<String, Definition> definitions, Results<Data> results) {
        this.definitions = definitions;
        this.results = results;
    }

    public static Namespace empty() {
        return new Namespace(Map.of(), Results.none());
    }

    public Namespace with(Definition definition) {
        Map<String, Definition> more = new LinkedHashMap<>(definitions);
        more.put(fold(definition.name()), definition);
        return new Namespace(more, results);
    }

    /**
     * With a result, under the next number, and as the last one.
     *
     * @param shown as of {@link Data}
     */
    public Namespace withResult(Schema schema, String label, List<String> shown, boolean scalar) {
        String name = Results.name(results.size() + 1);
        return new Namespace(definitions, results.with(new Data(name, schema, label, shown, scalar, false)));
    }

    /** These names without that one. */
    public Namespace without(String name) {
        Map<String, Definition> less = new LinkedHashMap<>(definitions);
        less.remove(fold(name));
        return new Namespace(less, results);
    }

    /** These names and that of a table, which is asked for each time the name is used. */
    public Namespace with(String name, Supplier<Data> table) {
        return with(new Late(name, table));
    }

    /** The definition of that name, or {@code null}. */
    public Definition find(String name) {
        Data result = results.find(name);
        return result == null ? made(definitions.get(fold(name)))
                : new Data(name, result.schema(), result.label(), result.shown(), result.scalar(), false);
    }

    private static Definition made(Definition definition) {
        return definition instanceof Late late ? late.table().get() : definition;
    }

    public boolean isSource(String name) {
        Definition definition = find(name);
        return definition instanceof Data || definition instanceof View || definition instanceof Fitted;
    }

    /** What there is under a number, in their order. */
    public List<Data> results() {
        return results.all();
    }

    /** All that has a name other than a number, in the order in which it was made. */
    public List<Definition> all() {
        List<Definition> all = new ArrayList<>();
        for (Definition definition : definitions.values()) {
            all.add(made(definition));
        }
        return all;
    }

    /** Tables in memory, the built-in ones first. */
    public List<Data> tables() {
        List<Data> tables = new ArrayList<>();
        for (Definition definition : definitions.values()) {
            if (made(definition) instanceof Data data) {
                tables.add(data);
            }
        }
        return tables;
    }

    /** Names of the fits. */
    public List<String> fits() {
        List<String> names = new ArrayList<>();
        for (Definition definition : definitions.values()) {
            if (definition instanceof Fitted) {
                names.add(definition.name());
            }
        }
        return names;
    }

    /** Names of everything that rows can be taken from. */
    public List<String> sourceNames() {
        List<String> names = new ArrayList<>();
        for (Definition definition : definitions.values()) {
            if (isSource(definition.name())) {
                names.add(definition.name());
            }
        }
        return names;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
