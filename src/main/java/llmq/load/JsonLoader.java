package llmq.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import llmq.diagnostic.LlmqException;
import llmq.load.LoadRequest.Mapping;

/**
 * Loads JSON (one array of objects) and NDJSON (one object after another). Each key is a column, in the order in which
 * they first appear; a key that an object lacks is unknown in its row. What is nested becomes its JSON as text.
 */
final class JsonLoader {
    private static final int START = 1 << 16;
    private static final int LOOK_EVERY = 1000;

    private final InputFile file;
    private final boolean lines;
    private final List<Mapping> mappings;
    private final Watch watch;
    private final JsonFactory factory = JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    JsonLoader(InputFile file, boolean lines, List<Mapping> mappings, Watch watch) {
        this.file = file;
        this.lines = lines;
        this.mappings = mappings;
        this.watch = watch;
    }

    Loaded load() throws IOException {
        List<ColumnSpec> specs = null;
        while (true) {
            JsonRows rows = new JsonRows(file, factory, mappings, specs);
            read(rows);
            List<ColumnSpec> corrected = file.isRepeatable() ? rows.corrected() : null;
            if (corrected == null) {
                return rows.build();
            }
            specs = corrected;
        }
    }

    private void read(JsonRows rows) throws IOException {
        try (InputStream in = file.open(); JsonParser parser = factory.createParser(textOf(in))) {
            try {
                objects(parser, rows);
            } catch (JsonProcessingException e) {
                throw malformed(e);
            }
        }
    }

    private InputStream textOf(InputStream in) throws IOException {
        byte[] start = in.readNBytes(START);
        file.requireText(start, start.length);
        PushbackInputStream all = new PushbackInputStream(in, START);
        all.unread(start);
        return all;
    }

    private void objects(JsonParser parser, JsonRows rows) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw file.empty("it should hold objects: {\"name\": …}");
        }
        if (!lines) {
            if (token != JsonToken.START_ARRAY) {
                throw file.malformed("it is not an array of objects",
                        "a file of objects one after another has the ending .ndjson").toException();
            }
            token = parser.nextToken();
        } else if (token == JsonToken.START_ARRAY) {
            throw file.malformed("it is an array, not one object after another",
                    "an array of objects has the ending .json").toException();
        }
        long count = 0;
        while (token != null && token != JsonToken.END_ARRAY) {
            if (token != JsonToken.START_OBJECT) {
                throw file.malformed("in line " + parser.currentTokenLocation().getLineNr()
                        + " stands a value that is not an object",
                                "every row is an object: {\"name\": …}").toException();
            }
            if (count++ % LOOK_EVERY == 0) {
                watch.look();
            }
            rows.object(parser);
            token = parser.nextToken();
        }
        boolean after = token == JsonToken.END_ARRAY && parser.nextToken() != null;
        if (after) {
            throw file.malformed("line " + parser.currentTokenLocation().getLineNr() + " goes on after the array",
                    "a .json file holds one array of objects").toException();
        }
        if (!lines && token == null) {
            throw file.malformed("it ends before its array does", "check that it is whole").toException();
        }
        rows.end();
    }

    private LlmqException malformed(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        String place = location == null ? "it"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
        if (e instanceof StreamConstraintsException) {
            return file.malformed(place + " has a value that is too long or nested too deeply",
                    "a text may have 20 million characters, and objects may be nested 1000 deep").toException();
        }
        // Between two values the parser says it by the message alone.
        if (e instanceof JsonEOFException || String.valueOf(e.getOriginalMessage()).contains("end-of-input")) {
            return file.malformed("it ends too soon, at " + place, "check that it is whole").toException();
        }
        return file.malformed(place + " is no JSON", lines ? "an .ndjson file holds one object a line"
                : "a .json file holds one array of objects").toException();
    }
}
