package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Fix;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.value.Units;
import org.antlr.v4.runtime.CommonToken;

/** What was most likely meant at a token that nothing begins with: the first guess that holds when it is tried. */
final class Likely {
    private final String text;
    private final List<CommonToken> tokens;
    private final int index;
    private final Expected expected;
    private final CommonToken token;

    private Likely(String text, List<CommonToken> tokens, int index, Expected expected) {
        this.text = text;
        this.tokens = tokens;
        this.index = index;
        this.expected = expected;
        this.token = tokens.get(index);
    }

    /** @return {@code null} where nothing speaks for anything */
    static Advice at(SourceText source, List<CommonToken> tokens, int index, Expected expected) {
        return new Likely(source.text(), tokens, index, expected).advice();
    }

    private Advice advice() {
        Advice date = WrittenDate.at(text, tokens, index);
        if (date != null) {
            return date;
        }
        Extent extent = Extent.of(text, tokens, index);
        Advice call = Uncalled.at(extent, tokens, index);
        if (call != null) {
            return call;
        }
        String ofPrompt = Mistake.ofPrompt(tokens, index, expected);
        Advice stray = ofPrompt == null ? StrayClause.at(text, tokens, index) : null;
        if (stray != null) {
            return stray;
        }
        String particular = Mistake.hint(tokens, index, expected);
        boolean bare = particular == null || particular.equals(Mistake.SEVERAL_WORDS)
                || particular.equals(Mistake.TEXT);
        LongName name = bare ? LongName.at(text, tokens, index, particular != null) : null;
        if (name != null) {
            return new Advice(name.help(), name.fix());
        }
        if (particular != null && !bare) {
            return new Advice(particular, Remedy.of(tokens, index, particular));
        }
        String spelled = SyntaxError.isFreeWord(token) ? spelled() : null;
        if (spelled != null) {
            return new Advice(spelled, new Fix(Tokens.span(token), Nearest.first(spelled)));
        }
        Advice said = InWords.at(extent, tokens, index);
        Advice found = said != null ? said : Forgotten.at(extent, tokens, index, expected);
        return found != null || particular == null ? found : new Advice(particular, null);
    }

    /** The words that it is nearly, and with which the text reads on. */
    private String spelled() {
        boolean called = index + 1 < tokens.size() && tokens.get(index + 1).getType() == LlmqParser.OPEN
                && tokens.get(index + 1).getStartIndex() == token.getStopIndex() + 1;
        List<String> words = new ArrayList<>();
        for (String word : called ? List.<String>of() : expected.words()) {
            if (!Nearest.to(token.getText(), List.of(word)).isEmpty() && readsOn(word)) {
                words.add(word);
            }
        }
        String nearest = Nearest.sentence(token.getText(), words);
        boolean unit = nearest == null && index > 0 && (tokens.get(index - 1).getType() == LlmqParser.NUMBER
                || tokens.get(index - 1).getType() == LlmqParser.QUANTITY);
        // A unit that is written right is not mistyped: something else is wrong where it stands.
        return unit && Units.atom(token.getText()) == null ? Nearest.sentence(token.getText(), Units.names()) : nearest;
    }

    /** Whether the parser takes the token after that word as well, if it stands in place of this one. */
    private boolean readsOn(String word) {
        int next = Math.min(index + 1, tokens.size() - 1);
        int behind = text.length() - tokens.get(next).getStartIndex();
        return Attempt.isCostly(text) || Attempt.of(text, Tokens.span(token), word).left() < Math.max(1, behind);
    }
}
