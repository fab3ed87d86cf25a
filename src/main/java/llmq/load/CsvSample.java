package llmq.load;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/** The titles of a CSV file, and what its first rows look like. */
final class CsvSample extends AbstractBaseCsvCallbackHandler<Boolean> {
    private final List<String> titles = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private boolean header = true;
    private long line;

    List<String> titles() {
        return titles;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (header) {
            titles.add(new String(buffer, offset, length));
            evidence.add(new Evidence());
        } else if (index < evidence.size()) {
            evidence.get(index).see(buffer, offset, length);
        }
    }

    @Override
    protected Boolean buildRecord() {
        if (getRecordType() == RecordType.EMPTY) {
            return null;
        }
        header = false;
        return Boolean.TRUE;
    }
}
