package llmq.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import llmq.diagnostic.Fix;
import llmq.diagnostic.Span;
import org.antlr.v4.runtime.CommonToken;

/** A function that was written without its parentheses, or with too little in them. */
final class Uncalled {
    /** Those that take all that follows: {@code count models where open}. */
    static final Set<String> OF_MANY = Set.of("count", "sum", "avg", "median", "min", "max", "stddev", "geomean");
    /** Those that take the next value alone: {@code log10 flops / 2}. */
    static final Set<String> OF_ONE = Set.of("log10", "ln", "log2", "exp", "sqrt", "abs", "round", "year", "month",
            "skill");

    /** So many places are tried for the parenthesis that closes. */
    private static final int MOST = 12;

    private final Extent extent;
    private final List<CommonToken> tokens;
    private final int index;

    private Uncalled(Extent extent, List<CommonToken> tokens, int index) {
        this.extent = extent;
        this.tokens = tokens;
        this.index = index;
    }

    /** @param index of the token at which the parser stopped; {@code null} where it is something else */
    static Advice at(Extent extent, List<CommonToken> tokens, int index) {
        Uncalled uncalled = new Uncalled(extent, tokens, index);
        return tokens.get(index).getType() == LlmqParser.WHERE ? uncalled.condition() : uncalled.call();
    }

    /** {@code count models}, {@code log10 flops}. */
    private Advice call() {
        CommonToken word = index == 0 ? null : tokens.get(index - 1);
        if (word == null || word.getType() != LlmqParser.NAME) {
            return null;
        }
        String name = name(word.getText().toLowerCase(Locale.ROOT));
        boolean many = OF_MANY.contains(name);
        boolean axis = tokens.get(index).getText().length() == 1 && name.length() > word.getText().length();
        if (axis || !many && !OF_ONE.contains(name)) {
            return null;
        }
        int last = Extent.last(tokens, index);
        int step = many ? -1 : 1;
        int end = many ? last : index;
        for (int i = 0; i < MOST && end >= index && end <= last; i++, end += step) {
            Span span = new Span(word.getStartIndex(), tokens.get(end).getStopIndex() + 1);
            String call = name + "(" + extent.text().substring(tokens.get(index).getStartIndex(), span.end()) + ")";
            if (extent.reads(span, call)) {
                return new Advice(name + " takes parentheses: " + call, new Fix(span, call));
            }
        }
        // At least how it begins, where more is wrong with the rest.
        boolean begins = index == 1 && tokens.get(index).getType() == LlmqParser.NAME;
        return begins ? new Advice(name + " takes parentheses: " + name + "(…)", null) : null;
    }

    /** {@code count(models) where open}. */
    private Advice condition() {
        if (index > 2 && tokens.get(index - 2).getType() == LlmqParser.OF
                && tokens.get(index - 3).getText().equalsIgnoreCase("count")) {
            CommonToken end = tokens.get(Extent.last(tokens, index));
            Span of = new Span(tokens.get(index - 3).getStartIndex(), end.getStopIndex() + 1);
            String call = "count(" + extent.text().substring(tokens.get(index - 1).getStartIndex(), of.end()) + ")";
            return extent.reads(of, call) ? new Advice("count takes parentheses: " + call, new Fix(of, call)) : null;
        }
        if (index == 0 || tokens.get(index - 1).getType() != LlmqParser.CLOSE) {
            return null;
        }
        int close = tokens.get(index - 1).getStartIndex();
        int last = Extent.last(tokens, index);
        for (int end = last; end > Math.max(index, last - MOST); end--) {
            Span span = new Span(close, tokens.get(end).getStopIndex() + 1);
            String rest = " " + extent.text().substring(tokens.get(index).getStartIndex(), span.end()) + ")";
            if (extent.reads(span, rest)) {
                return extent.advice("the condition goes into the parentheses", new Fix(span, rest));
            }
        }
        return null;
    }

    /** What the function is called here. */
    private static String name(String word) {
        return switch (word) {
            case "mean", "average" -> "avg";
            case "total" -> "sum";
            case "minimum" -> "min";
            case "maximum" -> "max";
            case "log" -> "log10";
            default -> word;
        };
    }
}
