package llmq.syntax;

import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.SourceText;
import org.antlr.v4.runtime.CommonToken;

/**
 * Bounds how deep a tree can become before anything recursive, here or in a later stage, starts on it. A sum of
 * five hundred terms is as deep as its length, since each sign has all before it on its left.
 */
final class Depth {
    /** What a stack of 512 kB carries, with room for whoever calls. A parenthesis takes the parser through more. */
    private static final int MOST = 600;
    private static final int PARENTHESIS = 4;

    private Depth() {
    }

    /** @throws llmq.diagnostic.LlmqException E008 at the token where it becomes too deep */
    static void check(List<CommonToken> tokens, SourceText source) {
        int[] outside = new int[MOST / PARENTHESIS + 2];
        int open = 0;
        int here = 0;
        int around = 0;
        int stages = 0;
        int before = LlmqParser.SEMI;
        for (CommonToken token : tokens) {
            int type = token.getType();
            if (type == LlmqParser.OPEN) {
                outside[open++] = here;
                around += here;
                here = 0;
            } else if (type == LlmqParser.CLOSE && open > 0) {
                here = outside[--open];
                around -= here;
            } else if (type == LlmqParser.SEMI || open == 0 && isFresh(type, before)) {
                here = 0;
                stages = 0;
            } else if (type == LlmqParser.COMMA) {
                here = 0;
            } else if (type == LlmqParser.PIPE || type == LlmqParser.EXPLAIN) {
                stages += 2;
            } else {
                here += weight(type);
            }
            if (open * PARENTHESIS + around + here + stages > MOST) {
                throw Diagnostic.at(ErrorCode.E008, source, Tokens.span(token),
                        "parentheses or operators go too deep here",
                        "name a part with let; a long chain of 'or' is shorter as in (…)").toException();
            }
            before = type;
        }
    }

    private static int weight(int type) {
        return switch (type) {
            case LlmqParser.PLUS, LlmqParser.MINUS, LlmqParser.TIMES, LlmqParser.DIVIDE, LlmqParser.AND,
                    LlmqParser.OR -> 1;
            case LlmqParser.NOT, LlmqParser.NEGATE, LlmqParser.POWER -> 2;
            default -> 0;
        };
    }

    /** Whether a statement starts here that is no part of the one before it. */
    private static boolean isFresh(int type, int before) {
        return Keywords.isVerb(type) && before != LlmqParser.PIPE && before != LlmqParser.EXPLAIN;
    }
}
