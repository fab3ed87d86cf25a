package llmq.fit;

import llmq.stats.Interval;
import llmq.value.NumberForm;

/**
 * How long a quantity takes to double or to halve, where its logarithm follows a line in time.
 *
 * @param what    the quantity
 * @param log     the logarithm that was fitted
 * @param slope   of the line, a year
 * @param ends    of its interval; unknown where there is none
 */
record Doubling(String what, Transform log, double slope, Interval ends) {
    private static final int MONTHS = 12;
    /** From this many months on, years read better. */
    private static final double LONG = 36;

    /** @param held what else is thought to stay as it is, with a space before it */
    String sentence(String held) {
        if (slope == 0) {
            return what + " neither grows nor shrinks" + held;
        }
        double months = months(slope);
        boolean years = months >= LONG;
        String estimate = what + (slope > 0 ? " doubles" : " halves") + " every " + text(months, years)
                + (years ? " years" : " months") + held;
        if (!Double.isFinite(ends.low()) || !Double.isFinite(ends.high())) {
            return estimate;
        }
        if (ends.contains(0)) {
            return estimate + " by the estimate, but the data do not tell whether it grows at all: 95% from "
                    + end("halving", ends.low()) + " to " + end("doubling", ends.high());
        }
        double fast = Math.min(months(ends.low()), months(ends.high()));
        double slow = Math.max(months(ends.low()), months(ends.high()));
        return estimate + ", 95% " + text(fast, years) + " to " + text(slow, years);
    }

    private String end(String how, double slope) {
        double months = months(slope);
        boolean years = months >= LONG;
        return slope == 0 ? "no change" : how + " every " + text(months, years) + (years ? " years" : " months");
    }

    /** For a doubling, or for halving where it falls: log(2) over what the logarithm grows by in a month. */
    private double months(double a) {
        return Math.log(2) / (Math.abs(a) * Math.log(log.base())) * MONTHS;
    }

    private static String text(double months, boolean years) {
        return NumberForm.TENTHS.text(years ? months / MONTHS : months);
    }
}
