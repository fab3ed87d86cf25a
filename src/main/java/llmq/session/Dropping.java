package llmq.session;

import java.util.ArrayList;
import java.util.List;
import llmq.check.Namespace;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Statement;

/** Takes names out of a session, unless other definitions need them. */
final class Dropping {
    private final Session session;

    Dropping(Session session) {
        this.session = session;
    }

    /** @throws LlmqException see {@link Session#without} */
    Session without(String name) {
        if (name.startsWith("$")) {
            throw Diagnostic.of(ErrorCode.E405, "results have numbers and are kept: " + name,
                    "/undo takes back the last statement, /reset everything").toException();
        }
        Namespace.Definition definition = session.names().find(name);
        if (definition == null) {
            throw unknown(name);
        }
        if (isBuiltIn(definition)) {
            throw Diagnostic.of(ErrorCode.E405, "'" + definition.name() + "' belongs to llmq itself").toException();
        }
        Session rest = session.bare(name);
        List<String> users = new ArrayList<>();
        for (Namespace.Definition other : rest.names().all()) {
            Statement again = statement(other);
            if (again != null && checks(session, again, other) && !checks(rest, again, other)) {
                users.add(other.name());
            }
        }
        if (!users.isEmpty()) {
            throw Diagnostic.of(ErrorCode.E406, "'" + definition.name() + "' is used by " + String.join(", ", users),
                    "/drop " + String.join(" ", users) + " " + definition.name() + " drops all of them").toException();
        }
        return rest;
    }

    private LlmqException unknown(String name) {
        List<String> names = new ArrayList<>();
        for (Namespace.Definition definition : session.names().all()) {
            if (!isBuiltIn(definition) && !definition.name().startsWith("$")) {
                names.add(definition.name());
            }
        }
        String near = Nearest.sentence(name, names);
        String message = "nothing was named '" + name + "'";
        return (near == null ? Diagnostic.of(ErrorCode.E101, message, "/vars lists what was named")
                : Diagnostic.of(ErrorCode.E101, message, near)).toException();
    }

    private static boolean isBuiltIn(Namespace.Definition definition) {
        return definition instanceof Namespace.Data data && data.builtIn();
    }

    /** The statement that would make the definition again; {@code null} for what follows no other definition. */
    private static Statement statement(Namespace.Definition definition) {
        if (definition instanceof Namespace.Measure measure) {
            return new Statement.LetMeasure(name(measure.name(), measure.body().span()), measure.body(),
                    measure.body().span());
        } else if (definition instanceof Namespace.View view) {
            return new Statement.LetView(name(view.name(), view.source().span()), view.source(), view.source().span());
        } else if (definition instanceof Namespace.UserFunction function) {
            Span span = function.body().span();
            List<Identifier> parameters = new ArrayList<>();
            for (String parameter : function.parameters()) {
                parameters.add(name(parameter, span));
            }
            return new Statement.LetFunction(name(function.name(), span), parameters, function.body(), span);
        } else if (definition instanceof Namespace.Parameter parameter) {
            Span span = parameter.value().span();
            return new Statement.Param(name(parameter.name(), span), parameter.value(), span);
        }
        return null;
    }

    private static Identifier name(String name, Span span) {
        return new Identifier(name, span);
    }

    private static boolean checks(Session session, Statement statement, Namespace.Definition definition) {
        SourceText text = definition instanceof Namespace.Measure measure ? measure.text()
                : definition instanceof Namespace.View view ? view.text()
                : definition instanceof Namespace.UserFunction function ? function.text()
                : ((Namespace.Parameter) definition).text();
        try {
            session.check(statement, text);
            return true;
        } catch (LlmqException e) {
            return false;
        }
    }
}
