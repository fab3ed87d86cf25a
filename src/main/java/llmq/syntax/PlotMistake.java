package llmq.syntax;

import java.util.List;
import java.util.Locale;
import llmq.diagnostic.Nearest;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;

/** What is most likely meant where a picture stops reading on: habits of plotting libraries, and plain speech. */
final class PlotMistake {
    static final String AXES = "the two axes are joined by against: plot mmlu against flops";
    private static final String JOINED = "several are separated by commas: with trend, band, frontier";
    private static final String FILE = "the file follows to: to \"chart.svg\"";

    private final List<? extends Token> tokens;
    private final int index;
    private final Expected expected;
    private final Token token;
    private final String word;

    private PlotMistake(List<? extends Token> tokens, int index, Expected expected) {
        this.tokens = tokens;
        this.index = index;
        this.expected = expected;
        this.token = tokens.get(index);
        this.word = token.getText().toLowerCase(Locale.ROOT);
    }

    /** One line of help in a picture, or {@code null}. */
    static String hint(List<? extends Token> tokens, int index, Expected expected) {
        return new PlotMistake(tokens, index, expected).hint();
    }

    /** The same where a picture was meant, and none begun. @param start the first token of the statement */
    static String elsewhere(List<? extends Token> tokens, int index, int start) {
        return new PlotMistake(tokens, index, null).elsewhere(start);
    }

    private String elsewhere(int start) {
        Token first = tokens.get(start);
        if (first.getType() == LlmqParser.PLOT && type(0) == LlmqParser.COMMA
                && tokens.get(start + 1).getType() == LlmqParser.OPEN) {
            return AXES;
        }
        boolean named = type(1) == LlmqParser.NAME && tokens.get(index - 1).getText().equalsIgnoreCase("plot");
        if (named && (type(2) == LlmqParser.OPEN || type(2) == LlmqParser.DEFINE)) {
            return "a picture is no source; its rows are a result like any other: list $";
        }
        if (index != start + 1 || !SyntaxError.isFreeWord(first)) {
            return null;
        }
        String meant = meant(first.getText());
        if (meant != null) {
            return "a picture is drawn with plot: " + meant;
        }
        return switch (first.getText().toLowerCase(Locale.ROOT)) {
            case "scatter", "scatterplot", "chart", "graph", "draw", "lineplot" ->
                    "a picture is drawn with plot: plot mmlu against flops";
            case "histogram", "hist" -> "a histogram is plot with one value: plot mmlu";
            case "bar", "bars", "barplot", "barchart", "boxplot", "box" ->
                    "bars and boxes are plot with per: plot avg(mmlu) per family, plot mmlu per family";
            default -> null;
        };
    }

    private String hint() {
        if (type(2) == LlmqParser.PLOT && type(1) == LlmqParser.NAME) {
            String meant = meant(tokens.get(index - 1).getText());
            if (meant != null) {
                return "what is drawn says what kind of picture it is: " + meant;
            }
        }
        if (expected.words().contains("against")) {
            return beforeAgainst();
        }
        if (type(1) == LlmqParser.COLOR || type(1) == LlmqParser.SIZE) {
            return "did you mean '" + Keywords.word(type(1)) + " by " + token.getText() + "'?";
        }
        if (type(1) == LlmqParser.LABEL) {
            return "did you mean '" + (type(0) == LlmqParser.NUMBER ? "label top " : "label by ") + token.getText()
                    + "'?";
        }
        if (type(1) == LlmqParser.LOG || type(1) == LlmqParser.LINEAR) {
            String scale = Keywords.word(type(1));
            return "it is the axis that is named: " + scale + " x, " + scale + " y";
        }
        if (type(1) == LlmqParser.TITLED) {
            return "the heading goes in quotes: titled \"Compute and capability\"";
        }
        if (expected.words().contains("band")) {
            return type(0) == LlmqParser.INTERVALS ? "did you mean 'interval'?" : null;
        }
        String overlay = afterOverlay();
        return overlay != null ? overlay : expected.words().contains("titled") ? clause() : null;
    }

    /** The picture that follows the name of its kind from here on; {@code null} where that is none. */
    private String meant(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "scatter", "scatterplot", "points" -> follows(LlmqParser.AGAINST) ? "plot " + rest(index)
                    : twoNames() ? "plot " + token.getText() + " against " + rest(second()) : null;
            case "histogram", "hist" -> type(0) == LlmqParser.OF ? "plot " + rest(index + 1)
                    : follows(LlmqParser.AGAINST) ? null : "plot " + rest(index);
            case "bar", "bars", "barplot", "barchart", "box", "boxes", "boxplot" ->
                    follows(LlmqParser.PER) ? "plot " + rest(type(0) == LlmqParser.OF ? index + 1 : index) : null;
            case "line", "lines", "lineplot", "chart", "graph", "draw" ->
                    follows(LlmqParser.AGAINST) ? "plot " + rest(type(0) == LlmqParser.OF ? index + 1 : index) : null;
            default -> null;
        };
    }

    /** Two names, with a comma or a preposition between them or nothing. */
    private boolean twoNames() {
        return type(0) == LlmqParser.NAME && second() < tokens.size()
                && tokens.get(second()).getType() == LlmqParser.NAME;
    }

    private int second() {
        Token next = tokens.get(index + 1);
        String between = next.getText().toLowerCase(Locale.ROOT);
        return between.equals(",") || between.equals("vs") || between.equals("on") ? index + 2 : index + 1;
    }

    /** What is written from a token to the end of the statement. */
    private String rest(int from) {
        int to = from;
        while (to + 1 < tokens.size() && tokens.get(to + 1).getType() != LlmqParser.SEMI
                && tokens.get(to + 1).getType() != Token.EOF) {
            to++;
        }
        Token first = tokens.get(from);
        return first.getType() == Token.EOF ? "mmlu" : first.getInputStream().getText(
                Interval.of(first.getStartIndex(), tokens.get(to).getStopIndex())).replaceAll("\\s+", " ");
    }

    private String beforeAgainst() {
        boolean name = type(1) == LlmqParser.NAME && type(2) == LlmqParser.PLOT;
        return switch (type(0)) {
            case LlmqParser.COMMA -> type(1) == LlmqParser.NAME && follows(LlmqParser.AGAINST)
                    ? "a picture has one y: plot " + tokens.get(index - 1).getText() + " against …; plot "
                            + tokens.get(index + 1).getText() + " against … is another" : AXES;
            case LlmqParser.ON -> AXES;
            case LlmqParser.BY -> "did you mean 'against', or 'per': plot mmlu against flops, plot mmlu per family";
            case LlmqParser.NAME, LlmqParser.FUNCTION -> switch (word) {
                case "vs", "versus", "over", "on", "and", "x" -> AXES;
                default -> name && follows(LlmqParser.AGAINST) ? "the source follows for: plot Y against X for SOURCE"
                        : clause();
            };
            default -> clause();
        };
    }

    private String afterOverlay() {
        boolean after = expected.signs().contains(",") && !expected.words().contains("or");
        if (!after) {
            return type(0) == LlmqParser.BY && type(2) == LlmqParser.TOP && type(3) == LlmqParser.LABEL
                    ? "what labels say is said apart: label by E label top 5" : null;
        }
        boolean scale = type(1) == LlmqParser.X || type(1) == LlmqParser.Y;
        if (type(0) == LlmqParser.AND) {
            return scale ? "both at once are log x, y" : JOINED;
        }
        if (scale || type(0) != LlmqParser.NAME) {
            return null;
        }
        return type(2) == LlmqParser.WITH && tokens.get(index - 1).getText().equalsIgnoreCase("fit")
                ? "a fit goes by its name alone: with " + token.getText() : nearest() && !word.equals("line") ? null : JOINED;
    }

    private String clause() {
        return switch (type(0)) {
            case LlmqParser.AGAINST -> !expected.words().contains("or")
                    ? "plot fit draws the rows of the fit; others are drawn so: plot Y against X with FIT" : "a picture has one y and one x; plot fit NAME draws a fit of several inputs";
            case LlmqParser.COMMA -> type(-1) == LlmqParser.NAME && follows(LlmqParser.EQUAL) ? null
                    : "no comma stands before a clause, and a picture has one y and one x";
            case LlmqParser.BY -> "groups are told apart by color by K, or stand side by side: plot Y per K";
            case LlmqParser.SHOW -> "names beside marks are written with label by name";
            case LlmqParser.SORT -> "marks lie where their values are, and have no order";
            case LlmqParser.AS -> "a heading follows titled, and a file to: titled \"…\" to \"chart.svg\"";
            case LlmqParser.NAME, LlmqParser.FUNCTION -> SyntaxError.isFreeWord(token) ? word() : null;
            default -> null;
        };
    }

    private String word() {
        return switch (word) {
            case "colored", "coloured", "colors", "colours", "col", "hue", "fill", "paint", "group", "grouped", "split",
                    "facet", "facets" -> "did you mean 'color by'?";
            case "shape", "shaped", "marker", "markers", "symbol", "symbols" ->
                    "marks differ as their colors do: color by family";
            case "sized", "scaled" -> "did you mean 'size by'?";
            case "labeled", "labelled", "labels", "annotate", "annotated", "names" -> "did you mean 'label by'?";
            case "title", "named", "called", "heading", "caption" -> "did you mean 'titled'?";
            case "using", "scale" -> "a scale is written log x, and a fit is drawn with its name: with trend";
            case "into", "file", "output", "save", "saved", "export" -> FILE;
            case "bin", "buckets", "breaks", "nbins", "binwidth" -> "did you mean 'bins'? bins 20 has twenty ranges";
            case "logx", "xlog", "logarithmic", "semilogx" -> "did you mean 'log x'?";
            case "logy", "ylog", "semilogy" -> "did you mean 'log y'?";
            case "loglog" -> "did you mean 'log x, y'?";
            default -> null;
        };
    }

    private boolean nearest() {
        return !Nearest.to(token.getText(), expected.words()).isEmpty();
    }

    /** Whether a token of that type stands in the rest of the statement. */
    private boolean follows(int type) {
        for (int i = index; i < tokens.size() && tokens.get(i).getType() != LlmqParser.SEMI; i++) {
            if (tokens.get(i).getType() == type) {
                return true;
            }
        }
        return false;
    }

    /** The type of the token so many before the one in question. */
    private int type(int before) {
        int at = index - before;
        return at < 0 || at >= tokens.size() ? Token.INVALID_TYPE : tokens.get(at).getType();
    }
}
