package llmq.figure;

import java.awt.Font;
import java.awt.Graphics2D;

/** A text whose exponents, {@code 10²³}, are drawn as raised digits: the fonts do not have a sign for each. */
final class PowerText {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
    private static final String PLAIN = "0123456789−";
    private static final double SMALL = 0.72;
    /** How far an exponent is raised, in heights of a capital. */
    private static final double RAISE = 0.5;
    /** Height of a capital, as a share of the size. */
    static final double CAPITAL = 0.72;

    private PowerText() {
    }

    /** With digits that are not raised. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            int raised = RAISED.indexOf(plain.charAt(i));
            if (raised >= 0) {
                plain.setCharAt(i, PLAIN.charAt(raised));
            }
        }
        return plain.toString();
    }

    static double width(String text, Font font) {
        return run(null, text, font, 0, 0);
    }

    /** @param x of the left end @param y of the line that the text stands on */
    static void draw(Graphics2D g, String text, Font font, double x, double y) {
        run(g, text, font, x, y);
    }

    private static double run(Graphics2D g, String text, Font font, double x, double y) {
        double width = 0;
        int start = 0;
        while (start < text.length()) {
            boolean raised = RAISED.indexOf(text.charAt(start)) >= 0;
            StringBuilder part = new StringBuilder();
            int end = start;
            while (end < text.length() && RAISED.indexOf(text.charAt(end)) >= 0 == raised) {
                char c = text.charAt(end++);
                part.append(raised ? PLAIN.charAt(RAISED.indexOf(c)) : c);
            }
            Font own = raised ? font.deriveFont((float) (font.getSize2D() * SMALL)) : font;
            if (g != null) {
                g.setFont(own);
                g.drawString(part.toString(), (float) (x + width),
                        (float) (raised ? y - RAISE * CAPITAL * font.getSize2D() : y));
            }
            width += Fonts.width(own, part.toString());
            start = end;
        }
        return width;
    }
}
