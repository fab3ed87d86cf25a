package llmq.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether text can be read in the colours of a theme, by the contrast ratio of WCAG 2. The sixteen colours are the
 * terminal's own: those of xterm stand for them here, of which 4.5, the ratio for text, cannot be had of each.
 */
class ContrastTest {
    /** Of xterm: 30 to 37, then 90 to 97. */
    private static final int[] XTERM = {
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
        0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
    };
    /** For what is drawn and not read. */
    private static final double MARKS = 3;
    /** The end of an order that is nearest to the background, which marks tell as well. */
    private static final double STEPS = 2.8;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;

    /** The theme, its background, and the least ratio of any role. */
    @ParameterizedTest
    @CsvSource({"dark, 0, 3.9", "light, 16777215, 4.5", "projector, 0, 3.5", "projector, 16777215, 3.5"})
    void eachRoleCanBeRead(String name, int background, double least) {
        Theme theme = name.equals("dark") ? Theme.DARK : name.equals("light") ? Theme.LIGHT : Theme.PROJECTOR;
        StringBuilder poor = new StringBuilder();
        for (Role role : Role.values()) {
            double ratio = contrast(colour(theme.start(role), background == BLACK ? WHITE : BLACK), background);
            if (ratio < (role.name().startsWith("SERIES") ? MARKS : role.name().startsWith("STEP") ? STEPS : least)) {
                poor.append(role).append(' ').append(ratio).append('\n');
            }
        }
        assertTrue(poor.length() == 0, poor.toString());
    }

    /** The colour that a sequence sets; where it sets none, that of usual text. */
    private static int colour(String start, int usual) {
        if (start == null) {
            return usual;
        }
        int colour = usual;
        String[] codes = start.substring(2, start.length() - 1).split(";");
        for (int i = 0; i < codes.length; i++) {
            int number = Integer.parseInt(codes[i]);
            if (number == 38) {
                colour = ofMany(Integer.parseInt(codes[i + 2]));
                i += 2;
            } else if (number >= 90) {
                colour = XTERM[number - 90 + 8];
            } else if (number >= 30) {
                colour = XTERM[number - 30];
            }
        }
        return colour;
    }

    /** Of the 256: from 16 on a cube of six levels, from 232 on greys. */
    private static int ofMany(int number) {
        if (number >= 232) {
            return (8 + 10 * (number - 232)) * 0x010101;
        }
        int place = number - 16;
        return level(place / 36) << 16 | level(place / 6 % 6) << 8 | level(place % 6);
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }

    private static double contrast(int one, int other) {
        double bright = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (bright + 0.05) / (dark + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) + 0.0722 * linear(colour & 255);
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
