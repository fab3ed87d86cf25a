package llmq.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import llmq.stats.Errors;
import llmq.stats.Fitted;
import llmq.stats.NoFit;
import llmq.stats.PartedLine;
import llmq.stats.Sample;
import llmq.table.Column;
import llmq.table.TextColumn;

/** The curve of some rows without those of each value of a field in turn, the values in alphabetical order. */
final class LeavingOut {
    /** So many fits are made at most. */
    static final int MOST_FITS = 20_000;
    /** With more rows in all fits together, lines are fitted by parts. */
    private static final long MANY = 1 << 20;

    /** The curve of what is left. */
    interface Fit {
        Fitted of(FitRows rows, Design design) throws NoFit;
    }

    private final FitSpec spec;
    private final FitRows rows;
    private final Runnable pulse;
    private final List<String> values = new ArrayList<>();
    /** Of each row its value, and of each value its rows. */
    private final int[] of;
    private final int[] counts;

    LeavingOut(FitSpec spec, FitRows rows, Runnable pulse) {
        this.spec = spec;
        this.rows = rows;
        this.pulse = pulse;
        this.of = new int[rows.size()];
        int[] numbers = numbers();
        this.counts = new int[values.size()];
        for (int row = 0; row < of.length; row++) {
            of[row] = numbers[of[row]];
            counts[of[row]]++;
        }
    }

    /** Numbers the values as they come, and says of each number its place in the alphabet. */
    private int[] numbers() {
        Column column = rows.leaveOut();
        Map<String, Integer> known = new HashMap<>();
        int[] byCode = column instanceof TextColumn texts ? new int[texts.dictionary().size() + 1] : null;
        for (int row = 0; row < of.length; row++) {
            Fitter.pulse(pulse, row);
            int code = byCode == null ? -1 : ((TextColumn) column).codes()[row] + 1;
            if (code >= 0 && byCode[code] > 0) {
                of[row] = byCode[code] - 1;
                continue;
            }
            String value = Wording.value(spec.leaveOut(), column, row);
            Integer number = known.putIfAbsent(value, known.size());
            of[row] = number == null ? known.size() - 1 : number;
            if (code >= 0) {
                byCode[code] = of[row] + 1;
            }
        }
        if (known.size() > MOST_FITS) {
            throw new CannotFit("with leave out " + spec.leaveOut().name() + " would make a fit for each of "
                    + known.size() + " values, and at most " + MOST_FITS + " are made", "leave out a field with fewer"
                    + " values, or where takes fewer rows");
        }
        int[] places = new int[known.size()];
        for (Map.Entry<String, Integer> entry : new TreeMap<>(known).entrySet()) {
            places[entry.getValue()] = values.size();
            values.add(entry.getKey());
        }
        return places;
    }

    /**
     * @param all      the sample of all rows, with whatever clusters there are, which a line needs
     * @param designed how
     */
    List<Model.Without> without(Sample all, Design designed, Fit fit) {
        Fitted[] fitted = new Fitted[values.size()];
        if (spec.method() == Method.LINE && !(spec.errors() instanceof Errors.Bootstrap)
                && (long) rows.size() * values.size() > MANY && values.size() > 1) {
            try {
                PartedLine.without(all, of, fitted.length, pulse, (part, rest) -> fitted[part] = rest);
            } catch (NoFit e) {
                // What is left of a column that is constant says so by itself.
            }
        }
        List<Model.Without> without = new ArrayList<>();
        for (int value = 0; value < fitted.length; value++) {
            pulse.run();
            without.add(fitted[value] == null ? anew(value, fit)
                    : new Model.Without(values.get(value), counts[value], designed, fitted[value], null));
        }
        return without;
    }

    private Model.Without anew(int value, Fit fit) {
        int[] kept = new int[of.length - counts[value]];
        int to = 0;
        for (int row = 0; row < of.length; row++) {
            if (of[row] != value) {
                kept[to++] = row;
            }
        }
        FitRows rest = rows.take(kept);
        Design design = Design.of(spec.inputs(), rest.inputs(), null);
        try {
            if (rest.size() == 0) {
                throw new NoFit(NoFit.Reason.TOO_FEW_POINTS, -1, null);
            }
            return new Model.Without(values.get(value), counts[value], design, fit.of(rest, design), null);
        } catch (NoFit e) {
            return new Model.Without(values.get(value), counts[value], design, null,
                    Wording.noFit(spec, design, rest.response(), e).getMessage());
        }
    }
}
