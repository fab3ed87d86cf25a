package llmq.syntax;

import java.util.List;
import llmq.diagnostic.Fix;
import llmq.diagnostic.Span;
import llmq.value.ForeignDate;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** A date with the name of its month: {@code April 24, 2024}. */
final class WrittenDate {
    private static final int MOST = 4;

    private WrittenDate() {
    }

    /** The one amid which the parser stopped; {@code null} where there is none. */
    static Advice at(String text, List<CommonToken> tokens, int index) {
        int first = index;
        while (first > 0 && isPart(tokens.get(first - 1))) {
            first--;
        }
        int last = index;
        while (isPart(tokens.get(last))) {
            last++;
        }
        while (first < last && isBetween(tokens.get(first))) {
            first++;
        }
        while (last > first && isBetween(tokens.get(last - 1))) {
            last--;
        }
        boolean named = false;
        for (int i = first; i < last; i++) {
            named |= ForeignDate.month(tokens.get(i).getText()) > 0;
        }
        if (!named || last - first < 2 || last - first > MOST) {
            return null;
        }
        Span span = new Span(tokens.get(first).getStartIndex(), tokens.get(last - 1).getStopIndex() + 1);
        String date = ForeignDate.iso(text.substring(span.start(), span.end()));
        return date == null ? new Advice("a date is written with the year first: 2024-04-10", null)
                : new Advice("a date is written with the year first: " + date, new Fix(span, date));
    }

    private static boolean isBetween(Token token) {
        return token.getType() == LlmqParser.COMMA || token.getType() == LlmqParser.OF;
    }

    private static boolean isPart(Token token) {
        return switch (token.getType()) {
            case LlmqParser.NUMBER, LlmqParser.QUANTITY, LlmqParser.BAD_NUMBER, LlmqParser.COMMA,
                    LlmqParser.OF -> true;
            case LlmqParser.NAME -> ForeignDate.month(token.getText()) > 0;
            default -> false;
        };
    }
}
