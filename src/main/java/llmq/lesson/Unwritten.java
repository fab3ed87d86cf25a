package llmq.lesson;

import java.util.ArrayList;
import java.util.List;
import llmq.syntax.tree.Statement;

/** Statements without what they write to files. */
final class Unwritten {
    private Unwritten() {
    }

    /** {@code null} where nothing is left. */
    static Statement of(Statement statement) {
        if (statement instanceof Statement.Save) {
            return null;
        }
        if (statement instanceof Statement.Plot plot) {
            return plot.onScreen();
        }
        if (!(statement instanceof Statement.Pipe pipe)) {
            return statement;
        }
        int last = pipe.stages().size() - 1;
        Statement end = of(pipe.stages().get(last));
        List<Statement> stages = new ArrayList<>(pipe.stages().subList(0, last));
        if (end != null) {
            stages.add(end);
        }
        return stages.size() == 1 ? stages.get(0) : new Statement.Pipe(stages, pipe.span());
    }
}
