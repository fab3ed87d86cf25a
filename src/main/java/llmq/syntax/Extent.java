package llmq.syntax;

import java.util.List;
import llmq.diagnostic.Fix;
import llmq.diagnostic.Span;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** The statement in which the parser stopped, as far as separators tell: a change is tried in it, and shown. */
record Extent(String text, int start, int end) {
    /** A longer statement is not repeated in a line of help. */
    private static final int LONGEST = 80;

    static Extent of(String text, List<CommonToken> tokens, int index) {
        int first = index;
        while (first > 0 && tokens.get(first - 1).getType() != LlmqParser.SEMI && !begins(tokens, first)) {
            first--;
        }
        return new Extent(text, tokens.get(first).getStartIndex(), Tokens.span(tokens.get(last(tokens, index))).end());
    }

    /** The last token of the statement that a token is of. */
    static int last(List<CommonToken> tokens, int index) {
        int last = index;
        while (last + 1 < tokens.size() && !isOver(tokens.get(last + 1).getType()) && !begins(tokens, last + 1)) {
            last++;
        }
        return last;
    }

    /** Whether a line begins with that token, and a statement with it. */
    private static boolean begins(List<CommonToken> tokens, int at) {
        return at > 0 && Keywords.isVerb(tokens.get(at).getType())
                && tokens.get(at).getLine() != tokens.get(at - 1).getLine()
                && tokens.get(at - 1).getType() != LlmqParser.PIPE;
    }

    static boolean isOver(int type) {
        return type == Token.EOF || type == LlmqParser.SEMI;
    }

    /** Whether the parser takes the whole of it with that change. */
    boolean reads(Span span, String instead) {
        return Attempt.of(text, span, instead).left() <= text.length() - end;
    }

    /** Whether it takes the whole text, and nothing more is wanted. */
    boolean finishes(Span span, String instead) {
        return Attempt.of(text, span, instead).finished();
    }

    /** A sentence with the statement as it is with the change, where that is short. */
    Advice advice(String sentence, Fix fix) {
        String changed = text.substring(start, fix.span().start()) + fix.text() + text.substring(fix.span().end(), end);
        boolean whole = changed.length() <= LONGEST && changed.indexOf('\n') < 0;
        String before = sentence.endsWith("?") ? sentence + " " : sentence + ": ";
        return new Advice(whole ? before + changed : sentence, fix);
    }

    /** The value of one model that a sentence ends in, {@code what is the mmlu of DBRX}; {@code null} for none. */
    Advice value(List<CommonToken> tokens, int index) {
        int last = last(tokens, index);
        for (int i = index; i + 2 <= last; i++) {
            Span before = new Span(start, tokens.get(i).getStartIndex());
            if (tokens.get(i + 1).getType() == LlmqParser.OF && finishes(before, "")) {
                return advice("one value is asked for without a verb", new Fix(before, ""));
            }
        }
        return null;
    }
}
