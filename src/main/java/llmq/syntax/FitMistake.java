package llmq.syntax;

import java.util.List;
import java.util.Locale;
import llmq.diagnostic.Nearest;
import org.antlr.v4.runtime.Token;

/** What is most likely meant where a fit, or what is asked of one, stops reading on: habits of R, and plain speech. */
final class FitMistake {
    static final String UNNAMED = "a fit has its name from as: fit Y on X as NAME";

    private final List<? extends Token> tokens;
    private final int index;
    private final Expected expected;
    private final Token token;

    private FitMistake(List<? extends Token> tokens, int index, Expected expected) {
        this.tokens = tokens;
        this.index = index;
        this.expected = expected;
        this.token = tokens.get(index);
    }

    /** One line of help, or {@code null}. */
    static String hint(List<? extends Token> tokens, int index, Expected expected) {
        FitMistake mistake = new FitMistake(tokens, index, expected);
        int verb = mistake.verb();
        String comma = mistake.strayComma(verb);
        if (comma != null) {
            return comma;
        }
        return switch (verb) {
            case LlmqParser.FIT -> mistake.ofFit();
            case LlmqParser.PREDICT -> mistake.ofPredict();
            case LlmqParser.WHATIF -> mistake.ofWhatIf();
            case LlmqParser.PLOT -> PlotMistake.hint(tokens, index, expected);
            default -> mistake.ofOtherVerb();
        };
    }

    /** For a {@code ~}, with which R's formulas are written; {@code null} where nothing speaks for one. */
    static String tilde(List<? extends Token> tokens, int index) {
        FitMistake mistake = new FitMistake(tokens, index, null);
        if (mistake.verb() == LlmqParser.PLOT) {
            return PlotMistake.AXES;
        }
        boolean formula = mistake.verb() == LlmqParser.FIT;
        for (int i = 0; i < index && !formula; i++) {
            formula = isRegression(tokens.get(i));
        }
        return formula ? "a regression is written with on: fit mmlu on log10(flops)"
                : "a pattern is matched with like, and a regression written with on: fit mmlu on log10(flops)";
    }

    /** The verb of the statement around the token, none where the token stands in parentheses within it. */
    private int verb() {
        int open = 0;
        for (int i = index - 1; i >= 0; i--) {
            int type = tokens.get(i).getType();
            if (type == LlmqParser.CLOSE) {
                open++;
            } else if (type == LlmqParser.OPEN) {
                open--;
            } else if (open == 0 && type == LlmqParser.SEMI || open < 0) {
                return Token.INVALID_TYPE;
            } else if (open == 0 && Keywords.isVerb(type)) {
                return type;
            }
        }
        return Token.INVALID_TYPE;
    }

    /** {@code fit y on a, using line}: after the comma the word is a name, and what follows it is one too many. */
    private String strayComma(int verb) {
        boolean named = type(0) == LlmqParser.NAME && type(1) == LlmqParser.NAME;
        if (type(named ? 2 : 1) != LlmqParser.COMMA) {
            return null;
        }
        int word = named ? Keywords.type(tokens.get(index - 1).getText()) : type(0);
        boolean clause = switch (word) {
            case LlmqParser.LOG, LlmqParser.LINEAR, LlmqParser.COLOR, LlmqParser.SIZE, LlmqParser.LABEL,
                    LlmqParser.BINS, LlmqParser.TITLED, LlmqParser.TO -> verb == LlmqParser.PLOT;
            case LlmqParser.WHERE, LlmqParser.PER, LlmqParser.TOP, LlmqParser.SHOW, LlmqParser.SORT, LlmqParser.WITH ->
                    verb != Token.INVALID_TYPE;
            case LlmqParser.AS, LlmqParser.USING -> verb == LlmqParser.FIT || verb == LlmqParser.WHATIF;
            case LlmqParser.FOR -> verb == LlmqParser.FIT || verb == LlmqParser.PLOT;
            default -> false;
        };
        return clause ? "no comma stands before '" + Keywords.word(word) + "'" : null;
    }

    private String ofFit() {
        if (expected.words().contains("on")) {
            return beforeOn();
        }
        if (expected.words().contains("bootstrap")) {
            return option();
        }
        if (type(1) == LlmqParser.BOOTSTRAP || type(1) == LlmqParser.SEED) {
            return "the number follows as it is: with bootstrap 1000 seed 7";
        }
        if (type(1) == LlmqParser.LEAVE) {
            return type(0) == LlmqParser.NEGATE ? "it is written without hyphens: leave one out"
                    : "what is left out in turn follows: leave out family";
        }
        if (expected.things().contains("<method>")) {
            return type(0) == LlmqParser.FUNCTION ? "bounds follow between: using logistic between 25 and 100"
                    : type(0) == LlmqParser.STRING ? "a method is one word, without quotes" : null;
        }
        if (type(1) == LlmqParser.AS && type(0) == LlmqParser.STRING) {
            return "a fit's name is one word, or goes in backquotes";
        }
        if (type(1) == LlmqParser.NUMBER && type(2) == LlmqParser.BOOTSTRAP && SyntaxError.isFreeWord(token)) {
            return nearest() == null ? "no word follows the number of resamples" : null;
        }
        return expected.words().contains("using") ? clause() : null;
    }

    /** Between Y and {@code on}. */
    private String beforeOn() {
        return switch (type(0)) {
            case LlmqParser.AGAINST, LlmqParser.BY, LlmqParser.TO, LlmqParser.WITH -> Nearest.meant("on");
            case LlmqParser.WHERE, LlmqParser.FOR, LlmqParser.PER, LlmqParser.AS ->
                    "a fit begins with fit Y on X, and its clauses follow";
            case LlmqParser.COMMA -> "a fit has one Y; each other is a fit of its own";
            case LlmqParser.NAME, LlmqParser.FUNCTION -> {
                String word = lower(token);
                yield switch (word) {
                    case "vs", "versus", "over", "from", "upon", "using" -> Nearest.meant("on");
                    default -> type(2) != LlmqParser.FIT || nearest() != null ? null
                            : tokens.get(index + 1).getType() == LlmqParser.ON
                                    ? "the source follows for: fit Y on X for SOURCE"
                                    : "what Y is fitted on follows on: fit Y on X";
                };
            }
            default -> null;
        };
    }

    /** After {@code with}, or after the comma between two options. */
    private String option() {
        if (type(0) == LlmqParser.NUMBER) {
            return "the number comes after its word: with bootstrap 1000";
        }
        return switch (lower(token)) {
            case "robust", "cluster", "clustered", "clusters", "cr1" ->
                    "errors are clustered by family where rows come in families; with plain errors turns it off";
            case "ols", "iid" -> Nearest.meant("plain errors");
            case "intervals", "confidence" -> "a fit always has intervals; with bootstrap 1000 they are resampled";
            case "resamples", "resampling", "boot" -> Nearest.meant("bootstrap");
            case "seed" -> "a seed follows the number of resamples: with bootstrap 1000 seed 7";
            case "loo", "loocv", "cv", "crossvalidation", "jackknife" -> Nearest.meant("leave one out");
            default -> null;
        };
    }

    private String clause() {
        if (type(0) == LlmqParser.TOP) {
            return "rows are chosen before they are fitted: rank models by mmlu top 50 | fit …";
        }
        if (type(0) == LlmqParser.SHOW || type(0) == LlmqParser.SORT) {
            return "a fit gives the table of its terms: fit … | list …";
        }
        if (type(0) == LlmqParser.BY) {
            return "a fit for each group is written per: fit Y on X per K";
        }
        if (!SyntaxError.isFreeWord(token)) {
            return null;
        }
        return switch (lower(token)) {
            case "line", "linear", "logistic", "logit", "sigmoid", "power", "chinchilla" ->
                    "the method follows using: using logistic";
            case "method", "model", "type", "kind" -> Nearest.meant("using");
            case "called", "named", "name", "into" -> Nearest.meant("as");
            case "vs", "versus", "over" -> "a fit goes on its terms: fit Y on X, …";
            case "on" -> "several terms are separated by commas: fit Y on X, Z";
            default -> null;
        };
    }

    private String ofPredict() {
        if (type(0) == LlmqParser.STRING && type(1) == LlmqParser.FOR) {
            return "of one model: predicted(FIT) of " + token.getText();
        }
        if (type(0) == LlmqParser.SORT || type(0) == LlmqParser.TOP || type(0) == LlmqParser.SHOW
                || type(0) == LlmqParser.BY) {
            return "what follows of a test's rows stands after |: predict FIT … | rank by residual top 5";
        }
        if (expected.things().contains("<fit>")) {
            return type(0) == LlmqParser.OPEN ? "a prediction is written predict FIT at flops = 1e25"
                    : type(0) == LlmqParser.FUNCTION ? "values follow at: predict FIT at flops = 1e25" : UNNAMED;
        }
        if (type(1) == LlmqParser.NAME && type(2) == LlmqParser.PREDICT) {
            return afterFit();
        }
        boolean named = type(1) == LlmqParser.NAME && expected.signs().contains("=");
        if (type(1) == LlmqParser.AT || type(1) == LlmqParser.COMMA || named) {
            return "each value has a name: at flops = 1e25";
        }
        boolean mixed = type(0) == LlmqParser.FOR || type(0) == LlmqParser.WHERE
                || type(0) == LlmqParser.NAME && lower(token).equals("at");
        return mixed ? "values with at, or rows with for and where: one of the two" : null;
    }

    private String afterFit() {
        return switch (type(0)) {
            case LlmqParser.WITH -> Nearest.meant("at");
            case LlmqParser.CONVERT -> Nearest.meant("for");
            case LlmqParser.OF -> "one model is a row too: predict FIT for models where name = 'DBRX Base'";
            case LlmqParser.NAME -> {
                int name = Keywords.type(tokens.get(index - 1).getText());
                if (name == LlmqParser.FOR || name == LlmqParser.AT) {
                    yield "the fit comes first: predict FIT " + Keywords.word(name) + " …";
                }
                yield switch (lower(token)) {
                    case "on", "over" -> Nearest.meant("for");
                    case "using" -> "the fit comes first, and says what is predicted: predict FIT at flops = 1e25";
                    default -> type(-1) == LlmqParser.EQUAL ? "values follow at: predict FIT at flops = 1e25" : null;
                };
            }
            default -> null;
        };
    }

    private String ofWhatIf() {
        if (expected.things().contains("<fit>")) {
            return UNNAMED;
        }
        boolean first = type(1) == LlmqParser.NAME && type(2) == LlmqParser.WHATIF;
        if (type(1) == LlmqParser.WHATIF || first && (type(0) == LlmqParser.EQUAL || type(0) == LlmqParser.OF)) {
            return "it begins with whose figures change: whatif DBRX with tokens = 15T using FIT";
        }
        if (!expected.words().contains("with")) {
            return null;
        }
        boolean change = type(0) == LlmqParser.WHERE || type(0) == LlmqParser.FOR
                || type(0) == LlmqParser.NAME && (type(-1) == LlmqParser.EQUAL || isHad(lower(token)));
        return change ? "changes follow with: whatif DBRX with tokens = 15T using FIT" : null;
    }

    private static boolean isHad(String word) {
        return word.equals("had") || word.equals("has") || word.equals("at") || word.equals("on");
    }

    private String ofOtherVerb() {
        int start = index;
        while (start > 0 && tokens.get(start - 1).getType() != LlmqParser.SEMI
                && tokens.get(start - 1).getType() != LlmqParser.PIPE) {
            start--;
        }
        if (start == index) {
            return isRegression(token) ? "a regression is written fit Y on X" : null;
        }
        String picture = PlotMistake.elsewhere(tokens, index, start);
        String called = picture != null ? picture : ofWordAlone(start);
        if (called != null) {
            return called;
        }
        return isRegression(tokens.get(start)) && tokens.get(start).getType() == LlmqParser.NAME
                ? "a regression is written fit Y on X" : null;
    }

    /** {@code residuals trend}, {@code trend = fit y on x}, {@code fit(y, x)}. */
    private String ofWordAlone(int start) {
        Token first = tokens.get(start);
        boolean free = SyntaxError.isFreeWord(first);
        if (free && index == start + 1 && type(0) == LlmqParser.NAME) {
            String part = switch (lower(first)) {
                case "residual", "residuals", "resid" -> "residual";
                case "predicted", "fitted" -> "predicted";
                case "leverage", "density", "effective_flops" -> lower(first);
                default -> null;
            };
            return part == null ? null
                    : "of a fit it is asked row by row: rank models by " + part + "(" + token.getText() + ")";
        }
        boolean named = free && start + 2 < tokens.size() && tokens.get(start + 1).getType() == LlmqParser.EQUAL
                && tokens.get(start + 2).getText().equalsIgnoreCase("fit");
        if (named && index > start + 2) {
            return "a fit has its name from as: fit Y on X as " + first.getText();
        }
        boolean call = first.getText().equalsIgnoreCase("fit") && tokens.get(start + 1).getType() == LlmqParser.OPEN;
        return call && (type(0) == LlmqParser.COMMA || type(0) == LlmqParser.NAME && lower(token).equals("on"))
                ? "a fit is no call: fit Y on X" : null;
    }

    private static boolean isRegression(Token token) {
        return SyntaxError.isFreeWord(token) && switch (lower(token)) {
            case "lm", "glm", "nls", "ols", "regress", "regression" -> true;
            default -> false;
        };
    }

    private String nearest() {
        return Nearest.sentence(token.getText(), expected.words());
    }

    private static String lower(Token token) {
        return token.getText().toLowerCase(Locale.ROOT);
    }

    /** The type of the token so many before the one in question. */
    private int type(int before) {
        int at = index - before;
        return at < 0 || at >= tokens.size() ? Token.INVALID_TYPE : tokens.get(at).getType();
    }
}
