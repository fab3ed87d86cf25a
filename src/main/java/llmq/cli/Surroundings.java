package llmq.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import llmq.value.WholeNumber;

/**
 * Finds out about the terminal. The launcher knows, and says so in system properties; asking from within Java costs
 * time, or, with {@code System.console()}, depends on the version of Java. What stands here for a start without
 * the launcher is a guess.
 */
public final class Surroundings {
    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;

    private Surroundings() {
    }

    /**
     * @param told by the launcher: which of {@code i o e} (input, output, errors) are terminals, then the rows and
     *             columns of the screen where they are known, as in {@code "ioe 24 80"}; {@code null} without launcher
     */
    public static World.Terminals terminals(String told, Map<String, String> environment) {
        if (told == null) {
            boolean in = terminal(0);
            boolean out = terminal(1);
            boolean err = terminal(2);
            return out ? new World.Terminals(in, out, err, number(environment.get("COLUMNS"), USUAL_COLUMNS),
                    number(environment.get("LINES"), USUAL_ROWS)) : new World.Terminals(in, out, err, 0, 0);
        }
        int first = told.indexOf(' ');
        String streams = first < 0 ? told : told.substring(0, first);
        int rows = 0;
        int columns = 0;
        if (streams.indexOf('o') >= 0) {
            int second = first < 0 ? -1 : told.indexOf(' ', first + 1);
            rows = second < 0 ? USUAL_ROWS : number(told.substring(first + 1, second), USUAL_ROWS);
            columns = second < 0 ? USUAL_COLUMNS : number(told.substring(second + 1), USUAL_COLUMNS);
        }
        return new World.Terminals(streams.indexOf('i') >= 0, streams.indexOf('o') >= 0, streams.indexOf('e') >= 0,
                columns, rows);
    }

    /**
     * Whether the locale's character set is UTF-8, by the first of these that says something.
     *
     * @param told what the launcher found in the locale's variables before it changed them; {@code null} without it
     */
    public static boolean unicode(String told, Map<String, String> environment) {
        String charset = told;
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            if (charset == null || charset.isEmpty()) {
                charset = environment.get(name);
            }
        }
        if (charset == null) {
            return false;
        }
        String folded = charset.toLowerCase(Locale.ROOT);
        return folded.contains("utf-8") || folded.contains("utf8");
    }

    /**
     * The user's folder: the one that the environment names, as for the launcher's cache and other programs.
     *
     * @param otherwise what Java takes it to be, which it looks up elsewhere; {@code null} where it knows none
     */
    public static Path home(Map<String, String> environment, String otherwise) {
        String named = environment.get("HOME");
        String home = named == null || named.isEmpty() ? otherwise : named;
        try {
            return home == null || home.isEmpty() ? null : Path.of(home);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Where the system shows a process its streams as files, a terminal is known by the name of its device. */
    private static boolean terminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return console();
        }
    }

    /** Since Java 22 there is a console without a terminal too, and a question that Java 17 does not know. */
    private static boolean console() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static int number(String text, int otherwise) {
        int number = text == null ? -1 : WholeNumber.of(text);
        return number <= 0 ? otherwise : number;
    }
}
