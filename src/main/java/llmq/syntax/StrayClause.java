package llmq.syntax;

import java.util.List;
import llmq.diagnostic.Fix;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.Span;
import org.antlr.v4.runtime.CommonToken;

/** A statement that begins with a clause: its verb is missing, or it was meant to go on from what is there. */
final class StrayClause {
    private static final String ON = "; with | in front it goes on from the last result";

    private StrayClause() {
    }

    /** {@code null} where the parser stopped at something else. */
    static Advice at(String text, List<CommonToken> tokens, int index) {
        if (!is(tokens, index)) {
            return null;
        }
        int start = tokens.get(0).getStartIndex();
        Span none = new Span(start, start);
        int clause = Keywords.type(tokens.get(0).getText());
        Advice value = clause == LlmqParser.SHOW ? Extent.of(text, tokens, index).value(tokens, 1) : null;
        if (value != null) {
            return value;
        }
        if (clause == LlmqParser.SHOW && tokens.get(1).getText().equalsIgnoreCase("models")) {
            return new Advice(Nearest.meant("list"), new Fix(Tokens.span(tokens.get(0)), "list"));
        }
        String verb = switch (clause) {
            case LlmqParser.WHERE, LlmqParser.SHOW, LlmqParser.TOP, LlmqParser.SORT -> "list models ";
            case LlmqParser.BY -> "rank models ";
            case LlmqParser.PER -> "summarize models show count() ";
            case LlmqParser.AS, LlmqParser.FOR, LlmqParser.ON, LlmqParser.USING -> "fit mmlu on log10(flops) ";
            default -> "";
        };
        boolean whole = !verb.isEmpty() && text.indexOf('\n') < 0 && Attempt.of(text, none, verb).finished();
        return new Advice(whole ? "a question begins with a verb: " + verb + text.strip() + ON
                : Forgotten.BEGINNING + ON, null);
    }

    /** A text that begins with a clause, known by the word after it where it could be a name as well. */
    private static boolean is(List<CommonToken> tokens, int index) {
        CommonToken first = tokens.get(0);
        boolean name = index == 1 && first.getType() == LlmqParser.NAME && first.getText().charAt(0) != '`';
        return index == 0 && Keywords.startsClause(first.getType())
                || name && Words.isClause(Keywords.type(first.getText()), tokens.get(1).getType());
    }
}
