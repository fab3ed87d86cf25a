package llmq.complete;

import java.util.List;

/**
 * All ways to go on.
 *
 * @param from       offset of what a candidate replaces
 * @param to         its end
 * @param candidates the likeliest kinds first
 */
public record Completion(int from, int to, List<Candidate> candidates) {
    public Completion {
        candidates = List.copyOf(candidates);
    }

    static Completion none(int caret) {
        return new Completion(caret, caret, List.of());
    }

    /** What all candidates begin with, in their case, or in that of the first where they differ; empty for nothing. */
    public String common() {
        if (candidates.isEmpty()) {
            return "";
        }
        String first = candidates.get(0).text();
        int length = first.length();
        for (Candidate candidate : candidates) {
            String other = candidate.text();
            int same = 0;
            while (same < Math.min(length, other.length())
                    && Character.toLowerCase(first.charAt(same)) == Character.toLowerCase(other.charAt(same))) {
                same++;
            }
            length = same;
        }
        return first.substring(0, length);
    }

    /**
     * What may be put in place of what is typed without choosing among several candidates: what all begin with, in
     * their case where they agree on it; {@code null} where that is no more than what is typed, or something else.
     */
    public String further(String typed) {
        String common = common();
        int quote = !common.isEmpty() && isQuote(common.charAt(0)) && (typed.isEmpty() || !isQuote(typed.charAt(0)))
                ? 1 : 0;
        if (typed.isEmpty() || common.length() - quote < typed.length()
                || !common.regionMatches(true, quote, typed, 0, typed.length())) {
            return null;
        }
        StringBuilder put = new StringBuilder(common);
        for (int i = 0; i < typed.length(); i++) {
            for (Candidate candidate : candidates) {
                if (candidate.text().charAt(i + quote) != common.charAt(i + quote)) {
                    put.setCharAt(i + quote, typed.charAt(i));
                }
            }
        }
        return put.toString().equals(typed) ? null : put.toString();
    }

    private static boolean isQuote(char character) {
        return character == '"' || character == '\'' || character == '`';
    }
}
