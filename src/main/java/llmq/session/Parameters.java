package llmq.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import llmq.check.Namespace;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.syntax.Parser;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Script;
import llmq.syntax.tree.Statement;

/** Values that the command line gives to the parameters of a script. */
public final class Parameters {
    private Parameters() {
    }

    /** @throws LlmqException E403 where a value is given for what is no parameter of the script */
    public static void check(Script script, Map<String, String> values) {
        List<String> names = new ArrayList<>();
        for (Statement statement : script.statements()) {
            if (statement instanceof Statement.Param param) {
                names.add(param.name().name());
            }
        }
        List<Diagnostic> unknown = new ArrayList<>();
        for (String value : values.keySet()) {
            boolean known = false;
            for (String name : names) {
                known |= name.equalsIgnoreCase(value);
            }
            if (!known) {
                String nearest = Nearest.sentence(value, names);
                String all = names.isEmpty() ? "it has none; a script declares one with: param limit = 3T"
                        : "it has: " + String.join(", ", names);
                unknown.add(Diagnostic.of(ErrorCode.E403, "the script has no parameter '" + value + "'",
                        nearest == null ? all : nearest));
            }
        }
        if (!unknown.isEmpty()) {
            throw new LlmqException(unknown);
        }
    }

    /** The parameter with the value given: text where its default is text, else read as an expression. */
    static Namespace.Parameter given(Namespace.Parameter parameter, String value) {
        SourceText source = new SourceText("the value of " + parameter.name(), value);
        if (parameter.value() instanceof Expr.Text text) {
            return new Namespace.Parameter(parameter.name(), new Expr.Text(value, text.span()), source);
        }
        return new Namespace.Parameter(parameter.name(), new Parser().parseExpression(source), source);
    }
}
