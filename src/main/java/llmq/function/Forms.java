package llmq.function;

import java.util.List;

/** The functions that the checker reads itself. */
final class Forms {
    private Forms() {
    }

    static List<Function> all() {
        return List.of(
                new SpecialForm(new Doc("coalesce", "coalesce(a, b, ...)", "first of several values that is known",
                        "All of one type and unit. Unknown where all of them are.",
                        List.of("list models top 5 show coalesce(flops_reported, flops_6nd)")), 1, Integer.MAX_VALUE),
                new SpecialForm(new Doc("if", "if(condition, then, otherwise)", "one of two values, by a condition",
                        "Both values are of one type and unit. Unknown where the condition is.",
                        List.of("list models top 5 show if(open, 'open', 'closed')")), 3, 3),
                new SpecialForm(new Doc("skill", "skill(score)", "share of the way from chance to perfect",
                        "(score - chance) / (max - chance), with the benchmark's own chance level and best score:"
                                + " guessing is 0, perfect is 1, worse than guessing is negative. A pure number."
                                + " Takes a benchmark's field, and is unknown where no chance level is published.",
                        List.of("rank models by skill(mmlu) top 5", "skill(mmlu of DBRX)")), 1, 1),
                new SpecialForm(new Doc("bar", "bar(x)", "a number as a bar in its cell",
                        "In tables for people the longest bar is the greatest value of the column, and every bar"
                                + " begins at 0. Of a benchmark's score the shaded end is the 95% interval of its"
                                + " sampling error, 1.96 sqrt(p (1 - p) / questions). Everywhere else it is the number"
                                + " itself.",
                        List.of("rank models by mmlu top 5 show bar(mmlu), bar(tokens)")), 1, 1),
                new SpecialForm(new Doc("predicted", "predicted(fit)", "where a fit puts a row",
                        "The value of the fitted curve at the row's own inputs, in the unit of what was fitted.",
                        List.of("fit mmlu on log10(flops) as trend; list models top 5 show mmlu, predicted(trend)")),
                        1, 1),
                new SpecialForm(new Doc("residual", "residual(fit)", "how far a row lies above a fit",
                        "The row's own value less the predicted one: positive above the trend, negative below.",
                        List.of("fit mmlu on log10(flops) as trend; rank models by residual(trend) top 5")), 1, 1),
                new SpecialForm(new Doc("leverage", "leverage(fit)", "how much a row's inputs weigh in a fit",
                        "Between 0 and 1 for the rows that were fitted: a row far from the others in its inputs pulls"
                                + " the curve towards itself, and should not be what a trend hangs on. It is the row's"
                                + " share in its own prediction; the shares add up to the number of terms, so that"
                                + " terms/n is a middling one. Computed as g'(J'J)^-1 g with the curve's gradient g at"
                                + " the row and the Jacobian J of the rows fitted.",
                        List.of("fit mmlu on log10(flops) as trend; rank models by leverage(trend) top 5")), 1, 1),
                new SpecialForm(new Doc("effective_flops", "effective_flops(fit)",
                        "compute at which a fit reaches a row's own score",
                        "The fit solved for its one input in FLOP, C: f(C, the row's other inputs) = what the row has,"
                                + " in FLOP. A line gives 10^((y - a - the other terms)/b) where C stands as"
                                + " log10(C); a logistic curve between low and high takes ln((y - low)/(high - y)) in"
                                + " place of y. C may stand as it is, in log10, log2, ln, sqrt, exp, a power, and sums"
                                + " and products with other values. Unknown, with the reason, where the score lies"
                                + " beyond the ends of the curve, and where the answer is no number above zero. Far"
                                + " beyond the compute that was fitted it is an extrapolation, and near the ends of a"
                                + " logistic curve a point of score is worth powers of ten.",
                        List.of("fit mmlu on log10(flops) using logistic as trend;"
                                + " list models top 5 show mmlu, flops, effective_flops(trend)")), 1, 1),
                new SpecialForm(new Doc("density", "density(fit)",
                        "effective compute over actual compute",
                        "effective_flops(fit) / flops, with the fit's own field of FLOP: 1 on the curve, 2 for a model"
                                + " that scores as the trend does with twice its compute. A pure number. It is the"
                                + " capability density of Xiao et al. 2024 (Densing Law of LLMs, arXiv 2412.04315)"
                                + " taken of training compute: they divide effective parameters by actual ones,"
                                + " where the effective ones are found through a loss that reference models of their"
                                + " own have by parameters and tokens, at 1T tokens, and a sigmoid from loss to"
                                + " score; here one fit goes straight from compute to score, and the models it was"
                                + " fitted to are the reference. They report that the greatest density of its time"
                                + " doubles about every 3.3 months; fit log2(density(F)) on released gives the"
                                + " doubling of a typical one, with an interval that takes F as it stands and leaves"
                                + " out how uncertain F is itself.",
                        List.of("fit mmlu on log10(flops) using logistic as trend;"
                                + " rank models by density(trend) top 5")), 1, 1),
                new SpecialForm(new Doc("reported", "reported(x)", "whether a value is a published figure",
                        "False where it is estimated, assumed, or derived from other figures; unknown where the value"
                                + " is.",
                        List.of("list models where reported(tokens) top 5")), 1, 1));
    }
}
