package llmq.fit;

import llmq.value.ColumnScale;
import llmq.value.Unit;
import llmq.value.Units;

/**
 * By how much an input is thought to grow, where a sentence says what goes with it.
 *
 * @param size  of the step in the input as it was fitted: 1 for tenfold where that is {@code log10(flops)}
 * @param words {@code 10x of flops}, {@code year}, {@code trillion tokens}
 */
record Step(double size, String words) {
    private static final double[] COUNTS = {1e12, 1e9, 1e6, 1e3};
    private static final String[] COUNT_WORDS = {"trillion", "billion", "million", "thousand"};

    /** @param low the least value fitted, {@code high} the greatest */
    static Step of(Variable input, double low, double high) {
        return switch (input.transform()) {
            case LOG10 -> new Step(1, "10x of " + input.of());
            case LN -> new Step(Math.log(10), "10x of " + input.of());
            case LOG2 -> new Step(1, "doubling of " + input.of());
            case YEARS -> new Step(1, input.title().equals("released") ? "year" : "year of " + input.title());
            case NONE -> plain(input, low, high);
        };
    }

    /** A round number of which there are some between the least and the greatest value. */
    private static Step plain(Variable input, double low, double high) {
        double size = Math.pow(10, Math.floor(Math.log10((high - low) / 4)));
        size = size > 0 && size <= Double.MAX_VALUE ? size : 1;
        Unit unit = input.unit();
        String of = " of " + input.of();
        if (unit.isNone()) {
            // What counts whole things, such as years, takes whole steps.
            boolean whole = low == Math.rint(low) && high == Math.rint(high) && size < 1;
            size = whole ? 1 : size;
            boolean large = size >= COUNTS[COUNTS.length - 1] && size <= COUNTS[0] * COUNTS[0];
            String amount = large ? counted(size) : ColumnScale.of(unit, size).number(size) + " ";
            return new Step(size, amount + "more" + of);
        }
        if (unit.equals(Unit.PERCENT)) {
            return new Step(size, (size == 1 ? "point" : ColumnScale.of(unit, size).number(size).replace(".0", "")
                    + " points") + of);
        }
        String things = Units.plural(unit);
        if (unit.equals(Unit.TOKEN) || unit.equals(Unit.PARAMETER)) {
            return new Step(size, counted(size) + things + (things.startsWith(input.of()) ? "" : of));
        }
        return new Step(size, ColumnScale.of(unit, size).quantity(size) + of);
    }

    private static String counted(double size) {
        for (int i = 0; i < COUNTS.length; i++) {
            if (size >= COUNTS[i]) {
                long times = Math.round(size / COUNTS[i]);
                return (times == 1 ? "" : times + " ") + COUNT_WORDS[i] + " ";
            }
        }
        return Math.round(size) + " ";
    }

    /** As one that may be taken anywhere. */
    String each() {
        return "each " + words;
    }

    /** As one that is taken once. */
    String once() {
        return Character.isDigit(words.charAt(0)) ? words : "a " + words;
    }
}
