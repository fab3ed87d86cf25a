package llmq.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import llmq.catalog.Catalog;
import llmq.catalog.CatalogAudit;
import llmq.catalog.CatalogReader;
import llmq.command.Programs;
import llmq.command.Setting;
import llmq.command.Settings;
import llmq.command.SettingsFile;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;
import llmq.repl.Terminals;
import llmq.session.Page;
import llmq.text.Theme;
import llmq.value.Dates;

/** {@code llmq --doctor}: what llmq finds around it, and what is wrong with that. */
final class Doctor {
    private static final int OLDEST_JAVA = 17;
    private static final int NARROW = 40;

    private final World world;
    private final CommandLine line;
    private final Machine machine;
    private final Page page = Page.of();
    private final List<String> wrong = new ArrayList<>();

    Doctor(World world, CommandLine line, Machine machine) {
        this.world = world;
        this.line = line;
        this.machine = machine;
    }

    /** Prints what it finds; the exit status, which is a failure where something is wrong. */
    int examine(Printing printing, Interpreter interpreter) {
        page.add("llmq", Version.current());
        java();
        archive();
        terminal();
        catalog();
        Settings settings = settings();
        programs(settings);
        start(settings, interpreter);
        history();
        lessons();
        for (int i = 0; i < wrong.size(); i++) {
            page.add(i == 0 ? "wrong" : "", wrong.get(i));
        }
        if (wrong.isEmpty()) {
            page.add("wrong", "nothing");
        }
        printing.result(page.page(null), 0, Cancel.never());
        return wrong.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private void java() {
        page.add("Java", machine.version() + " of " + machine.vendor() + ", in " + machine.home());
        page.add("machine", machine.processors() + (machine.processors() == 1 ? " processor" : " processors") + ", "
                + machine.memory() / (1 << 20) + " MB of memory for Java at most");
        int end = 0;
        while (end < machine.version().length() && Character.isDigit(machine.version().charAt(end))) {
            end++;
        }
        if (end > 0 && Integer.parseInt(machine.version().substring(0, end)) < OLDEST_JAVA) {
            wrong.add("Java " + OLDEST_JAVA + " or later is needed");
        }
    }

    private void archive() {
        String file = machine.option("-XX:SharedArchiveFile");
        file = file == null ? machine.option("-XX:AOTCache") : file;
        String found;
        if (file != null && Files.isRegularFile(Path.of(file))) {
            found = (machine.sharing() ? "in use: " : "not taken by this Java: ") + file;
            if (!machine.sharing()) {
                wrong.add("the start-up archive is not taken; remove it, and the next start makes another: " + file);
            }
        } else if (file != null) {
            found = "gone: " + file;
        } else if ("no".equals(world.variable("LLMQ_ARCHIVE"))) {
            found = "switched off by LLMQ_ARCHIVE=no";
        } else if (machine.option("-Dllmq.terminals") == null) {
            found = "none, as llmq was not started by scripts/llmq";
        } else {
            found = "none yet: a start makes one for the next";
            if (Places.cache(world) == null) {
                wrong.add("there is no home folder to keep a start-up archive in; HOME or XDG_CACHE_HOME names one");
            } else if (!isFolder(Places.cache(world))) {
                found = "none";
                wrong.add("there can be no start-up archive in " + Places.cache(world)
                        + ", which cannot be written; XDG_CACHE_HOME names another folder");
            }
        }
        page.add("start-up archive", found);
    }

    /** Whether it is a folder that can be written into, or could be made. */
    private static boolean isFolder(Path folder) {
        Path place = folder.toAbsolutePath();
        while (place != null && !Files.exists(place)) {
            place = place.getParent();
        }
        return place != null && Files.isDirectory(place) && Files.isWritable(place);
    }

    private void terminal() {
        World.Terminals terminals = world.terminals();
        String kind = world.variable("TERM");
        List<String> streams = new ArrayList<>();
        if (terminals.in()) {
            streams.add("input");
        }
        if (terminals.out()) {
            streams.add("output");
        }
        if (terminals.err()) {
            streams.add("errors");
        }
        page.add("terminal", (streams.isEmpty() ? "none" : "for " + String.join(", ", streams))
                + (kind == null ? "; TERM is not set" : "; TERM=" + kind));
        page.add("window", terminals.columns() == 0 ? "of no known width, so that tables are as wide as they are"
                : terminals.columns() + " columns, " + terminals.rows() + " rows");
        page.add("encoding", (world.unicode() ? "UTF-8" : "not UTF-8, so that boxes are ASCII") + locale());
        page.add("colour", colour(terminals));
        if (line.has(Option.PLAIN)) {
            page.add("plain", "on, by " + Option.PLAIN.word());
        }
        if (terminals.out() && terminals.columns() > 0 && terminals.columns() < NARROW) {
            wrong.add("the window has fewer than " + NARROW + " columns, which most tables need");
        }
        if (terminals.out() && !world.unicode()) {
            wrong.add("the locale is not UTF-8; names with other letters may not show: LANG=C.UTF-8 changes that");
        }
    }

    private String locale() {
        String told = machine.option("-Dllmq.charset");
        if (told != null) {
            return "; the locale is " + told;
        }
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            if (world.variable(name) != null) {
                return "; " + name + "=" + world.variable(name);
            }
        }
        return "; no locale is set";
    }

    private String colour(World.Terminals terminals) {
        Theme theme = Theme.choose(Theme.Color.AUTO, world.environment(), terminals.out());
        if (!theme.isNone()) {
            return theme == Theme.LIGHT ? "for a light background, by COLORFGBG" : "for a dark background";
        }
        return "none, as " + (!terminals.out() ? "the output is no terminal"
                : world.variable("NO_COLOR") != null ? "NO_COLOR is set" : "TERM or CLICOLOR says so");
    }

    private void catalog() {
        String folder = line.value(Option.CATALOG);
        Catalog catalog = folder == null ? Catalog.builtIn() : Catalog.read(ScriptFile.path(folder, world));
        page.add("catalog", catalog.version() + (folder == null ? ", built in" : " of " + folder) + "; "
                + catalog.models().rows() + " models, collected " + Dates.format(catalog.collected()));
        if (folder == null) {
            page.add("audit", "part of the build, which refuses a catalog with faults");
            return;
        }
        List<CatalogAudit.Finding> findings = CatalogAudit.check(CatalogReader.read(ScriptFile.path(folder, world)),
                LocalDate.now(world.clock()));
        page.add("audit", findings.isEmpty() ? "nothing found" : findings.size() + " found");
        if (!findings.isEmpty()) {
            wrong.add("the catalog has faults: llmq check --catalog " + folder + " lists them");
        }
    }

    private Settings settings() {
        SettingsFile file = Places.settings(world);
        if (file == null) {
            page.add("settings", "not kept: there is no home folder");
            return Settings.usual();
        }
        SettingsFile.Read read = file.read(Settings.usual());
        List<String> set = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            if (read.settings().isSet(setting)) {
                set.add(setting.word() + " = " + read.settings().written(setting));
            }
        }
        page.add("settings", file.path() + (!Files.exists(file.path()) ? ", which is not there: all are usual"
                : set.isEmpty() ? ": all are usual" : "\n" + String.join("\n", set)));
        wrong.addAll(read.warnings());
        return read.settings();
    }

    private void programs(Settings settings) {
        List<String> editor = Programs.editor(settings, world::variable);
        List<String> pager = Programs.pager(settings, world::variable);
        page.add("editor", editor.isEmpty() ? "the one that is built in" : String.join(" ", editor));
        page.add("pager", pager.isEmpty() ? "none" : String.join(" ", pager));
        if (!editor.isEmpty() && !Programs.isThere(editor.get(0), world.variable("PATH"))) {
            wrong.add("the editor " + editor.get(0) + " is not on the PATH");
        }
        if (!pager.isEmpty() && !Programs.isThere(pager.get(0), world.variable("PATH"))) {
            wrong.add("the pager " + pager.get(0) + " is not on the PATH");
        }
    }

    private void start(Settings settings, Interpreter interpreter) {
        String start = settings.get(Setting.START);
        page.add("start-up script", start);
        if (start.equals(Setting.START.usual()) || line.has(Option.SANDBOX)) {
            return;
        }
        try {
            for (Diagnostic diagnostic : interpreter.check(ScriptFile.file(start, world))) {
                wrong.add("the start-up script does not check: " + diagnostic.message());
            }
        } catch (LlmqException e) {
            wrong.add("the start-up script: " + e.getMessage());
        }
    }

    private void history() {
        Path history = Places.history(world);
        if (history == null) {
            page.add("history", "not kept: there is no home folder");
            return;
        }
        String trouble = Files.isDirectory(history.getParent()) ? Terminals.trouble(history)
                : isFolder(history.getParent()) ? null : "cannot be written";
        page.add("history", history + (Files.exists(history) ? "" : ", which is not there yet"));
        if (trouble != null) {
            wrong.add("the history is not kept: " + history + " " + trouble);
        }
    }

    private void lessons() {
        Path file = Places.lessons(world);
        if (file == null) {
            page.add("lessons", "how far they have come is not kept: there is no home folder");
            return;
        }
        page.add("lessons", file + (Files.exists(file) ? "" : ", which is not there yet"));
        wrong.addAll(Places.progress(world, false).troubles());
    }
}
