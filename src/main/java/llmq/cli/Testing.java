package llmq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import llmq.catalog.Catalog;
import llmq.command.Host;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.document.Document;
import llmq.document.DocumentReader;
import llmq.document.Fence;
import llmq.document.Recording;
import llmq.engine.Cancel;
import llmq.lesson.LessonReader;
import llmq.session.Session;
import llmq.value.WholeNumber;

/**
 * {@code llmq test}: runs scripts and Markdown documents, and holds what they print against what they say they print.
 */
final class Testing {
    private static final String CONTINUED = "console continued";
    private static final String NOTHING = "nothing recorded to compare";

    private final World world;
    private final Printing printing;
    private final Catalog catalog;
    private final boolean sandbox;
    private final boolean accept;

    Testing(World world, Printing printing, Catalog catalog, CommandLine line) {
        this.world = world;
        this.printing = printing;
        this.catalog = catalog;
        this.sandbox = line.has(Option.SANDBOX);
        this.accept = line.has(Option.ACCEPT);
    }

    /** The exit status: 1 where something differs or fails, 2 where a text does not check. */
    int run(List<String> files) {
        int status = ExitStatus.DONE;
        for (String file : files) {
            try {
                if (accept) {
                    ScriptFile.mustBePlain(file, world);
                }
                SourceText text = ScriptFile.read(file, world);
                status = Math.max(status, file.endsWith(".md") ? markdown(file, text) : script(file, text));
            } catch (LlmqException e) {
                status = Math.max(status, printing.failure(e));
            }
        }
        return status;
    }

    private int script(String file, SourceText text) {
        Document document = DocumentReader.read(text);
        Interpreter interpreter = new Interpreter(world, printing, Session.start(catalog), sandbox);
        Recording recording = interpreter.play(document);
        if (recording.failure() != null) {
            throw recording.failure();
        }
        String ran = counted(recording.statements(), "statement") + " ran, "
                + (recording.recorded() == 0 ? NOTHING : counted(recording.recorded(), "recorded output"));
        if (LessonReader.isLesson(document)) {
            List<Diagnostic> faults = interpreter.check(text);
            if (!faults.isEmpty()) {
                throw new LlmqException(faults);
            }
            ran += ", " + counted(LessonReader.read(document).exercises().size(), "exercise") + " tried";
        }
        return tell(file, text, ran, recording.recorded(), recording.differences(), recording.renewed());
    }

    /** @param compared how many outputs the text has */
    private int tell(String file, SourceText text, String ran, int compared, List<Recording.Difference> differences,
            String renewed) {
        if (accept && !renewed.equals(text.text())) {
            ScriptFile.replace(text, renewed, world);
            printing.message(file + ": " + ran + ", " + differences.size() + " written anew");
            return ExitStatus.DONE;
        }
        for (Recording.Difference difference : differences) {
            printing.out().line(file + ":" + difference.line() + " prints something else: - recorded, + now");
            for (String line : difference.lines()) {
                printing.out().line(line.isEmpty() ? line : "  " + line);
            }
        }
        printing.message(file + ": " + ran + (compared == 0 ? "" : differences.isEmpty() ? ", nothing differs"
                : ", " + differences.size() + " differ; llmq test --accept " + file + " writes them anew"));
        return differences.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private int markdown(String file, SourceText text) {
        List<String> lines = new ArrayList<>(text.text().lines().toList());
        List<Recording.Difference> differences = new ArrayList<>();
        List<Diagnostic> failures = new ArrayList<>();
        List<Fence> renewed = new ArrayList<>();
        ConsoleRecord transcript = null;
        int ran = 0;
        int compared = 0;
        List<String> passed = new ArrayList<>();
        for (Fence fence : Fence.of(text)) {
            String info = fence.info();
            if (info.equals("llmq") || info.startsWith("llmq error ")) {
                ran++;
                example(fence, text, failures);
            } else if (info.startsWith("console") && isConsole(info) && ConsoleRecord.isOwn(fence.lines())) {
                ran++;
                compared++;
                transcript = transcript == null || !info.equals(CONTINUED) ? transcript(info) : transcript;
                List<String> now = transcript.anew(fence.lines());
                if (accept && !ConsoleRecord.isRecordable(fence.lines(), now)) {
                    failures.add(Diagnostic.at(ErrorCode.E504, text, fence.place(text), "what this block prints"
                            + " would end it, or be taken for what was typed", "it cannot be written into Markdown"));
                } else if (!now.equals(fence.lines())) {
                    differences.add(new Recording.Difference(fence.first() + 1, fence.lines(), now));
                    renewed.add(new Fence(info, fence.first(), now));
                }
            } else {
                passed.add(Integer.toString(fence.first()));
            }
        }
        if (!failures.isEmpty()) {
            throw new LlmqException(failures);
        }
        for (int i = renewed.size() - 1; i >= 0; i--) {
            Fence fence = renewed.get(i);
            int end = fence.first() + differences.get(i).recorded().size();
            lines.subList(fence.first(), end).clear();
            lines.addAll(fence.first(), fence.lines());
        }
        String newline = text.text().contains("\r\n") ? "\r\n" : "\n";
        String blocks = counted(ran, "block") + " ran, " + (compared == 0 ? NOTHING : compared + " with output")
                + (passed.isEmpty() ? "" : ", " + passed.size() + " of another kind (line"
                        + (passed.size() == 1 ? " " : "s ") + String.join(", ", passed) + ")");
        return tell(file, text, blocks, compared, differences, renewed.isEmpty() ? text.text()
                : String.join(newline, lines) + (text.text().endsWith("\n") ? newline : ""));
    }

    private static boolean isConsole(String info) {
        return info.equals("console") || info.equals(CONTINUED) || size(info) != null;
    }

    /** Columns and rows of a block {@code console 80x24}; {@code null} where there is no such size. */
    private static int[] size(String info) {
        int space = info.indexOf(' ');
        int by = info.indexOf('x', space + 1);
        if (space < 0 || by < 0) {
            return null;
        }
        int columns = WholeNumber.of(info.substring(space + 1, by));
        int rows = WholeNumber.of(info.substring(by + 1));
        return columns <= 0 || rows <= 0 ? null : new int[] {columns, rows};
    }

    private ConsoleRecord transcript(String info) {
        int[] size = size(info);
        return size == null ? new ConsoleRecord(world, catalog, sandbox, Recording.COLUMNS, Recording.ROWS)
                : new ConsoleRecord(world, catalog, sandbox, size[0], size[1]);
    }

    /** Runs a block of statements, which should do so without an error, or with just those that it names. */
    private void example(Fence fence, SourceText text, List<Diagnostic> failures) {
        SourceText body = SourceText.of(fence.body());
        String wanted = fence.info().substring("llmq".length()).strip();
        Span place = fence.place(text);
        try {
            new Interpreter(world, printing, Session.start(catalog), sandbox).run(body, Map.of(), Host.Telling.NOTHING,
                    Cancel.never(), Host.Follower.NONE);
            if (!wanted.isEmpty()) {
                failures.add(Diagnostic.at(ErrorCode.E504, text, place, "this block runs without an error, though it is"
                        + " marked '" + wanted + "'"));
            }
        } catch (LlmqException e) {
            List<String> codes = new ArrayList<>();
            for (Diagnostic diagnostic : e.diagnostics()) {
                if (!codes.contains(diagnostic.code().name())) {
                    codes.add(diagnostic.code().name());
                }
            }
            if (!wanted.equals("error " + String.join(" ", codes))) {
                Diagnostic first = e.diagnostics().get(0);
                failures.add(Diagnostic.at(ErrorCode.E504, text, place, "this block fails: " + first.code() + ", "
                        + first.message(), first.help().toArray(new String[0])));
            }
        }
    }
}
