package llmq.syntax;

import llmq.diagnostic.SourceText;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Script;

/**
 * The one door from text to tree. It stops at the first error, thrown as an {@link llmq.diagnostic.LlmqException};
 * whatever the text, nothing else is thrown, and a text too long or too deep is refused before it costs much.
 */
public final class Parser {

    public Script parse(SourceText source) {
        Tokens tokens = Tokens.of(source);
        Reader reader = new Reader(tokens.list(), LlmqParser.RULE_script);
        try {
            return new StatementBuilder(source, tokens).script(reader.script());
        } catch (Reader.Stop stop) {
            throw new SyntaxError(source, tokens, reader).toException();
        }
    }

    /** A text that is one expression and nothing else. */
    public Expr parseExpression(SourceText source) {
        Tokens tokens = Tokens.of(source);
        Reader reader = new Reader(tokens.list(), LlmqParser.RULE_single);
        try {
            return new StatementBuilder(source, tokens).expression(reader.single());
        } catch (Reader.Stop stop) {
            throw new SyntaxError(source, tokens, reader).toException();
        }
    }
}
