package llmq.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import llmq.load.LoadRequest.Mapping;

/** Takes JSON objects into a table. The first ones are held back until they tell what the columns hold. */
final class JsonRows {
    private static final int SAMPLE_ROWS = 10_000;
    private static final int BATCH_ROWS = 8_192;
    private static final int MOST_COLUMNS = 10_000;

    private record Cell(int column, String text, boolean asIs) {
    }

    private record Row(long line, List<Cell> cells) {
    }

    private final InputFile file;
    private final JsonFactory factory;
    private final Names names;
    private final List<ColumnSpec> known;
    private final List<String> keys = new ArrayList<>();
    private final List<ColumnSpec> specs = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private List<Row> sample = new ArrayList<>();
    private Batch batch;
    private Collector collector;

    /** @param known the columns, where the file was read before; else {@code null} */
    JsonRows(InputFile file, JsonFactory factory, List<Mapping> mappings, List<ColumnSpec> known) {
        this.file = file;
        this.factory = factory;
        this.names = new Names(mappings);
        this.known = known;
    }

    /** Takes the object that the parser is at. */
    void object(JsonParser parser) throws IOException {
        long line = parser.currentTokenLocation().getLineNr();
        Row row = sample == null ? null : new Row(line, new ArrayList<>());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int column = column(parser.currentName());
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_NULL) {
                continue;
            }
            boolean asIs = !token.isNumeric() && !token.isBoolean();
            String nested = token.isStructStart() ? json(parser) : null;
            if (row != null) {
                String text = nested == null ? parser.getText() : nested;
                evidence.get(column).see(text.toCharArray(), 0, text.length());
                row.cells().add(new Cell(column, text, asIs));
            } else if (nested != null) {
                cell(column, nested.toCharArray(), 0, nested.length(), true, line);
            } else {
                cell(column, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), asIs, line);
            }
        }
        if (row == null) {
            endRow();
            return;
        }
        sample.add(row);
        if (sample.size() == SAMPLE_ROWS) {
            decide();
        }
    }

    private String json(JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    private int column(String key) {
        Integer found = positions.get(key);
        if (found != null) {
            return found;
        }
        int column = keys.size();
        if (column == MOST_COLUMNS) {
            throw file.malformed("its objects have more than " + MOST_COLUMNS + " different keys",
                    "keys are the titles of columns; what differs from row to row is a value").toException();
        }
        positions.put(key, column);
        keys.add(key);
        evidence.add(new Evidence());
        if (sample == null) {
            addColumn(column);
        }
        return column;
    }

    private void addColumn(int column) {
        Names.Named named = names.next(keys.get(column), keys);
        ColumnSpec spec = known != null && column < known.size() ? known.get(column)
                : ColumnSpec.of(named.name(), named.title(), named.mapping() == null ? null : named.mapping().unit(),
                        evidence.get(column));
        specs.add(spec);
        if (batch != null) {
            collector.addColumn(spec);
            batch.addColumn(spec);
        }
    }

    private void decide() {
        for (int column = 0; column < keys.size(); column++) {
            addColumn(column);
        }
        batch = new Batch(specs);
        collector = new Collector(specs);
        List<Row> rows = sample;
        sample = null;
        for (Row row : rows) {
            for (Cell cell : row.cells()) {
                cell(cell.column(), cell.text().toCharArray(), 0, cell.text().length(), cell.asIs(), row.line());
            }
            endRow();
        }
    }

    private void cell(int column, char[] buffer, int offset, int length, boolean asIs, long line) {
        if (batch.column(column).size > batch.rows()) {
            batch.report(new BadCell(line, specs.get(column).title(), "stands twice in one object; the first counts"));
        } else {
            batch.cell(column, buffer, offset, length, asIs, line);
        }
    }

    private void endRow() {
        batch.endRow();
        if (batch.rows() == BATCH_ROWS) {
            flush();
        }
    }

    private void flush() {
        // The parser counts lines through the whole file, so that there are none to add.
        collector.append(batch, 0);
        batch.clear();
    }

    /** All objects are in. */
    void end() {
        if (sample != null) {
            decide();
        }
        flush();
        if (keys.isEmpty()) {
            throw file.malformed("it holds no object with a key, so it has no columns", "check what wrote it")
                    .toException();
        }
        names.requireAllFound(keys);
    }

    List<ColumnSpec> corrected() {
        return collector.corrected();
    }

    Loaded build() {
        return collector.build();
    }
}
