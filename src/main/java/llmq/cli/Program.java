package llmq.cli;

import java.io.PrintWriter;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.LlmqException;

/** One run of llmq, from its arguments to its exit status. */
public final class Program {
    private static final String TRACE_VARIABLE = "LLMQ_DEBUG";

    private final World world;
    private final Output out;
    private final Output err;

    private Program(World world) {
        this.world = world;
        this.out = new Output(world.out(), "standard output");
        this.err = new Output(world.err(), "standard error");
    }

    public static int run(List<String> arguments, World world) {
        return new Program(world).run(arguments);
    }

    private int run(List<String> arguments) {
        int status;
        try {
            status = dispatch(CommandLineParser.parse(arguments));
            out.flush();
        } catch (LlmqException e) {
            status = report(e);
        } catch (RuntimeException | Error e) {
            status = crashed(e);
        }
        err.flush();
        return status;
    }

    private int dispatch(CommandLine line) {
        if (line.has(Option.HELP)) {
            out.write(HelpPage.text());
            return ExitStatus.DONE;
        }
        if (line.has(Option.VERSION)) {
            out.write("llmq " + Version.current() + ", Java " + Runtime.version() + "\n");
            return ExitStatus.DONE;
        }
        throw new UnsupportedOperationException();
    }

    private int report(LlmqException failure) {
        out.flush();
        for (Diagnostic diagnostic : failure.diagnostics()) {
            err.line(diagnostic.code() + ": " + diagnostic.message());
            for (String help : diagnostic.help()) {
                err.line("  " + help);
            }
        }
        return ExitStatus.of(failure.diagnostics().get(0).code());
    }

    private int crashed(Throwable fault) {
        out.flush();
        String what = fault.getMessage() == null ? fault.getClass().getSimpleName()
                : fault.getClass().getSimpleName() + ": " + fault.getMessage();
        err.line("internal error: " + what + ", please report (" + TRACE_VARIABLE + "=1 shows more)");
        if (world.variable(TRACE_VARIABLE) != null) {
            fault.printStackTrace(new PrintWriter(err, true));
        }
        return ExitStatus.INTERNAL;
    }
}
