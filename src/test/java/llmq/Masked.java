package llmq;

import java.util.regex.Pattern;

/** Expectations with an N for each figure that follows from the catalog: that grows. */
public final class Masked {
    private Masked() {
    }

    /** What was printed; where it is what is expected but for whole numbers in place of N, what is expected. */
    public static String like(String expected, String printed) {
        String pattern = Pattern.quote(expected).replaceAll("\\bN\\b", "\\\\E[0-9]+\\\\Q");
        return Pattern.compile(pattern).matcher(printed).matches() ? expected : printed;
    }
}
