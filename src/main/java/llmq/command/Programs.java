package llmq.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Which other programs the terminal is lent to. */
public final class Programs {
    private static final List<String> LESS = List.of("less", "-FRX");

    private Programs() {
    }

    /** Deletes what was made for one of them, as far as it can be. @param file or an empty folder, or {@code null} */
    static void discard(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // It is left to the system, which clears its folder for such files.
        }
    }

    /**
     * The editor and its options; empty for the one that is built in.
     *
     * @param variables of the environment, {@code null} for one that is not set
     */
    public static List<String> editor(Settings settings, UnaryOperator<String> variables) {
        String editor = settings.get(Setting.EDITOR);
        if (editor.equals(Setting.EDITOR.usual())) {
            String visual = variables.apply("VISUAL");
            editor = visual != null ? visual : variables.apply("EDITOR");
        }
        return editor == null || editor.isBlank() ? List.of() : words(editor);
    }

    /** The pager and its options; empty for none. @param variables as of {@link #editor} */
    public static List<String> pager(Settings settings, UnaryOperator<String> variables) {
        String set = settings.get(Setting.PAGER);
        if (set.equals("off")) {
            return List.of();
        }
        String wanted = set.equals(Setting.PAGER.usual()) ? variables.apply("PAGER") : set;
        if (wanted != null && !wanted.isBlank()) {
            return wanted.strip().equals("less") ? less(variables) : words(wanted);
        }
        return isThere("less", variables.apply("PATH")) ? less(variables) : List.of();
    }

    /** Whether a program can be started. @param path the folders to look in; {@code null} for none */
    public static boolean isThere(String program, String path) {
        if (program.indexOf('/') >= 0 || program.indexOf(File.separatorChar) >= 0) {
            return isExecutable(program);
        }
        for (String folder : path == null ? new String[0] : path.split(File.pathSeparator)) {
            if (!folder.isEmpty() && (isExecutable(folder + "/" + program)
                    || isExecutable(folder + "/" + program + ".exe"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExecutable(String file) {
        try {
            return Files.isExecutable(Path.of(file)) && !Files.isDirectory(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static List<String> words(String command) {
        return List.of(command.strip().split("\\s+"));
    }

    /** The pager as it is started: where its options are ours, it says at the foot how to leave it. */
    static List<String> started(List<String> pager, String path) {
        if (!pager.equals(LESS) || isSmall("less", path)) {
            return pager;
        }
        List<String> told = new ArrayList<>(pager);
        told.add("-PsSpace goes on, q leaves?e (this is the end).");
        return told;
    }

    /** Whether a program is one of many names of busybox, whose programs know few options. */
    private static boolean isSmall(String program, String path) {
        for (String folder : path == null ? new String[0] : path.split(File.pathSeparator)) {
            if (!folder.isEmpty() && isExecutable(folder + "/" + program)) {
                try {
                    return Path.of(folder, program).toRealPath().endsWith("busybox");
                } catch (IOException | InvalidPathException e) {
                    return true;
                }
            }
        }
        return true;
    }

    /**
     * Unless its own variable says otherwise, it passes colours through, leaves what it showed on the screen, and ends
     * at once where all of it fits.
     */
    private static List<String> less(UnaryOperator<String> variables) {
        return variables.apply("LESS") == null ? LESS : List.of("less");
    }
}
