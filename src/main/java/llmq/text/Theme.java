package llmq.text;

import java.util.Map;

/** The colours of the roles, as the escape sequences of ANSI terminals. */
public final class Theme {

    /** What {@code --color} says. */
    public enum Color {
        AUTO, ALWAYS, NEVER;

        /** The option of that word, without regard to case; {@code null} if there is none. */
        public static Color find(String word) {
            for (Color color : values()) {
                if (color.name().equalsIgnoreCase(word)) {
                    return color;
                }
            }
            return null;
        }
    }

    /**
     * Colours of series that people who confuse red with green can tell apart: the ones that M. Okabe and K. Ito
     * proposed in 2008, taken from the terminals' 256 and made lighter or darker as the background needs it; pictures in
     * files have the same in the same order.
     */
    private static final String DARK_SERIES = "38;5;74 38;5;209 38;5;36 38;5;175 38;5;214 38;5;153 38;5;168 38;5;185";
    private static final String LIGHT_SERIES = "38;5;25 38;5;166 38;5;29 38;5;132 38;5;136 38;5;31 38;5;89 38;5;58";
    private static final String PROJECTOR_SERIES =
            "1;38;5;27 1;38;5;130 1;38;5;28 1;38;5;163 1;38;5;94 1;38;5;31 1;38;5;132 1;38;5;64";

    /**
     * Colours in an order, each farther from the background than the one before, so that none but their brightness need
     * be seen: after “plasma” of N. Smith and S. van der Walt (2015).
     */
    private static final String DARK_STEPS = "38;5;61 38;5;98 38;5;134 38;5;170 38;5;175 38;5;215 38;5;221 38;5;229";
    private static final String LIGHT_STEPS = "38;5;172 38;5;166 38;5;162 38;5;126 38;5;90 38;5;54 38;5;18 38;5;17";
    private static final String PROJECTOR_STEPS =
            "1;38;5;57 1;38;5;92 1;38;5;127 1;38;5;162 1;38;5;161 1;38;5;167 1;38;5;166 1;38;5;172";

    /** No colour at all: not a single escape sequence. */
    public static final Theme NONE = new Theme(new String[Role.values().length]);
    public static final Theme DARK = colours("94", "93", "96", "91", "92", "95", "90", DARK_SERIES,
            DARK_STEPS);
    public static final Theme LIGHT = colours("34", "38;5;94", "38;5;24", "38;5;124", "38;5;22", "38;5;90",
            "38;5;241", LIGHT_SERIES, LIGHT_STEPS);

    /** Strong colours, half way between black and white, as it may show on either; no grey, which a projector loses. */
    public static final Theme PROJECTOR = colours("1;38;5;27", "1;38;5;130", "1;38;5;30", "1;38;5;160", "1;38;5;28",
            "1;38;5;163", null,
            PROJECTOR_SERIES, PROJECTOR_STEPS);

    private static final String END = "\u001b[0m";
    private static final String REVERSED = "\u001b[7m";

    private final String[] starts;

    private Theme(String[] starts) {
        this.starts = starts;
    }

    private static Theme colours(String blue, String yellow, String cyan, String red, String green, String purple,
            String grey, String series, String steps) {
        String[] starts = new String[Role.values().length];
        for (Role role : Role.values()) {
            String code = switch (role) {
                case HEADER -> "1";
                case UNIT, RULE, UNKNOWN, REMARK, PLACE, COMMENT -> grey;
                case NUMBER, NAME, SAID -> null;
                case ROUGH -> yellow;
                case BEST -> "1;" + green;
                case NOTE, HELP -> cyan;
                case ERROR, ERROR_SPOT -> "1;" + red;
                case PROMPT, KEYWORD -> blue;
                case FUNCTION -> purple;
                case LITERAL -> green;
                case FIGURE -> cyan;
                case MISTAKE -> "4;" + red;
                case BRACKET -> "1;" + blue;
                case SUGGESTION -> grey == null ? "2" : grey;
                case AXIS, BAND, REFERENCE, SERIES_REST -> grey;
                case AXIS_TEXT, LABEL -> null;
                case TREND -> "1";
                case FRONTIER -> red;
                case SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6, SERIES_7, SERIES_8 ->
                    code(series, role.ordinal() - Role.SERIES_1.ordinal());
                case STEP_1, STEP_2, STEP_3, STEP_4, STEP_5, STEP_6, STEP_7, STEP_8 ->
                    code(steps, role.ordinal() - Role.STEP_1.ordinal());
            };
            starts[role.ordinal()] = code == null ? null : "\u001b[" + code + "m";
        }
        return new Theme(starts);
    }

    /** The one of that number, from 0, in a list with spaces between. */
    private static String code(String codes, int index) {
        int start = 0;
        for (int i = 0; i < index; i++) {
            start = codes.indexOf(' ', start) + 1;
        }
        int end = codes.indexOf(' ', start);
        return codes.substring(start, end < 0 ? codes.length() : end);
    }

    /**
     * The theme to use. {@code always} and {@code never} are obeyed; {@code auto} colours a terminal unless NO_COLOR
     * is set, CLICOLOR is 0, or TERM is dumb or absent; CLICOLOR_FORCE or FORCE_COLOR colours even what is
     * no terminal. COLORFGBG tells a light background, where the terminal sets it.
     */
    public static Theme choose(Color option, Map<String, String> environment, boolean terminal) {
        if (option == Color.NEVER) {
            return NONE;
        }
        if (option == Color.AUTO) {
            boolean forced = isOn(environment, "CLICOLOR_FORCE") || isOn(environment, "FORCE_COLOR");
            if (!environment.getOrDefault("NO_COLOR", "").isEmpty()
                    || !forced && (!terminal || !isCapable(environment))) {
                return NONE;
            }
        }
        return isLight(environment.getOrDefault("COLORFGBG", "")) ? LIGHT : DARK;
    }

    /**
     * The theme of that word, where there is a terminal for it; colours that somebody asks for by name are not held
     * back by NO_COLOR, which its specification leaves to them.
     *
     * @param word {@code auto}, {@code light}, {@code dark}, {@code projector} or {@code none}
     * @param auto what {@code auto} stands for
     */
    public static Theme named(String word, Theme auto, Map<String, String> environment, boolean terminal) {
        if (word.equals("auto") || auto.isNone() && !(terminal && isCapable(environment))) {
            return auto;
        }
        return switch (word) {
            case "light" -> LIGHT;
            case "dark" -> DARK;
            case "projector" -> PROJECTOR;
            default -> NONE;
        };
    }

    private static boolean isOn(Map<String, String> environment, String variable) {
        String value = environment.getOrDefault(variable, "");
        return !value.isEmpty() && !value.equals("0") && !value.equals("false");
    }

    private static boolean isCapable(Map<String, String> environment) {
        if ("0".equals(environment.get("CLICOLOR"))) {
            return false;
        }
        String kind = environment.getOrDefault("TERM", "");
        // The terminals of Windows set no TERM; of these, Windows Terminal says who it is.
        return kind.isEmpty() ? environment.containsKey("WT_SESSION") : !kind.equals("dumb");
    }

    /** COLORFGBG is text colour; background colour, as numbers of the sixteen: 7 and 9 to 15 are light. */
    private static boolean isLight(String colours) {
        String background = colours.substring(colours.lastIndexOf(';') + 1);
        return switch (background) {
            case "7", "9", "10", "11", "12", "13", "14", "15" -> true;
            default -> false;
        };
    }

    public boolean isNone() {
        return this == NONE;
    }

    /** The text in the colour of its role. */
    public String paint(Role role, String text) {
        String start = starts[role.ordinal()];
        return start == null || text.isEmpty() ? text : start + text + END;
    }

    /** The text on a ground of the role's colour; as it is, without colours. */
    public String paintGround(Role role, String text) {
        String start = starts[role.ordinal()];
        return isNone() || text.isEmpty() ? text : REVERSED + (start == null ? "" : start) + text + END;
    }

    /** The escape sequence that begins the role's colour, {@code null} if it has none. */
    public String start(Role role) {
        return starts[role.ordinal()];
    }
}
