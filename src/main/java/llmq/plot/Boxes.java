package llmq.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.stats.Brackets;

/**
 * The quartiles of groups, and their boxes. A great group is gone over in parts, so that three groups keep two threads
 * busy.
 */
final class Boxes {
    private static final double WHISKER = 1.5;
    /** Below so many rows a group is one piece of work. */
    private static final int GREAT = 2 * Stop.OFTEN;

    private final Groups.Gathered gathered;
    private final Stop stop;
    private final Piece[] pieces;

    /** Rows of a group that follow one another. @param great whether there may be other pieces of it */
    private record Piece(int group, int from, int to, boolean great) {
    }

    Boxes(Groups.Gathered gathered, Stop stop) {
        this.gathered = gathered;
        this.stop = stop;
        List<Piece> all = new ArrayList<>();
        for (int group = 0; group < gathered.starts().length - 1; group++) {
            int from = gathered.starts()[group];
            int size = gathered.starts()[group + 1] - from;
            int parts = size < GREAT ? 1 : stop.parts(size);
            for (int part = 0; part < parts; part++) {
                all.add(new Piece(group, from + (int) ((long) part * size / parts),
                        from + (int) ((part + 1L) * size / parts), size >= GREAT));
            }
        }
        this.pieces = all.toArray(new Piece[0]);
    }

    /** Of each group, its quartiles with the median between them. */
    Brackets.Found[] quartiles() {
        int groups = gathered.starts().length - 1;
        Brackets.Found[] found = new Brackets.Found[groups];
        Brackets[] brackets = new Brackets[groups];
        Brackets.Part[] parts = new Brackets.Part[pieces.length];
        List<List<Brackets.Part>> of = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            of.add(new ArrayList<>());
        }
        for (int i = 0; i < pieces.length; i++) {
            int group = pieces[i].group;
            if (pieces[i].great) {
                brackets[group] = brackets[group] != null ? brackets[group] : Brackets.within(gathered.values(),
                        gathered.starts()[group], gathered.starts()[group + 1], 0.25, 0.5, 0.75);
                parts[i] = brackets[group].new Part();
                of.get(group).add(parts[i]);
            }
        }
        stop.crew().share(pieces.length, i -> {
            Piece piece = pieces[i];
            stop.at(0);
            if (parts[i] == null) {
                found[piece.group] = Brackets.of(gathered.values(), piece.from, piece.to, 0.25, 0.5, 0.75);
            }
            for (int at = piece.from; parts[i] != null && at < piece.to; at += Stop.OFTEN) {
                stop.at(0);
                parts[i].count(at, Math.min(piece.to, at + Stop.OFTEN));
            }
        });
        for (int group = 0; group < groups; group++) {
            if (brackets[group] != null) {
                brackets[group].locate(of.get(group));
            }
        }
        stop.crew().share(pieces.length, i -> {
            for (int at = pieces[i].from; parts[i] != null && at < pieces[i].to; at += Stop.OFTEN) {
                stop.at(0);
                parts[i].look(at, Math.min(pieces[i].to, at + Stop.OFTEN));
            }
        });
        for (int group = 0; group < groups; group++) {
            if (brackets[group] != null) {
                found[group] = brackets[group].found(of.get(group));
            }
        }
        return found;
    }

    /**
     * As Tukey, “Exploratory Data Analysis” (1977), draws them, with the quartiles that {@code quantile} gives.
     *
     * @param at        where each box stands; NaN for a group that has none
     * @param quartiles of each group, the median between them
     * @return by group, {@code null} for what has none
     */
    Layer.Box[] boxes(double[] at, double[][] quartiles) {
        Ends[] ends = new Ends[pieces.length];
        stop.crew().share(pieces.length, i -> {
            Piece piece = pieces[i];
            if (at[piece.group] == at[piece.group]) {
                ends[i] = new Ends(quartiles[piece.group]);
                for (int from = piece.from; from == piece.from || from < piece.to; from += Stop.OFTEN) {
                    stop.at(0);
                    ends[i].add(gathered, from, Math.min(piece.to, from + Stop.OFTEN));
                }
            }
        });
        Layer.Box[] boxes = new Layer.Box[at.length];
        for (int first = 0, next; first < pieces.length; first = next) {
            int group = pieces[first].group;
            next = first + 1;
            while (next < pieces.length && pieces[next].group == group) {
                next++;
            }
            if (ends[first] != null) {
                boxes[group] = box(at[group], group, quartiles[group], Arrays.asList(ends).subList(first, next));
            }
        }
        return boxes;
    }

    private Layer.Box box(double at, int group, double[] quartiles, List<Ends> parts) {
        double low = quartiles[0];
        double high = quartiles[2];
        int far = 0;
        for (Ends part : parts) {
            low = part.low < low ? part.low : low;
            high = part.high > high ? part.high : high;
            far += part.far;
        }
        double[] values = new double[far];
        int[] rows = new int[far];
        far = 0;
        for (Ends part : parts) {
            System.arraycopy(part.values, 0, values, far, part.far);
            System.arraycopy(part.rows, 0, rows, far, part.far);
            far += part.far;
        }
        return new Layer.Box(at, low, quartiles[0], quartiles[1], quartiles[2], high, values, rows,
                gathered.starts()[group + 1] - gathered.starts()[group]);
    }

    /** Where whiskers end, as far as some of the rows tell, and those of them that lie beyond. */
    private static final class Ends {
        private final double least;
        private final double greatest;
        private double low;
        private double high;
        private double[] values = new double[16];
        private int[] rows = new int[16];
        private int far;

        Ends(double[] quartiles) {
            this.low = quartiles[0];
            this.high = quartiles[2];
            double reach = WHISKER * (high - low);
            this.least = low - reach;
            this.greatest = high + reach;
        }

        void add(Groups.Gathered gathered, int from, int to) {
            double[] all = gathered.values();
            int[] every = gathered.rows();
            while (rows.length < far + to - from) {
                values = Arrays.copyOf(values, 2 * values.length);
                rows = Arrays.copyOf(rows, values.length);
            }
            double smallest = low;
            double largest = high;
            long below = room(low - least);
            long above = room(greatest - high);
            int next = far;
            for (int i = from; i < to; i++) {
                double value = all[i];
                long under = room(value - least);
                long over = room(greatest - value);
                // Without a jump, which nobody could foretell: one that lies within is overwritten by the next.
                values[next] = value;
                rows[next] = every[i];
                next += 1 - (int) ((under & over) >>> Long.SIZE - 1);
                if (under <= below) {
                    smallest = under < below || value < smallest ? value : smallest;
                    below = under;
                }
                if (over <= above) {
                    largest = over < above || value > largest ? value : largest;
                    above = over;
                }
            }
            far = next;
            low = smallest;
            high = largest;
        }

        /** Below 0 and in the order of differences for those from 0 on, 0 or above for those below 0. */
        private static long room(double difference) {
            // Adding 0 makes 0 of −0.
            return Double.doubleToRawLongBits(difference + 0.0) ^ Long.MIN_VALUE;
        }
    }
}
