package llmq.syntax;

import java.util.List;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/**
 * The generated parser, made to stop at the first error and to remember where in the grammar it was after each token
 * it took. That place, and not the one where it fails, tells what could follow: by the time it fails it has left
 * every loop that the failing token did not fit.
 */
final class Reader extends LlmqParser {
    private Place after;
    private Place beforeLine;

    /** @param state where the parser stood when it took a token, or, {@code taken} false, where it starts */
    record Place(int state, ParserRuleContext context, boolean taken) {
    }

    /** The parser met a token that it cannot take: {@link #getCurrentToken()}. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stop() {
            super(null, null, false, false);
        }
    }

    Reader(List<CommonToken> tokens, int rule) {
        super(new CommonTokenStream(new ListTokenSource(tokens)));
        after = new Place(getATN().ruleToStartState[rule].stateNumber, null, false);
        removeErrorListeners();
        setErrorHandler(new FirstError());
    }

    @Override
    public Token consume() {
        Token token = getCurrentToken();
        if (token.getType() != EOF) {
            if (Words.isUnwritten(token)) {
                beforeLine = after;
            }
            after = new Place(getState(), _ctx, true);
        }
        return super.consume();
    }

    /** Where the parser stood after the last token that it took. */
    Place after() {
        return after;
    }

    /** Where it stood before it took a line for a bare expression; {@code null} where it never did. */
    Place beforeLine() {
        return beforeLine;
    }

    private static final class FirstError implements ANTLRErrorStrategy {
        @Override
        public void reset(Parser parser) {
        }

        @Override
        public Token recoverInline(Parser parser) {
            throw new Stop();
        }

        @Override
        public void recover(Parser parser, RecognitionException error) {
            throw new Stop();
        }

        @Override
        public void sync(Parser parser) {
        }

        @Override
        public boolean inErrorRecoveryMode(Parser parser) {
            return false;
        }

        @Override
        public void reportMatch(Parser parser) {
        }

        @Override
        public void reportError(Parser parser, RecognitionException error) {
        }
    }
}
