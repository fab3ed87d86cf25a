package llmq.syntax;

import java.util.List;
import llmq.diagnostic.Fix;
import llmq.diagnostic.Span;
import org.antlr.v4.runtime.CommonToken;

/**
 * A name or a text of several words, or with a hyphen, that was written without its quotes: {@code of Mixtral 8x22B}.
 *
 * @param compared whether it is beside a sign of comparison, and so a text
 */
record LongName(Span span, String written, boolean compared) {

    /**
     * The one amid which the parser stopped.
     *
     * @param index  of the token at which it did
     * @param listed whether one of a list is looked for, too
     * @return {@code null} where there is no such thing
     */
    static LongName at(String text, List<CommonToken> tokens, int index, boolean listed) {
        int first = index - 1;
        while (first > 0 && isHyphened(tokens.get(first - 1), tokens.get(first))) {
            first--;
        }
        if (first < 1 || tokens.get(first).getType() != LlmqParser.NAME) {
            return null;
        }
        int before = tokens.get(first - 1).getType();
        boolean compared = before == LlmqParser.EQUAL || before == LlmqParser.UNEQUAL;
        boolean named = before == LlmqParser.OF || before == LlmqParser.COMPARE || before == LlmqParser.WHATIF
                || before == LlmqParser.DESCRIBE || listed && before == LlmqParser.COMMA;
        int start = tokens.get(first).getStartIndex();
        int end = (compared || named) && !isOperand(tokens, index) ? end(text, start) : start;
        return end <= tokens.get(index).getStartIndex() ? null
                : new LongName(new Span(start, end), text.substring(start, end), compared);
    }

    /** Whether something else begins with the token, as the sign after it tells: {@code org = Meta mmlu > 70}. */
    private static boolean isOperand(List<CommonToken> tokens, int index) {
        return switch (tokens.get(Math.min(index + 1, tokens.size() - 1)).getType()) {
            case LlmqParser.EQUAL, LlmqParser.UNEQUAL, LlmqParser.LESS, LlmqParser.AT_MOST, LlmqParser.GREATER,
                    LlmqParser.AT_LEAST, LlmqParser.OF, LlmqParser.IS, LlmqParser.LIKE, LlmqParser.BETWEEN -> true;
            default -> false;
        };
    }

    private static boolean isHyphened(CommonToken token, CommonToken next) {
        return token.getStopIndex() + 1 == next.getStartIndex()
                && (token.getType() == LlmqParser.MINUS || next.getType() == LlmqParser.MINUS);
    }

    /** Where the words end that stand there with single spaces between, none of them one of the language. */
    private static int end(String text, int start) {
        int end = start;
        int at = start;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            int word = at;
            while (at < text.length() && isPart(text.charAt(at))) {
                at++;
            }
            if (word > start && Keywords.isWord(text.substring(word, at))) {
                return end;
            }
            end = at;
            at += at < text.length() && text.charAt(at) == ' ' ? 1 : 0;
        }
        return end;
    }

    private static boolean isPart(char character) {
        return Character.isLetterOrDigit(character) || "-+._".indexOf(character) >= 0;
    }

    String help() {
        String what = compared ? Mistake.TEXT : written.indexOf(' ') < 0 ? "a name with a hyphen goes in quotes"
                : Mistake.SEVERAL_WORDS;
        return what + ": " + Names.text(written);
    }

    Fix fix() {
        return new Fix(span, Names.text(written));
    }
}
