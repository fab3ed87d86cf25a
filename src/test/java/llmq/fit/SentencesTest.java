package llmq.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import llmq.stats.Curve;
import llmq.stats.Errors;
import llmq.stats.Fitted;
import llmq.value.Type;
import llmq.value.Unit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Fits made up, with estimates and standard errors at will, and every word that is said of them. */
class SentencesTest {
    private static final int N = 40;
    /** With so many degrees of freedom, the 95% interval is 1.96 standard errors to each side. */
    private static final double DEGREES = 1e9;

    private static final Variable MMLU = number("mmlu", Transform.NONE, "mmlu", Unit.PERCENT);
    private static final Variable FLOPS = number("log10(flops)", Transform.LOG10, "flops", Unit.FLOP);
    private static final Variable PARAMS = number("params", Transform.NONE, "params", Unit.PARAMETER);
    private static final Variable TOKENS = number("tokens", Transform.NONE, "tokens", Unit.TOKEN);
    private static final Variable RELEASED = number("released", Transform.YEARS, "released", Unit.NONE);
    private static final Variable DENSITY =
            number("log2(density(trend))", Transform.LOG2, "density(trend)", Unit.NONE);
    private static final Variable OPEN = field("open", Type.BOOLEAN);
    private static final Variable KIND = field("kind", Type.TEXT);

    private static Variable field(String name, Type type) {
        return new Variable(name, type, Transform.NONE, name, Unit.NONE, null, Set.of(name));
    }

    /** @param fields that it is worked out from; none where it is one itself */
    private static Variable number(String title, Transform transform, String of, Unit unit, String... fields) {
        return new Variable(title, Type.NUMBER, transform, of, unit, null,
                fields.length == 0 ? Set.of(of) : Set.of(fields));
    }

    private static Variable plain(String title, Unit unit, String... fields) {
        return number(title, Transform.NONE, title, unit, fields);
    }

    /** A fit of a response on inputs. */
    private static final class Made {
        private final Method method;
        private final Variable response;
        private final List<Variable> inputs;
        private final List<List<String>> levels = new ArrayList<>();
        private final double[] lows;
        private final double[] highs;
        private double[] estimates;
        private double[] errors;
        private double[][] draws;
        private boolean exact;
        private boolean constant;

        Made(Method method, Variable response, Variable... inputs) {
            this.method = method;
            this.response = response;
            this.inputs = List.of(inputs);
            lows = new double[inputs.length];
            highs = new double[inputs.length];
            for (int i = 0; i < inputs.length; i++) {
                levels.add(inputs[i].isFactor() ? List.of("dense", "moe") : null);
                lows[i] = 1;
                highs[i] = 2;
            }
        }

        Made range(int input, double low, double high) {
            lows[input] = low;
            highs[input] = high;
            return this;
        }

        Made levels(int input, String... names) {
            levels.set(input, List.of(names));
            return this;
        }

        /** Estimate and standard error of each parameter. */
        Made parameters(double... pairs) {
            estimates = new double[pairs.length / 2];
            errors = new double[estimates.length];
            for (int i = 0; i < estimates.length; i++) {
                estimates[i] = pairs[2 * i];
                errors[i] = pairs[2 * i + 1];
            }
            return this;
        }

        Made constant() {
            constant = true;
            return this;
        }

        Made exact() {
            exact = true;
            return this;
        }

        Made draws(double[]... each) {
            draws = each;
            return this;
        }

        Model model() {
            double[][] covariance = new double[estimates.length][estimates.length];
            for (int i = 0; i < errors.length; i++) {
                covariance[i][i] = errors[i] * errors[i];
            }
            Fitted fitted = new Fitted(new Flat(), estimates, covariance, covariance, draws, 0, N, 12, DEGREES,
                    exact ? 0 : 100, 400, exact, null);
            FitSpec spec = new FitSpec(method, 25, 100, constant, new Errors.Clustered(), false, response, inputs,
                    List.of(), "family", null);
            Design design = new Design(inputs, Collections.unmodifiableList(levels), lows, highs);
            return new Model(spec, List.of(new Model.Group(design, fitted, 12, 0, Double.NaN, null, List.of())),
                    List.of(), 0, null);
        }
    }

    /** No sentence asks for the curve itself. */
    private static final class Flat implements Curve {
        @Override
        public int parameters(int inputs) {
            return inputs + 1;
        }

        @Override
        public double value(double[] parameters, double[] x) {
            return parameters[0];
        }

        @Override
        public void gradient(double[] parameters, double[] x, double[] into) {
            Arrays.fill(into, 0);
        }
    }

    private static Made line(Variable response, Variable... inputs) {
        return new Made(Method.LINE, response, inputs);
    }

    private static Made logistic(Variable... inputs) {
        return new Made(Method.LOGISTIC, MMLU, inputs);
    }

    /** A fit, its formula, and what goes with what. */
    private record Case(Made fit, String formula, String sentence) {
    }

    private static List<Case> cases() {
        return List.of(
                new Case(line(MMLU, FLOPS).parameters(-250.9, 40, 13.03, 1.75),
                        "mmlu = -250.9 + 13.03 log10(flops)",
                        "each 10x of flops goes with +13.0 points of mmlu, 95% 9.6 to 16.5"),
                new Case(line(MMLU, FLOPS).parameters(20, 1, -1.5, 2),
                        "mmlu = 20 - 1.5 log10(flops)",
                        "each 10x of flops goes with -1.5 points of mmlu, 95% -5.4 to 2.4: the data do not tell its"
                                + " sign"),
                new Case(line(MMLU, FLOPS).parameters(20, 0, 10, 0).exact(),
                        "mmlu = 20 + 10 log10(flops)",
                        "each 10x of flops goes with +10.0 points of mmlu"),
                new Case(line(MMLU, FLOPS).parameters(20, Double.NaN, 10, Double.NaN),
                        "mmlu = 20 + 10 log10(flops)",
                        "each 10x of flops goes with +10.0 points of mmlu"),
                new Case(line(MMLU, number("log2(flops)", Transform.LOG2, "flops", Unit.FLOP), KIND)
                        .parameters(1, 1, 4, 0.5, 11.9, 2),
                        "mmlu = 1 + 4 log2(flops) + 11.9 [kind = moe]",
                        "each doubling of flops goes with +4.0 points of mmlu with kind held, 95% 3.0 to 5.0"),
                new Case(line(MMLU, number("ln(flops)", Transform.LN, "flops", Unit.FLOP), KIND, OPEN)
                        .parameters(1, 1, 4, 0.5, -2, 2, 3, 1),
                        "mmlu = 1 + 4 ln(flops) - 2 [kind = moe] + 3 [open]",
                        "each 10x of flops goes with +9.2 points of mmlu with the others held, 95% 7.0 to 11.5"),
                new Case(line(MMLU, RELEASED).parameters(-640, 100, 12.86, 2),
                        "mmlu = -640 + 12.86 released",
                        "each year goes with +12.9 points of mmlu, 95% 8.9 to 16.8"),
                new Case(line(MMLU, number("started", Transform.YEARS, "started", Unit.NONE)).parameters(0, 1, 2, 0.1),
                        "mmlu = 0 + 2 started",
                        "each year of started goes with +2.0 points of mmlu, 95% 1.8 to 2.2"),
                new Case(line(MMLU, TOKENS).range(0, 3e11, 15e12).parameters(40, 2, 1.36e-12, 3e-13),
                        "mmlu = 40 + 1.36e-12 tokens",
                        "each trillion tokens goes with +1.4 points of mmlu, 95% 0.8 to 1.9"),
                new Case(line(MMLU, plain("active_params", Unit.PARAMETER)).range(0, 1e9, 70e9)
                        .parameters(40, 2, 3e-10, 1e-10),
                        "mmlu = 40 + 3e-10 active_params",
                        "each 10 billion params of active_params goes with +3.0 points of mmlu, 95% 1.0 to 5.0"),
                new Case(line(MMLU, plain("gsm8k", Unit.PERCENT)).range(0, 5, 90).parameters(17, 2, 0.47, 0.04),
                        "mmlu = 17 + 0.47 gsm8k",
                        "each 10 points of gsm8k goes with +4.7 points of mmlu, 95% 3.9 to 5.5"),
                new Case(line(MMLU, plain("gsm8k", Unit.PERCENT)).range(0, 5, 10).parameters(17, 2, 0.5, 0.1),
                        "mmlu = 17 + 0.5 gsm8k",
                        "each point of gsm8k goes with +0.5 points of mmlu, 95% 0.3 to 0.7"),
                new Case(line(MMLU, plain("flops", Unit.FLOP)).range(0, 1e22, 5e25).parameters(17, 2, 1e-24, 1e-25),
                        "mmlu = 17 + 1e-24 flops",
                        "each 10 YFLOP of flops goes with +10.0 points of mmlu, 95% 8.0 to 12.0"),
                new Case(line(MMLU, plain("tokens/params", Unit.TOKEN.per(Unit.PARAMETER))).range(0, 1, 900)
                        .parameters(17, 2, 0.01, 0.001),
                        "mmlu = 17 + 0.01 (tokens/params)",
                        "each 100 tokens/param of tokens/params goes with +1.0 points of mmlu, 95% 0.8 to 1.2"),
                new Case(line(MMLU, plain("year(released)", Unit.NONE)).range(0, 2019, 2024)
                        .parameters(-9000, 100, 5, 1),
                        "mmlu = -9000 + 5 year(released)",
                        "each 1 more of year(released) goes with +5.0 points of mmlu, 95% 3.0 to 7.0"),
                new Case(line(MMLU, OPEN).parameters(50, 1, 5, 1),
                        "mmlu = 50 + 5 [open]",
                        "open goes with +5.0 points of mmlu, 95% 3.0 to 7.0"),
                new Case(line(MMLU, KIND).parameters(50, 1, 5, 1),
                        "mmlu = 50 + 5 [kind = moe]",
                        "kind = moe, against dense, goes with +5.0 points of mmlu, 95% 3.0 to 7.0"),
                new Case(line(MMLU, KIND).levels(0, "a", "b", "c", "d", "e", "f")
                        .parameters(50, 1, 5, 1, 5, 1, 5, 1, 5, 1, 5, 1),
                        "mmlu = 50 + [by kind]",
                        "each kind is compared with a, the first in alphabetical order"),
                new Case(line(MMLU, FLOPS, plain("log10(flops)^2", Unit.NONE, "flops")).parameters(1, 1, 1, 1, 1, 1),
                        "mmlu = 1 + 1 log10(flops) + 1 (log10(flops)^2)",
                        "no one figure says what goes with flops, as it stands in more than one term"),
                new Case(line(MMLU, TOKENS, PARAMS, plain("tokens*params", Unit.NONE, "tokens", "params"))
                        .parameters(1, 1, 1, 1, 1, 1, 1, 1),
                        "mmlu = 1 + 1 tokens + 1 params + 1 (tokens*params)",
                        "no one figure says what goes with tokens, as it stands in more than one term"),
                new Case(line(MMLU, number("ln(tokens/params)", Transform.LN, "tokens/params", Unit.NONE, "tokens",
                        "params"),
                        number("ln(params)", Transform.LN, "params", Unit.PARAMETER)).parameters(1, 1, 10, 1, 5, 1),
                        "mmlu = 1 + 10 ln(tokens/params) + 5 ln(params)",
                        "each 10x of tokens/params goes with +23.0 points of mmlu with params held, 95% 18.5 to 27.5"),
                new Case(line(plain("skill(mmlu)", Unit.NONE), FLOPS).parameters(-2, 1, 0.17, 0.02),
                        "skill(mmlu) = -2 + 0.17 log10(flops)",
                        "each 10x of flops goes with +0.17 in skill(mmlu), 95% 0.131 to 0.209"),
                new Case(line(TOKENS, FLOPS).parameters(-1e13, 1e12, 2e12, 1e11),
                        "tokens = -1e13 + 2e12 log10(flops)",
                        "each 10x of flops goes with +2T tokens, 95% 1.80 to 2.20T tokens"),
                new Case(line(number("log10(params)", Transform.LOG10, "params", Unit.PARAMETER), FLOPS)
                        .parameters(1, 1, -0.15, 0.02),
                        "log10(params) = 1 - 0.15 log10(flops)",
                        "each 10x of flops multiplies params by 0.708, 95% 0.647 to 0.775"),
                new Case(line(number("ln(price)", Transform.LN, "price", Unit.DOLLAR), KIND).parameters(1, 1, 0.1, 0.2),
                        "ln(price) = 1 + 0.1 [kind = moe]",
                        "kind = moe, against dense, multiplies price by 1.11, 95% 0.747 to 1.64: the data do not tell"
                                + " whether up or down"),
                new Case(line(DENSITY, RELEASED).parameters(-150, 10, 2.93, 0.25),
                        "log2(density(trend)) = -150 + 2.93 released",
                        "density(trend) doubles every 4.1 months, 95% 3.5 to 4.9"),
                new Case(line(DENSITY, RELEASED, KIND).parameters(-150, 10, -0.3, 0.05, 1, 1),
                        "log2(density(trend)) = -150 - 0.3 released + 1 [kind = moe]",
                        "density(trend) halves every 3.3 years with kind held, 95% 2.5 to 5.0"),
                new Case(line(DENSITY, RELEASED).parameters(-150, 10, 0.5, 0.5),
                        "log2(density(trend)) = -150 + 0.5 released",
                        "density(trend) doubles every 24.0 months by the estimate, but the data do not tell whether it"
                                + " grows at all: 95% from halving every 25.0 months to doubling every 8.1 months"),
                new Case(line(DENSITY, RELEASED).parameters(-150, 0, 0, 0).exact(),
                        "log2(density(trend)) = -150 + 0 released",
                        "density(trend) neither grows nor shrinks"),
                new Case(line(DENSITY, RELEASED).parameters(-150, 0, 12, 0).exact(),
                        "log2(density(trend)) = -150 + 12 released",
                        "density(trend) doubles every 1.0 months"),
                new Case(logistic(FLOPS).range(0, 20, 26).parameters(-34.5, 2, 1.5, 0.1),
                        "mmlu = 25 + 75 / (1 + exp(-(-34.5 + 1.5 log10(flops))))",
                        "around the middle of the curve, 62.5% at 1e23 FLOP, 10x of flops goes with +26.9 points of"
                                + " mmlu, 95% 23.6 to 30.0"),
                new Case(logistic(FLOPS).range(0, 20, 22).parameters(-34.5, 2, 1.5, 0.1),
                        "mmlu = 25 + 75 / (1 + exp(-(-34.5 + 1.5 log10(flops))))",
                        "around the middle of the curve, 62.5% at 1e23 FLOP and so beyond the rows fitted, 10x of flops"
                                + " goes with +26.9 points of mmlu, 95% 23.6 to 30.0"),
                new Case(logistic(RELEASED).range(0, 50, 56).parameters(-54, 2, 1, 0.1),
                        "mmlu = 25 + 75 / (1 + exp(-(-54 + 1 released)))",
                        "around the middle of the curve, 62.5% at 2024-01-02, a year goes with +18.4 points of mmlu,"
                                + " 95% 14.9 to 21.8"),
                new Case(logistic(FLOPS, KIND).parameters(-34.5, 2, 1.5, 0.1, 0.2, 0.1),
                        "mmlu = 25 + 75 / (1 + exp(-(-34.5 + 1.5 log10(flops) + 0.2 [kind = moe])))",
                        "around the middle of the curve, 62.5%, 10x of flops goes with +26.9 points of mmlu with kind"
                                + " held, 95% 23.6 to 30.0"),
                new Case(logistic(KIND).parameters(-1, 2, 1, 1),
                        "mmlu = 25 + 75 / (1 + exp(-(-1 + 1 [kind = moe])))",
                        "around the middle of the curve, 62.5%, kind = moe, against dense, goes with +18.4 points of"
                                + " mmlu, 95% -17.7 to 47.2: the data do not tell its sign"),
                new Case(new Made(Method.POWER, plain("loss", Unit.NONE), plain("flops", Unit.FLOP))
                        .parameters(20, 1, -0.05, 0.01),
                        "loss = 20 flops^(-0.05)",
                        "each 10x of flops multiplies loss by 0.891, 95% 0.852 to 0.932"),
                new Case(new Made(Method.POWER, plain("loss", Unit.NONE), plain("tokens/params", Unit.NONE))
                        .parameters(20, 1, 0.1, 0.1, -1.7, 0.1).constant(),
                        "loss = 20 (tokens/params)^0.1 - 1.7",
                        "each 10x of tokens/params multiplies loss - c by 1.26, 95% 0.802 to 1.98: the data do not tell"
                                + " whether up or down"),
                new Case(new Made(Method.CHINCHILLA, plain("loss", Unit.NONE), PARAMS, TOKENS)
                        .parameters(1.69, 0.1, 406.4, 10, 0.34, 0.02, 410.7, 10, 0.28, 0.02),
                        "loss = 1.69 + 406.4/params^0.34 + 410.7/tokens^0.28",
                        "each 10x of params brings its part of loss to 0.457 of what it was, each 10x of tokens to 0.525;"
                                + " the best use of compute C takes params as C^0.45"
                                + " (95% 0.41 to 0.50) and tokens as C^0.55"),
                new Case(new Made(Method.CHINCHILLA, plain("loss", Unit.NONE), PARAMS, TOKENS)
                        .parameters(1.69, 0.1, 406.4, 10, -0.34, 0.02, -410.7, 10, 0.28, 0.02),
                        "loss = 1.69 + 406.4/params^(-0.34) - 410.7/tokens^0.28",
                        "each 10x of params brings its part of loss to 2.19 of what it was, each 10x of tokens to 0.525"),
                new Case(line(MMLU, FLOPS).parameters(-250.9, 40, 13.03, 1.75)
                        .draws(new double[] {-1, 12}, new double[] {-1, 13}, new double[] {-1, 14}),
                        "mmlu = -250.9 + 13.03 log10(flops)",
                        "each 10x of flops goes with +13.0 points of mmlu, 95% 12.1 to 14.0"));
    }

    @TestFactory
    Stream<DynamicTest> whatGoesWithWhat() {
        return cases().stream().map(test -> dynamicTest(test.formula(), () -> {
            Model model = test.fit().model();
            Sentences words = new Sentences(model);
            assertEquals(test.formula(), words.title());
            assertEquals(test.sentence(), words.lines().get(0));
        }));
    }

    @Test
    void whatEachFactorIsComparedWithIsSaidOnce() {
        // The names of the values stand in the sentences by chance: an "a" in "each", a "go" in "goes".
        Model beside = line(MMLU, FLOPS, KIND).levels(1, "a", "b", "c").parameters(1, 1, 4, 0.5, 3, 1, 3, 1).model();
        assertEquals("kind compared with a", new Sentences(beside).lines().get(1));
        Model two = line(MMLU, KIND, field("size", Type.TEXT)).levels(0, "go", "stop").levels(1, "go", "stop")
                .parameters(1, 1, 4, 0.5, 3, 1).model();
        assertEquals(List.of("kind = stop, against go, goes with +4.0 points of mmlu with size held, 95% 3.0 to 5.0",
                "size compared with go"), new Sentences(two).lines().subList(0, 2));
        Model told = line(MMLU, KIND).levels(0, "a", "b", "c").parameters(50, 1, 5, 1, 5, 1).model();
        assertEquals("each kind is compared with a, the first in alphabetical order",
                new Sentences(told).lines().get(0));
        assertEquals(-1, new Sentences(told).lines().indexOf("kind compared with a"));
    }

    @Test
    void ofAFactorWithoutSecondValueThereIsNothingToSay() {
        Model model = line(MMLU, KIND).levels(0, "dense").parameters(50, 1).model();
        assertEquals(List.of("n 40 · R² 0.75 · adjusted R² 0.75 · RMSE 1.6 points · AIC 154.2",
                "95% intervals by the t distribution, errors clustered by 12 families (CR1)"),
                new Sentences(model).lines());
    }

    @Test
    void lettersStandForFiguresNotKnownYet() {
        assertEquals("mmlu = a + b log10(flops) + c[kind] + d [open]",
                Formula.letters(line(MMLU, FLOPS, KIND, OPEN).parameters(0, 0).model().spec()));
        assertEquals("mmlu = 25 + 75 / (1 + exp(-(a + b released)))",
                Formula.letters(logistic(RELEASED).parameters(0, 0).model().spec()));
        assertEquals("loss = a (tokens/params)^b + c", Formula.letters(new Made(Method.POWER, plain("loss", Unit.NONE),
                plain("tokens/params", Unit.NONE)).constant().parameters(0, 0).model().spec()));
    }

    @Test
    void onlyWhatIsMoreThanANameOrACallStandsInParentheses() {
        for (String atom : List.of("flops", "log10(flops)", "if(open, 1, 2)", "`Training compute (FLOP)`", "f(g(x))")) {
            assertEquals(atom, Formula.atom(atom));
        }
        for (String sum : List.of("tokens/params", "log10(a) + log10(b)", "(a + b)", "f(a)(b)", "-x", "a in TFLOP")) {
            assertEquals("(" + sum + ")", Formula.atom(sum));
        }
    }
}
