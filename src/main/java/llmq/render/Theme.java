package llmq.render;

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

    /** No colour at all: not a single escape sequence. */
    public static final Theme NONE = new Theme(new String[Role.values().length]);
    public static final Theme DARK = colours("94", "93", "96", "91", "92", "95", "90");
    public static final Theme LIGHT = colours("34", "33", "36", "31", "32", "35", "90");

    /** Strong colours, and no grey, which a projector loses. */
    public static final Theme PROJECTOR = colours("1;34", "1;33", "1;36", "1;31", "1;32", "1;35", null);

    private static final String END = "\u001b[0m";

    private final String[] starts;

    private Theme(String[] starts) {
        this.starts = starts;
    }

    private static Theme colours(String blue, String yellow, String cyan, String red, String green, String purple,
            String grey) {
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
            };
            starts[role.ordinal()] = code == null ? null : "\u001b[" + code + "m";
        }
        return new Theme(starts);
    }

    /**
     * The theme to use. {@code always} and {@code never} are obeyed; {@code auto} colours a terminal unless NO_COLOR
     * is set, CLICOLOR is 0, or TERM is dumb or absent; CLICOLOR_FORCE colours even what is no terminal. COLORFGBG
     * tells a light background, where the terminal sets it.
     */
    public static Theme choose(Color option, Map<String, String> environment, boolean terminal) {
        if (option == Color.NEVER) {
            return NONE;
        }
        if (option == Color.AUTO) {
            String force = environment.getOrDefault("CLICOLOR_FORCE", "");
            boolean forced = !force.isEmpty() && !force.equals("0");
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

    /** The escape sequence that begins the role's colour, {@code null} if it has none. */
    public String start(Role role) {
        return starts[role.ordinal()];
    }
}
