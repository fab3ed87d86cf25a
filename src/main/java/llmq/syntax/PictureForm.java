package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Which clauses a picture takes goes by how it begins: those that have no place are neither offered nor expected. */
final class PictureForm {
    private final boolean fit;
    private final boolean against;
    private final boolean per;

    private PictureForm(boolean fit, boolean against, boolean per) {
        this.fit = fit;
        this.against = against;
        this.per = per;
    }

    /** Whether a word has a place in a picture. @param context of the clause that it begins, or is part of */
    static boolean takes(int type, ParserRuleContext context) {
        boolean inside = context instanceof LlmqParser.OverlayContext
                || context instanceof LlmqParser.TopContext && context.getParent() instanceof LlmqParser.LabelsContext;
        ParserRuleContext clause = inside ? context.getParent() : context;
        if (clause == null || !(clause.getParent() instanceof LlmqParser.PlottingContext plot)) {
            return true;
        }
        boolean key = clause instanceof LlmqParser.PerKeysContext;
        PictureForm form = new PictureForm(plot.CURVE() != null, plot.AGAINST() != null,
                !key && !plot.perKeys().isEmpty());
        return inside && type == LlmqParser.TOP || form.takes(type);
    }

    private boolean takes(int type) {
        return switch (type) {
            case LlmqParser.FOR, LlmqParser.WHERE -> !fit;
            case LlmqParser.PER, LlmqParser.TOP -> !fit && !against;
            case LlmqParser.BINS -> !fit && !against && !per;
            case LlmqParser.SIZE, LlmqParser.LABEL, LlmqParser.BAND -> !per;
            case LlmqParser.FRONTIER, LlmqParser.STEPS -> !fit && !per;
            default -> true;
        };
    }

    /** What is expected at a token, without what has no place in the picture that it stands in. */
    static Expected narrowed(Expected expected, List<? extends Token> tokens, int index) {
        if (!expected.words().contains("titled")) {
            return expected;
        }
        boolean against = false;
        boolean per = false;
        int at = index - 1;
        while (at >= 0 && tokens.get(at).getType() != LlmqParser.PLOT) {
            against |= tokens.get(at).getType() == LlmqParser.AGAINST;
            per |= tokens.get(at).getType() == LlmqParser.PER;
            at--;
        }
        PictureForm form = new PictureForm(at >= 0 && tokens.get(at + 1).getType() == LlmqParser.CURVE, against, per);
        List<String> words = new ArrayList<>();
        for (String word : expected.words()) {
            if (form.takes(Keywords.type(word))) {
                words.add(word);
            }
        }
        return new Expected(expected.things(), words, expected.signs(), expected.end());
    }
}
