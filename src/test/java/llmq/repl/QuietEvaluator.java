package llmq.repl;

import llmq.command.Screen;
import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;
import llmq.text.Theme;

/** A session that knows nothing and does nothing, for what a test does not ask of one. */
abstract class QuietEvaluator implements Evaluator {

    @Override
    public boolean isComplete(String text) {
        return true;
    }

    @Override
    public String pending(String text) {
        return "";
    }

    @Override
    public void evaluate(String text, int columns, int lines, Cancel cancel) {
    }

    @Override
    public boolean isCommand(String line) {
        return false;
    }

    @Override
    public boolean command(String line, Screen screen, Cancel cancel) {
        return false;
    }

    @Override
    public String prompt() {
        return "llmq> ";
    }

    @Override
    public Theme theme() {
        return Theme.NONE;
    }

    @Override
    public boolean isUnknown(String name) {
        return false;
    }

    @Override
    public void close() {
    }

    @Override
    public void report(LlmqException failure) {
        throw failure;
    }

    @Override
    public void crashed(Throwable fault) {
        throw new AssertionError(fault);
    }
}
