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

    /** What all candidates begin with, in the case of the first; empty where they share nothing. */
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
}
