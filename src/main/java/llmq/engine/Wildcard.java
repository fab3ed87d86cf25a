package llmq.engine;

/** A pattern of {@code like}: {@code *} is any text, {@code ?} any one character, and case does not matter. */
final class Wildcard {
    private final int[] pattern;

    Wildcard(String pattern) {
        this.pattern = folded(pattern);
    }

    boolean matches(String value) {
        int[] text = folded(value);
        int at = 0;
        int p = 0;
        // Where the last star stood, and how far it reaches by now.
        int star = -1;
        int reach = 0;
        while (at < text.length) {
            if (p < pattern.length && pattern[p] == '*') {
                star = p++;
                reach = at;
            } else if (p < pattern.length && (pattern[p] == '?' || pattern[p] == text[at])) {
                p++;
                at++;
            } else if (star >= 0) {
                p = star + 1;
                at = ++reach;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == '*') {
            p++;
        }
        return p == pattern.length;
    }

    private static int[] folded(String text) {
        int[] points = new int[text.codePointCount(0, text.length())];
        int at = 0;
        for (int i = 0; i < points.length; i++) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            points[i] = Character.toLowerCase(Character.toUpperCase(point));
        }
        return points;
    }
}
