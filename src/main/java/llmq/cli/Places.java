package llmq.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import llmq.command.Journal;
import llmq.command.SettingsFile;
import llmq.lesson.Progress;

/** Where llmq keeps what it keeps. */
final class Places {
    private Places() {
    }

    /** The file of settings; {@code null} where there is no place for it. */
    static SettingsFile settings(World world) {
        Path configuration = folder(world, Path.of(".config", "llmq"), "XDG_CONFIG_HOME", "APPDATA");
        return configuration == null ? null : new SettingsFile(configuration.resolve("settings"));
    }

    /** What was typed in earlier sessions; {@code null} where there is no place for it. */
    static Path history(World world) {
        Path state = state(world);
        return state == null ? null : state.resolve("history");
    }

    /** What worked in this session and those before; {@code null} where there is no place for it. */
    static Journal journal(World world) {
        Path state = state(world);
        return state == null ? null : new Journal(state.resolve("sessions"), world.clock().millis());
    }

    /** How far lessons have come. @param write whether the file is written, and not only read */
    static Progress progress(World world, boolean write) {
        return new Progress(lessons(world), write, world.clock());
    }

    /** The file that keeps that; {@code null} where there is no place for it. */
    static Path lessons(World world) {
        Path state = state(world);
        return state == null ? null : state.resolve("lessons");
    }

    /** By which a show tells a second window where it is; {@code null} where there is no place for it. */
    static Path show(World world, String document) {
        Path state = state(world);
        return state == null ? null : state.resolve("show-" + document);
    }

    /** Where the launcher keeps start-up archives; {@code null} where there is no place for them. */
    static Path cache(World world) {
        return folder(world, Path.of(".cache", "llmq"), "XDG_CACHE_HOME", "LOCALAPPDATA");
    }

    private static Path state(World world) {
        return folder(world, Path.of(".local", "state", "llmq"), "XDG_STATE_HOME", "LOCALAPPDATA");
    }

    /**
     * The folder that the first of those variables names that is set to an absolute path, as the XDG base directory
     * specification has it, and on Windows its own; else the usual one of the home. {@code null} without a home.
     */
    private static Path folder(World world, Path usual, String... variables) {
        for (String variable : variables) {
            String named = world.variable(variable);
            try {
                if (named != null && Path.of(named).isAbsolute()) {
                    return Path.of(named, "llmq");
                }
            } catch (InvalidPathException e) {
                // As if it were not set.
            }
        }
        Path home = world.home();
        // A home that does not exist is not made, as a system account's is not.
        return home == null || !Files.isDirectory(home) ? null : home.resolve(usual);
    }
}
