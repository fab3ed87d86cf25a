package llmq.complete;

import llmq.check.Namespace;
import llmq.syntax.Clause;
import llmq.syntax.Formatter;
import llmq.syntax.Verb;

/** What is said beside a word of the language. */
final class Words {
    private Words() {
    }

    /** What a name of the user's is. */
    static String of(Namespace.Definition definition) {
        if (definition instanceof Namespace.Measure measure) {
            return Formatter.expression(measure.body());
        } else if (definition instanceof Namespace.UserFunction function) {
            return Formatter.expression(function.body());
        } else if (definition instanceof Namespace.Parameter parameter) {
            return Formatter.expression(parameter.value());
        } else if (definition instanceof Namespace.View view) {
            return Formatter.source(view.source());
        }
        return definition instanceof Namespace.Fitted fit ? fit.usage() : "a table";
    }

    /** @param verb of the statement; {@code null} where that is not known */
    static String of(String word, Verb verb) {
        if (word.equals("by") && verb == Verb.PLOT) {
            return "whose values";
        }
        if (!word.equals("with") || verb == null) {
            return of(word);
        }
        return switch (verb) {
            case RANK -> "intervals: the ranks that rows may have";
            case FRONTIER -> "dominated: the other rows, and what beats them";
            case FIT -> "options: intervals from samples, leave one out, …";
            case WHATIF -> "what is changed";
            case PLOT -> "what is drawn over it: frontier, line, a fit, …";
            case LOAD -> "what the columns of the file are here";
            default -> of(word);
        };
    }

    static String of(String word) {
        Verb verb = Verb.find(word);
        Clause clause = Clause.find(word);
        return verb != null ? verb.gives() : clause != null ? clause.brief() : switch (word) {
            case "+" -> "with the rows of another table";
            case "|" -> "what is done with these rows next";
            case ";" -> "another statement";
            case "," -> "one more";
            case "plain" -> "plain errors: rows taken as independent";
            case "bootstrap" -> "intervals from samples drawn anew";
            case "leave" -> "leave one out, or leave out each value of something";
            case "constant" -> "a constant added to a power law";
            case "log" -> "log x, log y: equal steps for equal ratios";
            case "linear" -> "linear x, linear y: equal steps for equal differences";
            case "x" -> "the axis along the foot";
            case "y" -> "the axis along the side";
            case "color" -> "color by: a color and a mark for each value";
            case "size" -> "size by: marks as large as a number";
            case "label" -> "label by, label top: names beside marks";
            case "band" -> "the 95% interval of a fit itself";
            case "interval" -> "where 95% of single rows lie about a fit";
            case "bins" -> "bins N: into how many ranges a histogram parts them";
            case "titled" -> "what stands above the picture";
            default -> "";
        };
    }
}
