package llmq.figure;

/** How numbers, colours and texts are written in SVG and HTML: the same on every Java, in every locale. */
final class Svg {
    private static final double HUNDREDTHS = 100;

    private Svg() {
    }

    /** With two decimals at most. */
    static String number(double value) {
        long hundredths = Math.round(value * HUNDREDTHS);
        long size = Math.abs(hundredths);
        StringBuilder text = new StringBuilder(8);
        if (hundredths < 0) {
            text.append('-');
        }
        text.append(size / 100);
        int rest = (int) (size % 100);
        if (rest != 0) {
            text.append('.').append(rest / 10);
            if (rest % 10 != 0) {
                text.append(rest % 10);
            }
        }
        return text.toString();
    }

    /** {@code #0072b2}. */
    static String color(int rgb) {
        StringBuilder text = new StringBuilder("#");
        for (int shift = 20; shift >= 0; shift -= 4) {
            text.append(Character.forDigit(rgb >> shift & 0xf, 16));
        }
        return text.toString();
    }

    /** Fit to stand between tags and in quoted attributes; what XML cannot hold becomes a question mark. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n', '\r' -> escaped.append(' ');
                default -> escaped.append(isAllowed(text, i) ? c : '?');
            }
        }
        return escaped.toString();
    }

    private static boolean isAllowed(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c >= ' ' && c != '\uFFFE' && c != '\uFFFF' && (c < 0x7f || c > 0x9f);
    }
}
