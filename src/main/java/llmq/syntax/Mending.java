package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import org.antlr.v4.runtime.CommonToken;

/**
 * Leaves out of a beginning what the parser does not take, or puts in a name that is missing, so that what may follow
 * can be told although there is a mistake before it.
 */
final class Mending {
    private static final int MOST = 12;

    private final SourceText text;
    private final CommonToken end;

    Mending(SourceText text, CommonToken end) {
        this.text = text;
        this.end = end;
    }

    /** Tokens that the parser takes; {@code null} where a few changes do not help. */
    List<CommonToken> of(List<CommonToken> tokens) {
        List<CommonToken> mended = tokens;
        for (int i = 0; i <= MOST; i++) {
            int bad = stuck(mended);
            if (bad == mended.size()) {
                return mended;
            }
            mended = best(mended, bad);
        }
        return null;
    }

    /** Of the ways to change the token, or the one before, that after which the parser comes furthest. */
    private List<CommonToken> best(List<CommonToken> tokens, int bad) {
        List<List<CommonToken>> ways = new ArrayList<>();
        for (int i = bad; i >= Math.max(0, bad - 1); i--) {
            CommonToken meant = keyword(tokens.get(i));
            if (meant != null) {
                List<CommonToken> corrected = new ArrayList<>(tokens);
                corrected.set(i, meant);
                ways.add(corrected);
            }
        }
        List<CommonToken> without = new ArrayList<>(tokens);
        without.remove(bad);
        ways.add(without);
        List<CommonToken> with = new ArrayList<>(tokens);
        with.add(bad, name(tokens.get(bad)));
        ways.add(with);
        List<CommonToken> best = without;
        int least = tokens.size() - bad;
        for (List<CommonToken> way : ways) {
            int left = way.size() - stuck(way);
            if (left < least) {
                best = way;
                least = left;
            }
        }
        return best;
    }

    /** The keyword that a name is nearly; {@code null} where it is not. */
    private static CommonToken keyword(CommonToken name) {
        if (name.getType() != LlmqParser.NAME || Keywords.type(name.getText()) != LlmqParser.NAME) {
            return null;
        }
        List<String> words = new ArrayList<>(Keywords.verbs());
        words.addAll(Keywords.reserved());
        List<String> near = Nearest.to(name.getText(), words);
        if (near.isEmpty()) {
            return null;
        }
        CommonToken meant = new CommonToken(name);
        meant.setText(near.get(0));
        return meant;
    }

    /** Which token the parser does not take; as many as there are where it takes all. */
    private int stuck(List<CommonToken> tokens) {
        Trial trial = Trial.of(text, tokens, end);
        if (trial.taken() || endsInList(tokens)) {
            return tokens.size();
        }
        int offset = trial.stuck();
        for (int i = 0; i < tokens.size(); i++) {
            // Of two at one place the first was put in here, and is taken.
            if (tokens.get(i).getStartIndex() >= offset && tokens.get(i).getStopIndex() >= offset) {
                return i;
            }
        }
        return tokens.isEmpty() ? 0 : tokens.size() - 1;
    }

    /** Whether an {@code in} comes last that is one only with the parenthesis of a list after it. */
    private boolean endsInList(List<CommonToken> tokens) {
        CommonToken last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        return last != null && last.getType() == LlmqParser.NAME && Keywords.type(last.getText()) == LlmqParser.IN
                && Trial.of(text, tokens, end, new CommonToken(LlmqParser.OPEN, "(")).taken();
    }

    private static CommonToken name(CommonToken before) {
        CommonToken name = new CommonToken(before);
        name.setType(LlmqParser.NAME);
        name.setText("missing_name");
        name.setStopIndex(before.getStartIndex() - 1);
        return name;
    }
}
