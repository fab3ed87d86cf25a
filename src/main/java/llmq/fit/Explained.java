package llmq.fit;

import java.util.ArrayList;
import java.util.List;
import llmq.stats.Errors;
import llmq.value.NumberForm;
import llmq.value.Type;

/** How a fit is made of its rows, step by step in words. */
public final class Explained {
    private final FitSpec spec;

    public Explained(FitSpec spec) {
        this.spec = spec;
    }

    /** What must be known of a row for it to be fitted: {@code mmlu or log10(flops)}. */
    public String needed() {
        List<String> needed = new ArrayList<>(List.of(spec.response().title()));
        for (Variable input : spec.inputs()) {
            needed.add(input.title());
        }
        needed.addAll(spec.keys());
        int last = needed.size() - 1;
        return String.join(", ", needed.subList(0, last)) + " or " + needed.get(last);
    }

    public List<String> steps() {
        List<String> steps = new ArrayList<>();
        for (Variable input : spec.inputs()) {
            String step = transformation(input);
            if (step != null) {
                steps.add(step);
            }
        }
        steps.add((spec.per().isEmpty() ? "" : "for each " + String.join(", ", spec.keys()) + " by itself ")
                + estimator());
        steps.addAll(errors());
        if (spec.leaveOneOut()) {
            steps.add("leave out each row in turn, fit the others, and see how far off they predict it: the root of the"
                    + " mean of those squares is the cross-validated RMSE");
        }
        if (spec.leaveOut() != null) {
            steps.add("leave out the rows of each " + spec.leaveOut().name() + " in turn, and fit the rest: what moves a"
                    + " term most comes first");
        }
        return steps;
    }

    private static String transformation(Variable input) {
        String of = input.of();
        if (input.isFactor()) {
            return "make " + of + " a number of yes or no for each of its values but the first in alphabetical order,"
                    + " which the others are compared with";
        } else if (input.type() == Type.BOOLEAN) {
            return "count " + of + " as 1 where it is true and as 0 where it is not";
        }
        return switch (input.transform()) {
            case LOG10 -> "take " + input.title() + ", which grows by 1 with each 10x of " + of;
            case LOG2 -> "take " + input.title() + ", which grows by 1 with each doubling of " + of;
            case LN -> "take " + input.title() + ", which grows by 2.3 with each 10x of " + of;
            case YEARS -> "count " + of + " in years of 365.25 days since 1970-01-01";
            case NONE -> null;
        };
    }

    private String estimator() {
        String curve = " " + Formula.letters(spec);
        String squares = " for which the sum of the squared residuals is least";
        return switch (spec.method()) {
            case LINE -> "find the figures of" + curve + squares + ": ordinary least squares";
            case LOGISTIC -> "find the figures of" + curve + squares + ": non-linear least squares, from "
                    + number(spec.low()) + " to " + number(spec.high());
            case POWER -> "find the figures of" + curve + squares + ": non-linear least squares on the scale of "
                    + spec.response().title() + " itself";
            case CHINCHILLA -> "find the figures of" + curve + " for which the Huber loss of the logarithm of "
                    + spec.response().title() + " is least, from many starts: approach 3 of Hoffmann et al. 2022";
        };
    }

    /** How errors are judged, and then how intervals come of them. */
    private List<String> errors() {
        String families = spec.cluster() == null ? null : Sentences.plural(spec.cluster());
        if (spec.errors() instanceof Errors.Bootstrap bootstrap) {
            return List.of("fit " + bootstrap.draws() + " samples drawn with replacement, of "
                    + (families == null ? "rows" : "whole " + families) + ", from seed " + bootstrap.seed(),
                    "let intervals reach from the 2.5% to the 97.5% quantile of what they give");
        }
        boolean huber = spec.method() == Method.CHINCHILLA;
        String x = spec.method() == Method.LINE ? "X" : "J";
        String slopes = spec.method() == Method.LINE ? "" : ", J being the slopes of the curve by its terms";
        String by = "make intervals by the t distribution with ";
        if (families == null) {
            return List.of(huber ? "judge errors as independent, of whatever size: the sandwich of the slopes of the loss"
                    : "judge errors as independent and of one size: the variance of the residuals times the inverse of "
                    + x + "'" + x + slopes, by + "n - k degrees of freedom for n rows and k terms");
        }
        String inverse = "(" + x + "'" + x + ")^-1";
        return List.of("judge errors as shared within " + families + " and independent between them, where there are"
                + " more " + families + " than terms: the sandwich CR1 of Cameron and Miller 2015, "
                + (huber ? "of the slopes of the loss" : "which is G/(G - 1) (n - 1)/(n - k) times " + inverse
                + " (the sum of " + x + "'ee'" + x + " over G " + families + ") " + inverse + slopes),
                by + "G - 1 degrees of freedom");
    }

    private static String number(double value) {
        return NumberForm.EACH.text(value);
    }
}
