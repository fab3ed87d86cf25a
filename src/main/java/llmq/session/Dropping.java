package llmq.session;

import java.util.ArrayList;
import java.util.List;
import llmq.check.Namespace;
import llmq.check.Results;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.syntax.Formatter;

/** Takes names out of a session, unless other definitions need them. */
final class Dropping {
    private final Session session;

    Dropping(Session session) {
        this.session = session;
    }

    /** @throws LlmqException see {@link Session#without} */
    Session without(String name) {
        if (Results.isName(name)) {
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
        List<String> users = new ArrayList<>();
        for (Namespace.Definition other : session.names().all()) {
            if (!other.name().equalsIgnoreCase(name) && mentions(body(other), name)) {
                users.add(other.name());
            }
        }
        if (!users.isEmpty()) {
            throw Diagnostic.of(ErrorCode.E406, "'" + definition.name() + "' is used by " + String.join(", ", users),
                    "/drop " + String.join(" ", users) + " " + definition.name() + " drops all of them").toException();
        }
        return session.bare(name);
    }

    private LlmqException unknown(String name) {
        List<String> names = new ArrayList<>();
        for (Namespace.Definition definition : session.names().all()) {
            if (!isBuiltIn(definition)) {
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

    /** What it stands for, as it is written; empty for what follows no other definition. */
    private static String body(Namespace.Definition definition) {
        if (definition instanceof Namespace.Measure measure) {
            return Formatter.expression(measure.body());
        } else if (definition instanceof Namespace.View view) {
            return Formatter.source(view.source());
        } else if (definition instanceof Namespace.UserFunction function) {
            return Formatter.expression(function.body());
        }
        return definition instanceof Namespace.Parameter parameter ? Formatter.expression(parameter.value()) : "";
    }

    /** Whether the name stands in it outside of quoted texts. Backquotes are quotes of a name. */
    private static boolean mentions(String body, String name) {
        int at = 0;
        while (at < body.length()) {
            char first = body.charAt(at);
            int end = at + 1;
            if (first == '\'' || first == '"' || first == '`') {
                int close = body.indexOf(first, end);
                end = close < 0 ? body.length() : close + 1;
                if (first == '`' && body.substring(at + 1, end - 1).equalsIgnoreCase(name)) {
                    return true;
                }
            } else if (isWord(first)) {
                while (end < body.length() && isWord(body.charAt(end))) {
                    end++;
                }
                if (body.substring(at, end).equalsIgnoreCase(name)) {
                    return true;
                }
            }
            at = end;
        }
        return false;
    }

    private static boolean isWord(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }
}
