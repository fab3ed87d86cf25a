package llmq;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import llmq.cli.World;
import llmq.repl.HiddenPrompt;

/**
 * A run that meets the classes that usual queries need, from which the launcher makes its start-up archive. Nothing
 * of it is printed.
 */
final class ArchiveRun {
    /** As many kinds of statement and of clause as can be; each is run by itself, since one may fail. */
    private static final String[] STATEMENTS = {
        "rank models where tokens < 3T by mmlu/flops top 5",
        "rank models where open and tokens between 1T and 3T by skill(mmlu) asc, params per family top 2 show org",
        "rank models by mmlu top 5 with intervals",
        "list models where name like 'Llama*' and released < 2024-05 sort by released desc top 3 show name, released",
        "list hardware",
        "list scores where model in ('DBRX Base') top 2",
        "summarize models where params < 70B show count(), avg(mmlu), max(mmlu), best(mmlu) per family",
        "compare DBRX, \"Llama 2 70B\"",
        "frontier mmlu against flops where open with dominated",
        "trace flops of DBRX",
        "describe",
        "describe mmlu",
        "describe E101",
        "explain rank models where open by mmlu top 3",
        "let efficiency = skill(mmlu) / flops rank models by efficiency top 2",
        "let f(x) = x / 2 let big = models where params > 70B list big show name, f(params) top 2",
        "param n = 3; assert n < 4 \"small\"; n + 1",
        "flops of DBRX / (1000 * 400 TFLOP/s) in days",
        "avg(mmlu of models where open)",
        "assume tokens of \"Mixtral 8x7B\" = 8T trace tokens of \"Mixtral 8x7B\"",
        "rank models where open by mmlu top 20 | summarize show count() per family",
        "require catalog 2026.01; round(2.5)",
        "assert 1 > 2",
        "list models where mmul > 3",
        "rank models were open",
    };
    /** Takes back what is typed. Ctrl-C would be a signal, which a terminal sends to those only that it controls. */
    private static final String CTRL_U = "\u0015";
    private static final String CTRL_D = "\u0004";
    private static final String UP = "\u001b[A";
    private static final String[] FORMATS = {"vertical", "csv", "json", "ndjson", "markdown", "tsv"};
    /** What is typed at the prompt; between two of these whoever types waits until nothing more is drawn. */
    private static final String[] KEYS = {
        "r", "ank models where tok", "\t", " < 3T by mmlu/flops top 5", "\r",
        "list models where mmul > 3\r", "\t", CTRL_U, "1 +\r", "2\r", "avg(mmlu of mod\t", CTRL_U,
        "rank models by mm", "\t", "\t", CTRL_U, "/h", "\t", "\r", "/set li\t", CTRL_U, UP, UP, CTRL_U, CTRL_D
    };

    private ArchiveRun() {
    }

    /**
     * @param kind {@code prompt} to type at a prompt, which {@code command} starts; anything else to run the rest in
     *             this process. Two archives, since Java 24 and later load all classes of one, needed or not
     */
    static void run(String kind, String[] command) {
        if (kind.equals("prompt")) {
            HiddenPrompt.run(List.of(command), List.of(KEYS));
            return;
        }
        run("--no-such-option");
        for (String statement : STATEMENTS) {
            run("-e", statement);
        }
        for (String format : FORMATS) {
            run("--format", format, "-e", STATEMENTS[0]);
        }
        run("--color", "always", "-e", STATEMENTS[0]);
    }

    private static void run(String... arguments) {
        World world = new World(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(),
                new ByteArrayOutputStream(), Map.of(), Clock.systemUTC(), Path.of(""), null, World.Terminals.NONE, true);
        Main.run(arguments, world);
    }
}
