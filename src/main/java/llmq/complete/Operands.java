package llmq.complete;

import static llmq.complete.Candidate.word;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import llmq.check.Namespace;
import llmq.check.PlotChecker;
import llmq.complete.Candidate.Kind;
import llmq.function.AggregateFunction;
import llmq.function.Function;
import llmq.function.Functions;
import llmq.function.Gives;
import llmq.function.ScalarFunction;
import llmq.function.WindowFunction;
import llmq.session.Session;
import llmq.syntax.Formatter;
import llmq.syntax.Names;
import llmq.syntax.Setting;
import llmq.syntax.Verb;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.value.Type;

/** What an expression may have as an operand: fields, functions, names of the user's. */
final class Operands {
    private final Session session;
    private final Setting setting;
    private final Reach reach;
    private final Typing typing;
    private final List<Candidate> found;
    /** The type that is wanted; {@code null} for any. */
    private final Type wanted;

    Operands(Session session, Setting setting, Reach reach, Typing typing, List<Candidate> found) {
        this.session = session;
        this.setting = setting;
        this.reach = reach;
        this.typing = typing;
        this.found = found;
        this.wanted = wanted();
    }

    /** Whether true and false, and what is one of them, may stand here. */
    boolean takesTruth() {
        return wanted == null || wanted == Type.BOOLEAN;
    }

    /** As it is written here. */
    private String name(String name) {
        return setting.role() == Setting.Role.EXPRESSION ? Names.operand(name) : Names.anywhere(name);
    }

    private Type wanted() {
        if (setting.compared() != null) {
            Field other = reach.field(setting.compared());
            return other == null ? null : other.type();
        }
        if (setting.verb() == Verb.PLOT && setting.calls().isEmpty()
                && ("against".equals(setting.clause()) || "size".equals(setting.clause()))) {
            return Type.NUMBER;
        }
        boolean argument = setting.argument() >= 0 && !setting.calls().isEmpty();
        Function called = argument ? Functions.find(setting.calls().get(0)) : null;
        return setting.numeric() ? Type.NUMBER : called instanceof ScalarFunction scalar
                && scalar.arguments().size() > 0 ? scalar.argument(setting.argument()) : null;
    }

    void add() {
        if (isOfFits()) {
            own();
            return;
        }
        fits();
        boolean groups = setting.verb() == Verb.SUMMARIZE && setting.calls().isEmpty()
                && ("show".equals(setting.clause()) || "sort".equals(setting.clause()));
        if (groups) {
            functions(true);
        }
        fields();
        own();
        functions(false);
    }

    private boolean fits(Type type) {
        if (isColor()) {
            return !type.isNumeric();
        }
        return wanted == null || wanted == type || wanted.isNumeric() && type.isNumeric();
    }

    /** Colors tell groups apart. */
    private boolean isColor() {
        return setting.verb() == Verb.PLOT && setting.calls().isEmpty() && !setting.numeric()
                && setting.compared() == null && "color".equals(setting.clause());
    }

    /** Whether what a measure gives fits, as far as that can be told. */
    private boolean fits(String measure) {
        Field value = reach.field(name(measure));
        return value == null || fits(value.type());
    }

    private void fields() {
        for (String local : setting.locals()) {
            if (typing.starts(local)) {
                found.add(word(Kind.FIELD, name(local), setting.verb() == Verb.LET ? "an argument"
                        : "a column that is shown"));
            }
        }
        if (setting.ranked() != Setting.Ranked.NO) {
            rank("rank", "the place of the row");
            if (setting.ranked() == Setting.Ranked.BOUNDS) {
                rank("rank_low", "the best place that it may have");
                rank("rank_high", "the worst place that it may have");
            }
        }
        Schema schema = reach.schema();
        Set<String> first = new HashSet<>();
        if (setting.piped()) {
            for (String title : reach.shown()) {
                first.add(title);
                field(schema.field(schema.find(title)));
            }
        }
        for (Field field : schema.fields()) {
            if (!first.contains(field.name())) {
                field(field);
            }
        }
        // Of a value without rows it is said whose it is: it may be of any table.
        if (setting.rows().isEmpty() && !typing.isEmpty()) {
            others(schema);
        }
    }

    private void rank(String name, String description) {
        if (typing.starts(name) && fits(Type.NUMBER) && reach.schema().find(name) < 0) {
            found.add(word(Kind.FIELD, name(name), description));
        }
    }

    private void others(Schema models) {
        Set<String> seen = new HashSet<>();
        for (Namespace.Data table : session.names().tables()) {
            for (Field field : table.schema().fields()) {
                if (table.label() != null && models.find(field.name()) < 0 && seen.add(field.name())
                        && typing.starts(field.name())) {
                    found.add(word(Kind.FIELD, name(field.name()), "of " + table.name()));
                }
            }
        }
    }

    private void field(Field field) {
        if (typing.starts(field.name()) && fits(field.type()) && !isGiven(field.name())) {
            found.add(word(Kind.FIELD, name(field.name()), reach.describe(field)));
        }
    }

    private boolean isGiven(String name) {
        boolean shows = setting.calls().isEmpty() && !setting.numeric();
        for (String given : setting.given()) {
            if (shows && given.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** The inputs of a fit within its call. */
    private void fits() {
        boolean called = setting.argument() >= 0 && !setting.calls().isEmpty();
        if (called && session.names().find(setting.calls().get(0)) instanceof Namespace.Fitted fit) {
            inputs(fit, setting, typing, found);
        }
    }

    static void inputs(Namespace.Fitted fit, Setting setting, Typing typing, List<Candidate> found) {
        for (Field input : fit.inputs()) {
            boolean given = false;
            for (String name : setting.given()) {
                given |= name.equalsIgnoreCase(input.name());
            }
            if (!given && typing.starts(input.name())) {
                found.add(new Candidate(Names.anywhere(input.name()) + " = ", input.name(), Kind.INPUT,
                        "an input of " + fit.name(), false));
            }
        }
    }

    private void own() {
        for (Namespace.Definition definition : session.names().all()) {
            String name = definition.name();
            boolean counts = definition instanceof Namespace.Fitted;
            boolean stands = definition instanceof Namespace.Measure || definition instanceof Namespace.Parameter;
            if (counts && !isOfFits() && !fits(Type.NUMBER) || stands && wanted != null && !fits(name)) {
                continue;
            }
            if (!typing.starts(name) || isOfFits() && !(definition instanceof Namespace.Fitted)) {
                continue;
            }
            if (definition instanceof Namespace.Measure measure) {
                found.add(word(Kind.OWN, name(name), Formatter.expression(measure.body())));
            } else if (definition instanceof Namespace.Parameter parameter) {
                found.add(word(Kind.OWN, name(name), Formatter.expression(parameter.value())));
            } else if (definition instanceof Namespace.UserFunction function) {
                found.add(call(Kind.OWN, name, name + "(" + String.join(", ", function.parameters()) + ")",
                        Formatter.expression(function.body())));
            } else if (definition instanceof Namespace.Fitted fit && isOfFits()) {
                found.add(word(Kind.OWN, name(name), fit.usage()));
            } else if (definition instanceof Namespace.Fitted fit) {
                found.add(call(Kind.OWN, name, fit.usage(), "a fit"));
            }
        }
    }

    /** Whether a function is called that takes a fit by its name. */
    boolean isOfFits() {
        Function function = setting.argument() < 0 || setting.calls().isEmpty() ? null
                : Functions.find(setting.calls().get(0));
        return function != null && function.takesFit();
    }

    private void functions(boolean aggregates) {
        Set<String> seen = new HashSet<>();
        for (Function function : Functions.all()) {
            boolean window = function instanceof WindowFunction;
            boolean other = function instanceof ScalarFunction scalar && !fits(scalar.result())
                    && !(isColor() && PlotChecker.isWhole(function));
            boolean aggregate = function instanceof AggregateFunction;
            other |= function instanceof AggregateFunction rows && rows.gives() == Gives.NUMBER && !fits(Type.NUMBER);
            other |= window && !fits(Type.NUMBER);
            if (!typing.starts(function.name()) || other || window && !takesWindows() || aggregates && !aggregate
                    || session.names().find(function.name()) != null || !seen.add(function.doc().usage())) {
                continue;
            }
            Kind kind = aggregate ? Kind.AGGREGATE : window ? Kind.WINDOW : Kind.FUNCTION;
            found.add(call(kind, function.name(), function.doc().usage(), function.doc().summary()));
        }
    }

    /** A place among rows is known only where there are rows, one by one. */
    private boolean takesWindows() {
        return !setting.rows().isEmpty() && setting.verb() != Verb.SUMMARIZE && setting.verb() != Verb.WHATIF
                && setting.verb() != Verb.TRACE || setting.verb() == Verb.LET;
    }

    private static Candidate call(Kind kind, String name, String usage, String description) {
        return new Candidate(Names.called(name) + "(", usage, kind, description, false);
    }
}
