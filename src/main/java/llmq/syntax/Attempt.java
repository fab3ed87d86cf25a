package llmq.syntax;

import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
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
        return read(text.substring(0, span.start()) + instead + text.substring(span.end()));
    }

    /** A text as it is with a change, however long. */
    static Attempt read(String text) {
        SourceText changed = SourceText.of(text);
        Tokens tokens;
        try {
            tokens = Tokens.of(changed);
        } catch (LlmqException tooDeep) {
            return NONE;
        }
        Reader reader = new Reader(tokens.list(), LlmqParser.RULE_script);
        try {
            new StatementBuilder(changed, tokens).script(reader.script());
            return new Attempt(0, true);
        } catch (Reader.Stop stop) {
            Token at = reader.getCurrentToken();
            return new Attempt(at.getType() == Token.EOF ? 0 : text.length() - at.getStartIndex(), false);
        } catch (LlmqException refused) {
            // It is read to its end. A clause that is given twice may be the change; what else is refused is not.
            Diagnostic first = refused.diagnostics().get(0);
            return first.code() == ErrorCode.E007 ? new Attempt(text.length() - first.span().start(), false)
                    : new Attempt(0, true);
        }
    }
}
