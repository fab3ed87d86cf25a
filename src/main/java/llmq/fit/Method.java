package llmq.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a fit can use: the registry that the checker, {@code describe fits}, completion and the reference read. */
public enum Method {
    LINE("a straight line in its inputs, by least squares", "Y = a + b X1 + c X2 + …",
            "Ordinary least squares. Any number of inputs; a text field is a factor, whose first value in alphabetical"
                    + " order is what the others are compared with; a date counts in years.",
            "fit mmlu on log10(flops), architecture"),
    LOGISTIC("an S between a lowest and a highest score, by non-linear least squares",
            "Y = low + (high - low) / (1 + exp(-(a + b X1 + …)))",
            "Of a benchmark, low is its chance level and high its best score, unless between says others. A trend in"
                    + " log10(flops) then flattens where scores run out.",
            "fit mmlu on log10(flops) using logistic"),
    POWER("a power law of one input, by non-linear least squares", "Y = a X^b, or a X^b + c with constant",
            "On the scale of Y itself, so that large values weigh most; for relative errors, fit log10(Y) on log10(X)."
                    + " X must be positive.",
            "fit gsm8k on flops using power"),
    CHINCHILLA("loss by parameters and tokens, as in Hoffmann et al. 2022", "L = E + A / N^alpha + B / D^beta",
            "Approach 3 of that paper: the Huber loss on log L, from a grid of starts. Takes two inputs, N and D in"
                    + " this order.",
            null);

    private final String summary;
    private final String formula;
    private final String page;
    private final String example;

    Method(String summary, String formula, String page, String example) {
        this.summary = summary;
        this.formula = formula;
        this.page = page;
        this.example = example;
    }

    /** As it is written after {@code using}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String summary() {
        return summary;
    }

    public String formula() {
        return formula;
    }

    public String page() {
        return page;
    }

    /** {@code null} where the tables of the catalog have nothing to fit so. */
    public String example() {
        return example;
    }

    /** The method of that word, without regard to case, or {@code null}. */
    public static Method find(String word) {
        for (Method method : values()) {
            if (method.name().equalsIgnoreCase(word)) {
                return method;
            }
        }
        return null;
    }

    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Method method : values()) {
            words.add(method.word());
        }
        return words;
    }
}
