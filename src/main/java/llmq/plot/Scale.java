package llmq.plot;

/** How values lie along an axis. */
public enum Scale {
    LINEAR {
        @Override
        double place(double value) {
            return value;
        }

        @Override
        double value(double place) {
            return place;
        }
    },
    /** Equal steps for equal ratios; only what is above 0 has a place. */
    LOG {
        @Override
        double place(double value) {
            return Math.log10(value);
        }

        @Override
        double value(double place) {
            return Math.pow(10, place);
        }
    },
    /** Days since 1970-01-01, with ticks at the starts of years and months. */
    TIME {
        @Override
        double place(double value) {
            return value;
        }

        @Override
        double value(double place) {
            return place;
        }
    },
    /** The position of each value in a list: 0, 1, 2 …. */
    CATEGORY {
        @Override
        double place(double value) {
            return value;
        }

        @Override
        double value(double place) {
            return place;
        }
    };

    /** Where a value lies on a ruler with even marks; not finite where it has no place. */
    abstract double place(double value);

    /** The value at a place: the inverse of {@link #place}. */
    abstract double value(double place);
}
