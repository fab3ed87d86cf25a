package llmq.session;

import java.util.ArrayList;
import java.util.List;
import llmq.plot.PictureFormat;
import llmq.syntax.tree.Statement.Overlay;

/** What a picture can be of, and what it can have besides: the registry that help and the reference print. */
public record PlotPart(String form, String gives, String example) {

    /** What may follow the verb: each is a kind of picture. */
    public static List<PlotPart> kinds() {
        return List.of(
                new PlotPart("plot Y against X", "a mark for each row, of numbers or dates; against released it is a line"
                        + " of time", "plot mmlu against flops"),
                new PlotPart("plot E", "a histogram of a number or a date; of text or a condition, bars of how many rows"
                        + " have each value", "plot mmlu"),
                new PlotPart("plot AGG per K", "a bar for each value of K, the longest first; where K is a number or a"
                        + " date, in its order", "plot avg(mmlu) per family"),
                new PlotPart("plot E per K", "a box for each value of K: quartiles, whiskers, and what lies beyond them",
                        "plot mmlu per family"),
                new PlotPart("plot fit FIT", "the rows that a fit was made of and its curve, and beneath what it leaves"
                        + " over; of several inputs, what was observed against what it says",
                        "fit mmlu on log10(flops) as trend; plot fit trend with band"));
    }

    /** What may follow that, in any order, each once. */
    public static List<PlotPart> clauses() {
        List<PlotPart> clauses = new ArrayList<>(List.of(
                new PlotPart("for SOURCE", "the rows, where they are not those of models", null),
                new PlotPart("where P", "which of them", "plot mmlu against flops where open"),
                new PlotPart("top N", "the first N bars or boxes", "plot avg(mmlu) per org top 5"),
                new PlotPart("log x, log y", "a logarithmic axis; FLOP, tokens and parameters have one unasked. Of bars and"
                        + " boxes the value is y, whichever way they lie; of a histogram what is counted is x",
                        "plot mmlu against context log x"),
                new PlotPart("linear x, linear y", "an axis of equal steps", "plot mmlu against params linear x"),
                new PlotPart("bins N", "how many ranges a histogram has, from 1 to 200; else of a round width",
                        "plot mmlu bins 20"),
                new PlotPart("color by K", "a color and a mark for each value of a text, a condition or a year; of bars and"
                        + " histograms, a piece for each: counts and sums on one another, else side by side",
                        "plot mmlu against flops color by year(released)"),
                new PlotPart("size by E", "marks as large as a number", "plot mmlu against released size by flops"),
                new PlotPart("label by E", "something else beside marks than names",
                        "plot mmlu against flops label by org"),
                new PlotPart("label top N", "names beside the N marks with the most Y",
                        "plot mmlu against flops label top 5")));
        for (Overlay.Kind kind : Overlay.Kind.values()) {
            clauses.add(new PlotPart("with " + kind.word(), kind.gives(), kind.fits() ? "fit mmlu on log10(flops) as"
                    + " trend; " + kind.example() : kind.example()));
        }
        clauses.add(new PlotPart("titled \"…\"", "a heading", "plot mmlu against flops titled \"What compute buys\""));
        clauses.add(new PlotPart("to \"file\"", "into a file, by its ending: " + files(), null));
        return clauses;
    }

    private static String files() {
        StringBuilder files = new StringBuilder();
        for (PictureFormat format : PictureFormat.values()) {
            files.append(files.length() == 0 ? "" : "; ").append(format.ending()).append(", ").append(format.summary());
        }
        return files.toString();
    }

    /** The clauses that begin so, without regard to case: two for {@code label}. */
    public static List<PlotPart> named(String topic) {
        List<PlotPart> named = new ArrayList<>();
        for (PlotPart clause : clauses()) {
            if (first(clause.form).equalsIgnoreCase(topic) || clause.form.equalsIgnoreCase("with " + topic)
                    && !topic.equals(Overlay.Kind.FIT.word())) {
                named.add(clause);
            }
        }
        return named;
    }

    private static String first(String form) {
        String word = form.substring(0, form.indexOf(' '));
        // Of these other statements have more to say.
        return switch (word) {
            case "for", "where", "top", "with", "to" -> "";
            default -> word;
        };
    }
}
