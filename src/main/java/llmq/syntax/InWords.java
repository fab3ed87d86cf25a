package llmq.syntax;

import java.util.List;
import java.util.Locale;
import llmq.diagnostic.Fix;
import llmq.diagnostic.Span;
import org.antlr.v4.runtime.CommonToken;

/** A comparison, or the beginning of a condition, in words of plain speech: {@code mmlu above 70}. */
final class InWords {
    private final Extent extent;
    private final List<CommonToken> tokens;
    private final int index;

    private InWords(Extent extent, List<CommonToken> tokens, int index) {
        this.extent = extent;
        this.tokens = tokens;
        this.index = index;
    }

    /** @param index of the token at which the parser stopped; {@code null} where it is no such word */
    static Advice at(Extent extent, List<CommonToken> tokens, int index) {
        return new InWords(extent, tokens, index).advice();
    }

    private Advice advice() {
        String word = tokens.get(index).getText().toLowerCase(Locale.ROOT);
        String second = index + 1 < tokens.size() ? tokens.get(index + 1).getText().toLowerCase(Locale.ROOT) : "";
        String sign = two(word, second);
        int last = sign == null ? index : index + 1;
        sign = sign == null ? one(word) : sign;
        // mmlu is above 70
        boolean is = index > 0 && tokens.get(index - 1).getType() == LlmqParser.IS;
        Span span = new Span(tokens.get(is ? index - 1 : index).getStartIndex(), tokens.get(last).getStopIndex() + 1);
        if (word.equals("contains") && tokens.get(index + 1).getType() == LlmqParser.STRING) {
            return contains(span.start(), tokens.get(index + 1));
        }
        if (word.equals("unknown") || word.equals("known") || word.equals("missing")) {
            String state = word.equals("known") ? "is known" : "is unknown";
            return extent.reads(span, state) ? extent.advice("did you forget 'is'?", new Fix(span, state)) : null;
        }
        if (sign == null) {
            return begins(word) && extent.reads(span, "where") ? extent.advice("did you forget 'where'?",
                    new Fix(span, "where")) : null;
        }
        if (!isConditional()) {
            String dated = "where released " + sign;
            return isOfTime(word) && extent.reads(span, dated)
                    ? extent.advice("conditions follow where", new Fix(span, dated))
                    : new Advice("conditions follow where: list models where mmlu " + sign + " 50", null);
        }
        return extent.reads(span, sign) ? extent.advice("it is compared with a sign", new Fix(span, sign)) : null;
    }

    /** Whether a condition may be what is written there. */
    private boolean isConditional() {
        boolean query = false;
        for (int i = index - 1; i >= 0 && tokens.get(i).getType() != LlmqParser.SEMI; i--) {
            if (tokens.get(i).getType() == LlmqParser.WHERE) {
                return true;
            }
            query |= Keywords.isVerb(tokens.get(i).getType()) && tokens.get(i).getType() != LlmqParser.ASSERT;
        }
        return !query;
    }

    private Advice contains(int start, CommonToken part) {
        String text = part.getText();
        String like = "like " + text.charAt(0) + "%" + text.substring(1, text.length() - 1) + "%" + text.charAt(0);
        Span span = new Span(start, part.getStopIndex() + 1);
        return extent.reads(span, like) ? extent.advice("a part of a text is found with like", new Fix(span, like))
                : null;
    }

    private static String two(String word, String second) {
        return switch (word + " " + second) {
            case "more than", "greater than", "higher than", "larger than", "bigger than", "later than",
                    "newer than" -> ">";
            case "less than", "fewer than", "lower than", "smaller than", "earlier than", "older than" -> "<";
            case "at least" -> ">=";
            case "at most" -> "<=";
            case "equal to", "equals to" -> "=";
            default -> null;
        };
    }

    private static String one(String word) {
        return switch (word) {
            case "above", "over", "after", "exceeds" -> ">";
            case "below", "under", "before" -> "<";
            case "since", "from" -> ">=";
            case "until", "till" -> "<=";
            case "equals", "equal" -> "=";
            default -> null;
        };
    }

    private static boolean isOfTime(String word) {
        return switch (word) {
            case "after", "before", "since", "from", "until", "till" -> true;
            default -> false;
        };
    }

    /** Whether a condition may begin so in plain speech. */
    private static boolean begins(String word) {
        return switch (word) {
            case "with", "whose", "when", "if", "which", "that" -> true;
            default -> false;
        };
    }
}
