package llmq.command;

import llmq.check.Namespace;
import llmq.result.Layout;
import llmq.session.Outcome;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Statement;

/** Says in words what a statement has done, for those who are new to it. */
final class Told {
    private Told() {
    }

    /** {@code null} where there is no more to say than was printed. */
    static String of(Statement statement, Outcome outcome) {
        if (outcome.number() > 0) {
            return result(statement, outcome);
        }
        Identifier name = defined(statement);
        if (name != null) {
            return named(outcome.session().names().find(name.name()), name.name());
        }
        if (statement instanceof Statement.Assume) {
            return "this holds until the session ends, and is marked with ~ wherever it counts; /undo takes it back";
        }
        if (statement instanceof Statement.Assert) {
            return "the assertion holds";
        }
        return statement instanceof Statement.Require ? "the catalog is new enough" : null;
    }

    private static String result(Statement statement, Outcome outcome) {
        String name = "$" + outcome.number();
        if (statement instanceof Statement.Fit fit && fit.name() != null) {
            String fitted = fit.name().name();
            return fitted + " is now a fit, a function of what it was fitted on; describe " + fitted + " shows it, "
                    + "predict " + fitted + " uses it";
        }
        int rows = outcome.result().table().rows();
        if (outcome.result().layout() == Layout.SCALAR) {
            return "the value is kept as " + name + ", which can stand in any expression";
        }
        if (outcome.result().layout() == Layout.PAGE) {
            return null;
        }
        return (rows == 1 ? "1 row is" : rows + " rows are") + " kept as " + name + ", a source like any other: list "
                + name + " asks of " + (rows == 1 ? "it" : "them");
    }

    private static Identifier defined(Statement statement) {
        if (statement instanceof Statement.LetMeasure let) {
            return let.name();
        } else if (statement instanceof Statement.LetFunction let) {
            return let.name();
        } else if (statement instanceof Statement.LetView let) {
            return let.name();
        } else if (statement instanceof Statement.Param param) {
            return param.name();
        }
        return statement instanceof Statement.Load load ? load.name() : null;
    }

    private static String named(Namespace.Definition definition, String name) {
        if (definition instanceof Namespace.Measure) {
            return name + " is now a measure: it can stand wherever a field can, and follows the data";
        } else if (definition instanceof Namespace.UserFunction function) {
            return name + " is now a function of " + String.join(", ", function.parameters());
        } else if (definition instanceof Namespace.View) {
            return name + " is now a view: a source whose rows are chosen anew at each use";
        } else if (definition instanceof Namespace.Parameter) {
            return name + " is now a parameter; llmq run FILE " + name + "=VALUE gives it another value";
        }
        return name + " is now a source: describe " + name + " says what it has, list " + name + " shows it";
    }
}
