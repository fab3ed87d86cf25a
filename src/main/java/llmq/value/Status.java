package llmq.value;

import java.util.Locale;

/** How far a figure can be relied on, strongest first; what is computed carries the weakest of its inputs. */
public enum Status {
    /** Published by the makers, or measured and published. */
    REPORTED,
    /** Computed by a stated formula from reported figures: flops as 6 · active_params · tokens. */
    DERIVED,
    /** Published by someone else as an estimate, or inferred. */
    ESTIMATED,
    /** Put in by the user with {@code assume}. */
    ASSUMED;

    private static final Status[] ALL = values();

    public static Status of(int ordinal) {
        return ALL[ordinal];
    }

    public Status weakest(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Printed with {@code ~}. */
    public boolean isRough() {
        return this == ESTIMATED || this == ASSUMED;
    }

    /** As it stands in the catalog's files and in results: {@code reported}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
