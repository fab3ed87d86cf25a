package llmq.syntax;

import java.util.List;
import java.util.Locale;
import llmq.diagnostic.Fix;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.Span;
import org.antlr.v4.runtime.CommonToken;

/** Words of other languages that have just one word here in their place. */
final class Remedy {
    private Remedy() {
    }

    /**
     * What to put in place of the token at which the parser stopped, and of those that go with it.
     *
     * @param help what was found to say of it; {@code null} for nothing
     * @return {@code null} where that is not certain
     */
    static Fix of(List<CommonToken> tokens, int index, String help) {
        if (help == null) {
            return null;
        }
        Fix between = between(tokens, index, help);
        if (between != null || !SyntaxError.isFreeWord(tokens.get(index))) {
            return between;
        }
        CommonToken token = tokens.get(index);
        CommonToken next = tokens.get(Math.min(index + 1, tokens.size() - 1));
        boolean by = next.getType() == LlmqParser.BY;
        Span one = Tokens.span(token);
        Span both = new Span(one.start(), Tokens.span(next).end());
        String meant = Nearest.first(help);
        if (by && meant != null && meant.endsWith(" by")) {
            return new Fix(both, meant);
        }
        boolean order = help.startsWith("rows are ordered with ");
        String ordered = help.endsWith("sort by") ? "sort by" : "by";
        return switch (token.getText().toLowerCase(Locale.ROOT)) {
            case "limit", "head" -> help.startsWith("top N") && next.getType() == LlmqParser.NUMBER
                    ? new Fix(one, "top") : null;
            case "vs", "versus", "over" -> help.startsWith("the two axes") ? new Fix(one, "against") : null;
            case "null", "na", "nan" -> help.startsWith("a missing value") ? new Fix(one, "unknown") : null;
            case "select" -> help.startsWith("columns are chosen") ? new Fix(one, "show") : null;
            case "order", "arrange" -> order && by ? new Fix(both, ordered) : null;
            case "orderby" -> order ? new Fix(one, ordered) : null;
            case "group" -> by && help.equals("groups are made with per") ? new Fix(both, "per") : null;
            case "groupby" -> help.equals("groups are made with per") ? new Fix(one, "per") : null;
            default -> null;
        };
    }

    /** Of what is meant the first word and the last may stand there already: {@code color org} for color by org. */
    private static Fix between(List<CommonToken> tokens, int index, String help) {
        String meant = Nearest.first(help);
        String before = index == 0 ? "" : tokens.get(index - 1).getText() + " ";
        String after = " " + tokens.get(index).getText();
        boolean stand = meant != null && meant.length() > before.length() + after.length()
                && meant.regionMatches(true, 0, before, 0, before.length()) && meant.endsWith(after);
        int at = tokens.get(index).getStartIndex();
        return stand && !before.isEmpty() ? new Fix(new Span(at, at),
                meant.substring(before.length(), meant.length() - after.length()) + " ") : null;
    }
}
