package llmq.syntax;

import java.util.List;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * How far the parser reads a text in which something was changed, so that advice can be tried before it is given.
 *
 * @param left     how many characters it does not take, from the end of the text
 * @param finished whether it asks for nothing more either
 */
record Attempt(int left, boolean finished) {
    /** A longer text is a script, in which somebody sees for himself; each attempt reads all of it. */
    private static final int LONGEST = 2_000;
    private static final Attempt NONE = new Attempt(Integer.MAX_VALUE, false);

    /** Whether nothing is tried with it. */
    static boolean isCostly(String text) {
        return text.length() > LONGEST;
    }

    /** @param span of the text that gives way to {@code instead} */
    static Attempt of(String text, Span span, String instead) {
        if (isCostly(text)) {
            return NONE;
        }
        SourceText changed = SourceText.of(text.substring(0, span.start()) + instead + text.substring(span.end()));
        List<CommonToken> tokens;
        try {
            tokens = Tokens.of(changed).list();
        } catch (LlmqException tooDeep) {
            return NONE;
        }
        Reader reader = new Reader(tokens, LlmqParser.RULE_script);
        try {
            reader.script();
            return new Attempt(0, true);
        } catch (Reader.Stop stop) {
            Token at = reader.getCurrentToken();
            return new Attempt(at.getType() == Token.EOF ? 0 : changed.text().length() - at.getStartIndex(), false);
        }
    }
}
