package llmq.syntax;

import java.util.List;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Script;
import org.antlr.v4.runtime.Token;

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

    /**
     * The text of one statement with the last result by its number: {@code let few = $7} for {@code let few = $}.
     *
     * @param span of the statement, which was read from this text
     * @return {@code null} where it does not name the last result
     */
    public static SourceText numbered(SourceText source, Span span, int last) {
        String text = source.text().substring(span.start(), span.end());
        if (text.indexOf('$') < 0) {
            return null;
        }
        StringBuilder numbered = new StringBuilder();
        int from = 0;
        for (Token token : Tokens.of(SourceText.of(text)).list()) {
            if (token.getType() == LlmqParser.RESULT && token.getText().length() == 1) {
                numbered.append(text, from, token.getStopIndex() + 1).append(last);
                from = token.getStopIndex() + 1;
            }
        }
        return from == 0 ? null : new SourceText(source.name(), numbered.append(text.substring(from)).toString());
    }

    /** The comments of a text, in order, whether or not the rest of it reads. */
    public static List<Comment> comments(SourceText source) {
        return Tokens.of(source).comments();
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
