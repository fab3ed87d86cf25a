package llmq.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import llmq.catalog.Catalog;
import llmq.catalog.Provenance;
import llmq.figure.Figures;
import llmq.figure.Tone;
import llmq.plot.PictureFormat;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.Table;
import llmq.table.TextColumn;

/** The sources of what a picture shows of models: of rows that carry a model's name, columns that are its fields. */
public final class FigureSources implements Figures.Sources {
    private final Session session;
    private final Catalog catalog;
    private final Result result;

    private FigureSources(Session session, Result result) {
        this.session = session;
        this.catalog = session.catalog();
        this.result = result;
    }

    public static Figures.Sources of(Session session, Result result) {
        return new FigureSources(session, result);
    }

    /**
     * Draws a result into a file. From here, so that what draws files is loaded with the first of them.
     *
     * @param written the file's name as the user wrote it, for messages
     */
    static void save(Session session, Workspace workspace, Result result, PictureFormat format, Path file,
            String written) {
        Figures.save(result, format, file, written, workspace.dark() ? Tone.DARK : Tone.LIGHT,
                new FigureSources(session, result), workspace.cancel()::requested);
    }

    @Override
    public List<String> of(int row) {
        Table table = result.table();
        if (table.label() == null || !(table.column(table.label()) instanceof TextColumn names)) {
            return List.of();
        }
        String name = names.value(row);
        int model = name == null ? -1 : session.rowNames().find("models", name).row();
        if (model < 0) {
            return List.of();
        }
        Map<String, StringJoiner> fields = new LinkedHashMap<>();
        for (Shown shown : result.shown()) {
            String field = table.schema().field(shown.column()).name();
            if (catalog.models().schema().find(field) >= 0) {
                add(model, field, fields);
            }
        }
        List<String> lines = new ArrayList<>();
        fields.forEach((title, own) -> lines.add(own + ": " + title));
        return lines;
    }

    /** What a figure was computed from has sources in its place. */
    private void add(int model, String field, Map<String, StringJoiner> fields) {
        Provenance figure = catalog.figure(model, field);
        if (!figure.isKnown()) {
            return;
        }
        if (figure.source() != null) {
            StringJoiner own = fields.computeIfAbsent(figure.source().title(), title -> new StringJoiner(", "));
            if (!(", " + own + ",").contains(", " + field + ",")) {
                own.add(field);
            }
        }
        for (String input : figure.inputs()) {
            add(model, input, fields);
        }
    }
}
