package llmq.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import llmq.catalog.Catalog;
import llmq.catalog.CatalogAudit;
import llmq.catalog.CatalogReader;
import llmq.command.Host;
import llmq.command.Lessons;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.lesson.Course;
import llmq.lesson.Gaps;
import llmq.lesson.Lesson;
import llmq.lesson.Menu;
import llmq.render.ResultFiles;
import llmq.session.Session;

/** One run of llmq, from its arguments to its exit status. */
public final class Program {
    private final World world;
    private final Printing printing;

    private Program(World world) {
        this.world = world;
        this.printing = new Printing(world);
    }

    /** The exit status; see {@link ExitStatus}. */
    public static int run(List<String> arguments, World world) {
        return new Program(world).run(arguments);
    }

    private int run(List<String> arguments) {
        int status;
        try {
            CommandLine line = CommandLineParser.parse(arguments);
            printing.configure(line);
            status = dispatch(line);
            printing.out().flush();
        } catch (LlmqException e) {
            status = printing.failure(e);
        } catch (OutOfMemoryError e) {
            // While a text was read, or printed.
            status = printing.failure(Diagnostic.of(ErrorCode.E204, "this needs more memory than Java may use",
                    "allow more, for instance with LLMQ_JAVA_OPTIONS=-Xmx8g").toException());
        } catch (RuntimeException | Error e) {
            status = printing.crashed(e);
        }
        printing.err().flush();
        return status;
    }

    private int dispatch(CommandLine line) {
        if (line.has(Option.HELP)) {
            printing.out().write(line.command() == null ? HelpPage.text() : HelpPage.of(line.command(), world.unicode()));
            return ExitStatus.DONE;
        }
        if (line.has(Option.VERSION)) {
            printing.out().write("llmq " + Version.current() + ", catalog " + catalog(line).version() + ", Java "
                    + Runtime.version() + "\n");
            return ExitStatus.DONE;
        }
        if (line.has(Option.DOCTOR)) {
            return new Doctor(world, line, Machine.own()).examine(printing, interpreter(line));
        }
        if (line.command() == Command.FMT) {
            return new Formatting(world, printing).run(line);
        }
        if (line.command() == Command.CHECK) {
            return line.files().isEmpty() ? audit(line) : check(line);
        }
        if (line.command() == Command.HANDOUT) {
            return handout(line);
        }
        if (line.command() == Command.PRESENT && line.has(Option.NOTES)) {
            return new Following(world, printing, catalog(line), line).follow();
        }
        if (line.command() == Command.PRESENT) {
            return new Presenting(world, printing, catalog(line), line).present();
        }
        if (line.command() == Command.TEST) {
            return new Testing(world, printing, catalog(line), line).run(line.files());
        }
        if (line.command() == Command.LEARN) {
            return learn(line);
        }
        if (line.command() == Command.RUN) {
            return execute(line, ScriptFile.read(line.files().get(0), world));
        }
        if (line.statements() != null) {
            return execute(line, SourceText.of(line.statements()));
        }
        if (world.terminals().in()) {
            return new Conversation(world, printing, interpreter(line), catalog(line), line, null).hold();
        }
        return execute(line, ScriptFile.read(world.in()));
    }

    /** Lessons are learnt at the prompt; without a terminal there is the list of them. */
    private int learn(CommandLine line) {
        Interpreter interpreter = interpreter(line);
        Catalog catalog = catalog(line);
        String which = line.files().isEmpty() ? "" : line.files().get(0);
        Lesson own = null;
        if (Lessons.isFile(which)) {
            SourceText text = ScriptFile.lasting(which, world);
            own = interpreter.watched(Lessons.LOOKED_OVER, line.has(Option.SANDBOX), Cancel.never(),
                    workspace -> Lessons.own(text, Session.start(catalog), workspace));
        } else {
            Lessons.check(which);
        }
        if (world.terminals().in()) {
            return new Conversation(world, printing, interpreter, catalog, line, opening(which, own)).hold();
        }
        Menu menu = new Menu(Course.builtIn(), Places.progress(world, false));
        printing.out().write(menu.text(printing.style()));
        LlmqException without = Diagnostic.of(ErrorCode.E401, "a lesson needs a terminal, to type at its prompt",
                "llmq learn, there, begins where it was left").toException();
        if (!Lessons.isList(which)) {
            throw without;
        }
        printing.message(without.getMessage());
        return ExitStatus.DONE;
    }

    /** @param own {@code null} for one of the course, or the list of them */
    private static Conversation.Opening opening(String which, Lesson own) {
        return own == null ? (desk, cancel) -> desk.learn(which, cancel) : (desk, cancel) -> desk.learn(own, cancel);
    }

    private int execute(CommandLine line, SourceText text) {
        interpreter(line).run(text, line.parameters(), Host.Telling.UNNUMBERED, Cancel.never(), Host.Follower.NONE);
        return ExitStatus.DONE;
    }

    private int handout(CommandLine line) {
        String to = line.value(Option.TO);
        Lesson lesson = LessonFile.read(line.files().get(0), world);
        if (isSame(line.files().get(0), to)) {
            throw Diagnostic.of(ErrorCode.E302, "cannot write '" + to + "': it is the document itself",
                    "give the handout another name").toException();
        }
        String text = interpreter(line).handout(lesson, line.parameters(), to, line.has(Option.ANSWERS),
                "llmq " + Version.current() + ", catalog " + catalog(line).version());
        ResultFiles.save(text, ScriptFile.path(to, world), to);
        printing.message("wrote " + to);
        return ExitStatus.DONE;
    }

    private boolean isSame(String file, String other) {
        try {
            return Files.isSameFile(ScriptFile.path(file, world), ScriptFile.path(other, world));
        } catch (IOException e) {
            // One of them is not there.
            return false;
        }
    }

    private int check(CommandLine line) {
        Interpreter interpreter = interpreter(line);
        int status = ExitStatus.DONE;
        for (String file : line.files()) {
            try {
                SourceText text = ScriptFile.read(file, world);
                List<Diagnostic> found = interpreter.check(text);
                if (found.isEmpty()) {
                    printing.message(file + ": no errors");
                    Gaps.of(text).forEach(gap -> printing.message("note: " + file + ":" + gap));
                } else {
                    printing.failure(new LlmqException(found));
                    status = ExitStatus.WRONG;
                }
            } catch (LlmqException e) {
                status = Math.max(status, printing.failure(e));
            }
        }
        return status;
    }

    /** Findings are what was asked for, so they go to standard output. */
    private int audit(CommandLine line) {
        Path folder = ScriptFile.path(line.value(Option.CATALOG), world);
        List<CatalogAudit.Finding> findings = CatalogAudit.check(CatalogReader.read(folder), LocalDate.now(world.clock()));
        for (CatalogAudit.Finding finding : findings) {
            printing.out().line(finding.toString());
        }
        printing.message(findings.isEmpty() ? "nothing found" : findings.size() + " found");
        return findings.isEmpty() ? ExitStatus.DONE : ExitStatus.WRONG;
    }

    private Interpreter interpreter(CommandLine line) {
        return new Interpreter(world, printing, Session.start(catalog(line)), line.has(Option.SANDBOX));
    }

    private Catalog catalog(CommandLine line) {
        String folder = line.value(Option.CATALOG);
        return folder == null ? Catalog.builtIn() : Catalog.read(ScriptFile.path(folder, world));
    }
}
