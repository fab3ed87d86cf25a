package llmq.syntax;

import org.antlr.v4.runtime.ParserRuleContext;

/** Sees through the levels of the expression grammar that add nothing, and through parentheses around a value. */
final class Tight {
    private Tight() {
    }

    /** The innermost context that still is the whole of {@code context}. */
    static ParserRuleContext of(ParserRuleContext context) {
        ParserRuleContext at = context;
        while (true) {
            if (at.getChildCount() == 1 && at.getChild(0) instanceof ParserRuleContext only) {
                at = only;
            } else if (at instanceof LlmqParser.PrimaryContext primary && isValue(primary.body())) {
                at = primary.body().expression();
            } else {
                return at;
            }
        }
    }

    private static boolean isValue(LlmqParser.BodyContext body) {
        return body != null && body.query() == null && body.where() == null && body.expression() != null;
    }
}
