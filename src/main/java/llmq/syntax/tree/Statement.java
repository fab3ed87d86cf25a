package llmq.syntax.tree;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Span;

/**
 * One sentence. Clauses may stand in any order and each at most once; a part that was not written is {@code null},
 * or an empty list where the part is a list.
 */
public sealed interface Statement extends Node {

    /** What it gives a name to, as a whole or by its last stage; {@code null} for nothing. */
    default Identifier made() {
        return null;
    }

    /** {@code list [SOURCE] [where P] [sort by …] [top N] [show …]}. */
    record Listing(Source source, Expr where, List<SortKey> sort, Limit top, List<ShowItem> show, Span span)
            implements Statement {
    }

    /** {@code rank [SOURCE] [where P] by E [asc|desc], … [per K] [top N] [show …] [with intervals [seed N]]}. */
    record Rank(Source source, Expr where, List<SortKey> by, List<Expr> per, Limit top, List<ShowItem> show,
            Intervals intervals, Span span) implements Statement {
    }

    /** {@code with intervals [seed N]}. @param seed {@code null} for the default */
    record Intervals(Long seed, Span span) {
    }

    /** {@code summarize [SOURCE] [where P] show AGG, … [per K, …] [sort by …] [top N]}. */
    record Summarize(Source source, Expr where, List<ShowItem> show, List<ShowItem> per, List<SortKey> sort,
            Limit top, Span span) implements Statement {
    }

    /** {@code compare NAME, NAME, … [show …]}; without names, in a pipe, the rows that come in. */
    record Compare(List<ModelName> names, List<ShowItem> show, Span span) implements Statement {
    }

    /** {@code frontier Y against X [for SOURCE] [where P] [with dominated] [show …]}. */
    record Frontier(Expr y, Expr against, Source source, Expr where, boolean dominated, List<ShowItem> show,
            Span span) implements Statement {
    }

    /**
     * {@code fit Y on X, … [for SOURCE] [where P] [using METHOD] [per K, …] [with OPTION …] [as NAME]}.
     *
     * @param method {@code null} where none is written
     * @param name   {@code null} where it is given none
     */
    record Fit(Expr response, List<Expr> terms, Source source, Expr where, Method method, List<Expr> per,
            List<FitOption> options, Identifier name, Span span) implements Statement {
        public Fit {
            terms = List.copyOf(terms);
            per = List.copyOf(per);
            options = List.copyOf(options);
        }

        @Override
        public Identifier made() {
            return name;
        }
    }

    /**
     * {@code using logistic [between LOW and HIGH]}; what word it is, the checker knows.
     *
     * @param low  {@code null} where no bounds are written, and so is {@code high}
     */
    record Method(Identifier word, Expr low, Expr high, Span span) {
    }

    /**
     * What follows a {@code with} of a fit, each kind at most once.
     *
     * @param number of a bootstrap, {@code null} for the others
     * @param seed   of a bootstrap, {@code null} where none is written
     * @param group  what is left out in turn, {@code null} for the others
     */
    record FitOption(Kind kind, Long number, Long seed, Expr group, Span span) {

        /** The registry of options that {@code describe fits} and the reference print. */
        public enum Kind {
            PLAIN_ERRORS("plain errors", "", "errors of rows taken as independent and of one size, in families or not",
                    "What lm() of R gives. Rows that come in families are otherwise clustered by them, as models of"
                            + " one family share their makers and data; plain intervals of such rows are mostly too"
                            + " narrow.",
                    "fit mmlu on log10(flops) with plain errors"),
            BOOTSTRAP("bootstrap", " N [seed S]", "intervals from fits to N samples drawn with replacement, of whole"
                    + " families where errors would be clustered",
                    "An interval then reaches from the 2.5% to the 97.5% quantile of what the samples give, and need"
                            + " not lie evenly around the estimate; std_error is their standard deviation. 1000"
                            + " samples are usual. The same seed draws the same samples, on any machine.",
                    "fit mmlu on log10(flops) with bootstrap 1000 seed 7"),
            LEAVE_OUT("leave out", " K", "a row for each value of K: how the terms move as its rows are left out",
                    "Shows whether a trend hangs on one family, or maker. The fit itself is that of all rows.",
                    "fit mmlu on log10(flops) with leave out family"),
            LEAVE_ONE_OUT("leave one out", "", "the cross-validated RMSE: of each row as predicted from the others",
                    "One more figure in the line of n and RMSE. It says how far off a new row would be; one far above"
                            + " the RMSE tells of a curve that follows single rows.",
                    "fit mmlu on log10(flops) with leave one out"),
            /** The c of a power law. */
            CONSTANT("constant", "", "a power law with a constant added: using power",
                    "Y = a X^b + c: with b below 0, c is what Y comes down to however large X is.",
                    "fit gsm8k on flops using power with constant");

            private final String words;
            private final String rest;
            private final String gives;
            private final String page;
            private final String example;

            Kind(String words, String rest, String gives, String page, String example) {
                this.words = words;
                this.rest = rest;
                this.gives = gives;
                this.page = page;
                this.example = example;
            }

            /** Those that a word stands for, without regard to case: {@code leave} for two. */
            public static List<Kind> named(String text) {
                List<Kind> named = new ArrayList<>();
                for (Kind kind : values()) {
                    if (kind.words.equalsIgnoreCase(text) || kind.first().equalsIgnoreCase(text)) {
                        named.add(kind);
                    }
                }
                return named;
            }

            public String first() {
                int end = words.indexOf(' ');
                return end < 0 ? words : words.substring(0, end);
            }

            /** As they are written: {@code leave out}, without what follows. */
            public String words() {
                return words;
            }

            /** The clause: {@code with bootstrap N [seed S]}. */
            public String form() {
                return "with " + words + rest;
            }

            public String gives() {
                return gives;
            }

            public String page() {
                return page;
            }

            public String example() {
                return example;
            }
        }
    }

    /**
     * {@code predict FIT at X = V, …}, or {@code predict FIT [for SOURCE] [where P]}; in a pipe, of what comes in.
     *
     * @param at empty where rows are meant
     */
    record Predict(Identifier fit, List<Binding> at, Source source, Expr where, Span span) implements Statement {
        public Predict {
            at = List.copyOf(at);
        }
    }

    /** {@code whatif NAME with FIELD = V, … using FIT}. */
    record WhatIf(ModelName model, List<Binding> changes, Identifier fit, Span span) implements Statement {
        public WhatIf {
            changes = List.copyOf(changes);
        }
    }

    /** {@code NAME = E} within a statement. */
    record Binding(Identifier name, Expr value, Span span) {
    }

    /**
     * {@code plot Y against X [for SOURCE] [where P] [log x] [log y] [color by K] [size by E] [label by E] [label top N]
     * [with FIT, frontier, band, interval] [titled "…"] [to "file"]}, {@code plot E [per K, …] [bins N] …} or
     * {@code plot fit FIT …}.
     *
     * @param value   {@code null} of {@code plot fit}
     * @param against {@code null} where it is not written
     * @param fit     whose rows and curve are meant; {@code null} where values are
     * @param scales  at most one for each axis
     * @param top     how many groups are drawn, {@code null} where it is not written
     * @param labels  of {@code label top N}, {@code null} where it is not written
     * @param with    what is drawn besides
     * @param title   {@code null} where none is written
     * @param file    that it is drawn into; {@code null} for the screen, and so is {@code fileSpan}
     */
    record Plot(Expr value, Expr against, Identifier fit, Source source, Expr where, List<Expr> per, Limit top,
            List<PlotScale> scales, Limit bins, Expr color, Expr size, Expr label, Limit labels, List<Overlay> with,
            String title, String file, Span fileSpan, Span span) implements Statement {
        public Plot {
            per = List.copyOf(per);
            scales = List.copyOf(scales);
            with = List.copyOf(with);
        }

        /** The same of other rows. */
        public Plot of(Source other) {
            return new Plot(value, against, fit, other, where, per, top, scales, bins, color, size, label, labels,
                    with, title, file, fileSpan, span);
        }

        /** The same drawn into no file. */
        public Plot onScreen() {
            return new Plot(value, against, fit, source, where, per, top, scales, bins, color, size, label, labels,
                    with, title, null, null, span);
        }
    }

    /** {@code log x}, {@code linear y}. */
    record PlotScale(boolean log, boolean vertical, Span span) {
    }

    /** What follows a {@code with} of a plot, each at most once. @param fit of {@link Kind#FIT} only */
    record Overlay(Kind kind, Identifier fit, Span span) {

        /** The registry of what a plot can have besides its marks. */
        public enum Kind {
            /** A fit by its name. */
            FIT("FIT", "the curve of a fit, by its name",
                    "plot mmlu against flops with trend"),
            FRONTIER("frontier", "the rows that no other beats, joined by steps",
                    "plot mmlu against flops with frontier"),
            BAND("band", "the 95% interval of the curve of a fit",
                    "plot mmlu against flops with trend, band"),
            INTERVAL("interval", "where 95% of further rows lie about a fit; of bars of avg(E), the 95% interval of"
                    + " the mean",
                    "plot mmlu against flops with trend, interval");

            private final String word;
            private final String gives;
            private final String example;

            Kind(String word, String gives, String example) {
                this.word = word;
                this.gives = gives;
                this.example = example;
            }

            /** As it is written; of a fit, what stands for its name. */
            public String word() {
                return word;
            }

            public String gives() {
                return gives;
            }

            public String example() {
                return example;
            }

            /** Whether its example takes a fit called trend. */
            public boolean fits() {
                return this != FRONTIER;
            }
        }
    }

    /** {@code trace E of NAME}. */
    record Trace(Expr value, ModelName model, Span span) implements Statement {
    }

    /** {@code describe [WHAT]}; in a pipe, what comes in. @param what {@code null} for everything */
    record Describe(Identifier what, boolean quoted, Span span) implements Statement {
    }

    /** {@code explain STATEMENT}. */
    record Explain(Statement statement, Span span) implements Statement {
    }

    /** {@code let NAME = E}: a measure, or a view where E turns out to name sources. */
    record LetMeasure(Identifier name, Expr value, Span span) implements Statement {
        @Override
        public Identifier made() {
            return name;
        }
    }

    /** {@code let NAME(A, …) = E}. */
    record LetFunction(Identifier name, List<Identifier> parameters, Expr body, Span span) implements Statement {
        @Override
        public Identifier made() {
            return name;
        }
    }

    /** {@code let NAME = SOURCE where P}, {@code let NAME = (query)}. */
    record LetView(Identifier name, Source source, Span span) implements Statement {
        @Override
        public Identifier made() {
            return name;
        }
    }

    /** {@code param NAME = V}. */
    record Param(Identifier name, Expr value, Span span) implements Statement {
        @Override
        public Identifier made() {
            return name;
        }
    }

    /** {@code load "file" as NAME [with (field = "Column" [unit], …)]}. */
    record Load(String file, Span fileSpan, Identifier name, List<ColumnMapping> mappings, Span span)
            implements Statement {
        @Override
        public Identifier made() {
            return name;
        }
    }

    /** {@code save SOURCE to "file"}; in a pipe without a source. */
    record Save(Source source, String file, Span fileSpan, Span span) implements Statement {
    }

    /** {@code assume FIELD of NAME = V}. */
    record Assume(Identifier field, ModelName model, Expr value, Span span) implements Statement {
    }

    /** {@code assert P ["why"]}. @param why {@code null} where it was not said */
    record Assert(Expr condition, String why, Span span) implements Statement {
    }

    /** {@code require catalog 2026.11}. */
    record Require(String version, Span versionSpan, Span span) implements Statement {
    }

    /** A bare expression. */
    record Evaluate(Expr value, Span span) implements Statement {
    }

    /** {@code A | B | …}: each stage takes the rows of the one before it. */
    record Pipe(List<Statement> stages, Span span) implements Statement {
        public Pipe {
            stages = List.copyOf(stages);
        }

        @Override
        public Identifier made() {
            return stages.get(stages.size() - 1).made();
        }
    }
}
