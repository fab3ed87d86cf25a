package llmq.command;

import java.util.List;
import java.util.function.ToIntFunction;
import llmq.check.Namespace;
import llmq.result.Layout;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Statement;

/**
 * Says in words what a statement has done, for those who are new to it.
 *
 * @param before the session before it
 * @param rows   how many rows a view has, by its name; −1 where that cannot be said
 */
record Feedback(Statement statement, Outcome outcome, Session before, ToIntFunction<String> rows) {

    /** {@code null} where there is no more to say than was printed. */
    String words() {
        if (outcome.number() > 0) {
            return result();
        }
        Identifier name = fit(statement) == null ? statement.made() : null;
        if (name != null) {
            return made(name.name());
        }
        if (statement instanceof Statement.Assume) {
            return "this holds until the session ends, and is marked with ~ wherever it counts; /undo takes it back";
        }
        if (statement instanceof Statement.Assert) {
            return "the assertion holds";
        }
        return statement instanceof Statement.Require && outcome.message() == null
                ? "the catalog is the one that the script was written for" : null;
    }

    private String result() {
        String number = "$" + outcome.number();
        int count = outcome.kept().table().rows();
        String source = number + " is now a source of " + count + (count == 1 ? " row" : " rows");
        Statement.Fit fit = fit(statement);
        if (fit != null) {
            return fit.name() == null ? source + ", the terms of the fit; fit ... as NAME keeps the fit itself"
                    : created("fit", fit.name().name()) + ": predict " + fit.name().name() + " uses it, describe "
                            + fit.name().name() + " shows it; " + source + ", its terms";
        }
        if (outcome.kept().layout() == Layout.SCALAR) {
            return number + " is now a value that can stand in any expression";
        }
        return outcome.kept().layout() == Layout.PAGE ? source + ", the lines of this page"
                : source + ": list " + number + " asks of " + (count == 1 ? "it" : "them");
    }

    private static Statement.Fit fit(Statement statement) {
        Statement last = statement;
        while (last instanceof Statement.Pipe pipe) {
            List<Statement> stages = pipe.stages();
            last = stages.get(stages.size() - 1);
        }
        return last instanceof Statement.Fit fit ? fit : null;
    }

    /** The name that a statement gives to something; {@code null} for none. */
    static String named(Statement statement) {
        Identifier name = statement.made();
        return name == null ? null : name.name();
    }

    private String created(String kind, String name) {
        Namespace.Definition old = before.names().find(name);
        if (old instanceof Namespace.View && !kind.equals("view")) {
            return "created " + kind + " " + name + " in place of the view";
        }
        return (old == null ? "created " : "replaced ") + kind + " " + name;
    }

    private String made(String name) {
        Namespace.Definition definition = outcome.session().names().find(name);
        if (definition instanceof Namespace.Measure measure) {
            boolean fixed = measure.body() instanceof Expr.Number;
            return created("measure", name) + ": it can stand wherever a field can"
                    + (fixed ? "" : ", and follows the data");
        } else if (definition instanceof Namespace.UserFunction function) {
            return created("function", name) + " of " + String.join(", ", function.parameters());
        } else if (definition instanceof Namespace.View) {
            int count = rows.applyAsInt(name);
            return created("view", name) + ": " + (count < 0 ? "a source whose rows are"
                    : "a source of " + count + (count == 1 ? " row" : " rows") + " as of now,")
                    + " chosen anew at each use";
        } else if (definition instanceof Namespace.Parameter parameter) {
            return created("parameter", name) + " = " + Formatter.expression(parameter.value()) + ": llmq run FILE "
                    + name + "=VALUE gives it another value";
        }
        return created("source", name) + ": describe " + name + " says what it has, list " + name + " shows it";
    }
}
