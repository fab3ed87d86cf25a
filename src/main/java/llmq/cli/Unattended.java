package llmq.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import llmq.command.Screen;

/** A window that nobody sits at. */
class Unattended implements Screen {
    private final int columns;
    private final int rows;

    Unattended(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public List<String> history(boolean all) {
        return List.of();
    }

    @Override
    public int lend(List<String> program) throws IOException {
        throw new IOException("there is no terminal to lend");
    }

    @Override
    public boolean edit(Path file) {
        return false;
    }
}
