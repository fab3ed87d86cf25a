package llmq.cli;

import java.io.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
     * Whether the locale's character set is UTF-8.
     *
     * @param told what the launcher found in the locale's variables before it changed them; {@code null} without it
     */
    public static boolean unicode(String told, Map<String, String> environment) {
        String folded = locale(told, environment).toLowerCase(Locale.ROOT);
        return folded.contains("utf-8") || folded.contains("utf8") || folded.endsWith(".cp65001");
    }

    /**
     * What terminals read and write: as the locale has it, and UTF-8 where it names none or one that is not known
     * here, as most terminals do whatever is said of them.
     *
     * @param told as above
     */
    public static Charset charset(String told, Map<String, String> environment) {
        String locale = locale(told, environment);
        int point = locale.indexOf('.');
        int end = locale.indexOf('@');
        return point < 0 || unicode(told, environment) ? StandardCharsets.UTF_8
                : named(locale.substring(point + 1, end > point ? end : locale.length()).toLowerCase(Locale.ROOT));
    }

    /** That of a name; UTF-8 for ASCII and for what is not known here. */
    private static Charset named(String name) {
        try {
            // Some systems write iso88591, which Java knows as iso8859-1.
            Charset charset = Charset.forName(name.startsWith("iso8859") && name.indexOf('-') < 0
                    ? "iso8859-" + name.substring("iso8859".length()) : name);
            return charset.equals(StandardCharsets.US_ASCII) || !charset.canEncode() ? StandardCharsets.UTF_8
                    : charset;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** The first of these that says something; empty for none. */
    private static String locale(String told, Map<String, String> environment) {
        String charset = told;
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            if (charset == null || charset.isEmpty()) {
                charset = environment.get(name);
            }
        }
        return charset == null ? "" : charset;
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

    /** A stream that takes UTF-8, to a terminal that may read something else. */
    public static OutputStream encoded(OutputStream stream, boolean terminal, Charset charset) {
        return terminal && charset != StandardCharsets.UTF_8 ? new EncodedStream(stream, charset) : stream;
    }

    /**
     * What is known of the locale; empty for nothing. Where no variable names one, the code page of a console does.
     *
     * @param told     by the launcher; {@code null} without it
     * @param encoding what Java found, as the code page of Windows; {@code null} for nothing
     */
    public static String locale(String told, String encoding, Map<String, String> environment) {
        String locale = locale(told, environment);
        return locale.isEmpty() && encoding != null ? "." + encoding : locale;
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
