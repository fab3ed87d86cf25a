package llmq.function;

/**
 * The bodies of the scalar functions. One class with one switch, not a lambda for each: a lambda costs start-up, and
 * the loop inside each case is what a compiler can make fast.
 */
enum Pointwise implements ScalarFunction.Body {
    LOG10, LN, LOG2, EXP, SQRT, ABS, ROUND, FLOOR, CEIL, MIN, MAX, YEAR, MONTH;

    private static final double LN_2 = Math.log(2);
    private static final double SQRT_2 = Math.sqrt(2);
    /** From here on a double has no fraction. */
    private static final double ALL_WHOLE = 0x1p52;

    @Override
    public void apply(double[][] arguments, double[] out, int n) {
        double[] x = arguments[0];
        switch (this) {
            case LOG10 -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.log10(x[i]);
                }
            }
            case LN -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.log(x[i]);
                }
            }
            case LOG2 -> {
                for (int i = 0; i < n; i++) {
                    out[i] = log2(x[i]);
                }
            }
            case EXP -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.exp(x[i]);
                }
            }
            case SQRT -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.sqrt(x[i]);
                }
            }
            case ABS -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.abs(x[i]);
                }
            }
            case ROUND -> round(x, arguments.length > 1 ? arguments[1] : null, out, n);
            case FLOOR -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.floor(x[i]);
                }
            }
            case CEIL -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.ceil(x[i]);
                }
            }
            case MIN -> {
                System.arraycopy(x, 0, out, 0, n);
                for (int k = 1; k < arguments.length; k++) {
                    double[] y = arguments[k];
                    for (int i = 0; i < n; i++) {
                        out[i] = Math.min(out[i], y[i]);
                    }
                }
            }
            case MAX -> {
                System.arraycopy(x, 0, out, 0, n);
                for (int k = 1; k < arguments.length; k++) {
                    double[] y = arguments[k];
                    for (int i = 0; i < n; i++) {
                        out[i] = Math.max(out[i], y[i]);
                    }
                }
            }
            case YEAR -> {
                for (int i = 0; i < n; i++) {
                    out[i] = yearAndMonth(x[i], true);
                }
            }
            case MONTH -> {
                for (int i = 0; i < n; i++) {
                    out[i] = yearAndMonth(x[i], false);
                }
            }
        }
    }

    /** Exact for powers of two, which ln(x) / ln(2) is not. */
    static double log2(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        boolean subnormal = x < Double.MIN_NORMAL;
        double normal = subnormal ? x * 0x1p54 : x;
        int exponent = Math.getExponent(normal);
        double rest = Math.scalb(normal, -exponent);
        if (rest > SQRT_2) {
            rest /= 2;
            exponent++;
        }
        return exponent - (subnormal ? 54 : 0) + Math.log(rest) / LN_2;
    }

    private static void round(double[] x, double[] digits, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = digits == null ? round(x[i]) : round(x[i], digits[i]);
        }
    }

    /** To the nearest whole number, halves away from zero. */
    static double round(double x) {
        double size = Math.abs(x);
        if (!(size < ALL_WHOLE)) {
            return x;
        }
        double below = Math.floor(size);
        double rounded = size - below >= 0.5 ? below + 1 : below;
        return x < 0 ? 0 - rounded : rounded;
    }

    static double round(double x, double digits) {
        if (digits != digits) {
            return Double.NaN;
        }
        double places = Math.rint(digits);
        double factor = Math.pow(10, Math.abs(places));
        if (places < 0) {
            return factor > Double.MAX_VALUE ? x * 0 : round(x / factor) * factor;
        }
        double scaled = x * factor;
        return Math.abs(scaled) < ALL_WHOLE ? round(scaled) / factor : x;
    }

    /**
     * Year, or month from 1, of a day since 1970-01-01 in the proleptic Gregorian calendar. Years are counted from
     * March, so that the leap day is the last of a year, in cycles of 400 years, each of 146,097 days.
     */
    static double yearAndMonth(double days, boolean year) {
        if (!(Math.abs(days) < 1e12)) {
            return Double.NaN;
        }
        long sinceMarch0 = (long) Math.floor(days) + 719_468;
        long cycle = Math.floorDiv(sinceMarch0, 146_097L);
        int dayOfCycle = (int) (sinceMarch0 - cycle * 146_097);
        int yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365;
        int dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        return year ? cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0) : month;
    }
}
