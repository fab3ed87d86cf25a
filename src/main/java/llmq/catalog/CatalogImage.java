package llmq.catalog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import llmq.table.BooleanColumn;
import llmq.table.Dictionary;
import llmq.table.NumberColumn;
import llmq.table.TextColumn;

/**
 * The binary catalog in memory; its rest is read when it is first asked for. Opening a part reads no more than where
 * its columns begin. A column becomes an array by one copy, because a loop over cells runs interpreted in a young
 * process and would cost more than all else.
 */
final class CatalogImage {
    private final Source source;
    private final Part core;
    private Part rest;

    /** Where the bytes come from; each is asked at most once. */
    interface Source {
        byte[] core();

        byte[] rest();
    }

    CatalogImage(Source source) {
        this.source = source;
        this.core = new Part(source.core());
    }

    Section section(int index) {
        return index < CatalogLayout.CORE_SECTIONS ? core.sections[index]
                : rest().sections[index - CatalogLayout.CORE_SECTIONS];
    }

    private synchronized Part rest() {
        if (rest == null) {
            rest = new Part(source.rest());
        }
        return rest;
    }

    private static final class Part {
        private final byte[] content;
        private final ByteBuffer bytes;
        private final int[] ends;
        private final String texts;
        private final Section[] sections;

        private Part(byte[] content) {
            this.content = content;
            bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.getInt() != CatalogLayout.MAGIC || bytes.getInt() != CatalogLayout.VERSION) {
                throw new IllegalStateException("not a binary catalog of this version");
            }
            sections = new Section[bytes.getInt()];
            int count = bytes.getInt();
            boolean latin = bytes.getInt() == 1;
            int length = bytes.getInt();
            int at = bytes.position();
            ends = wholes(at, count);
            at += Integer.BYTES * count;
            texts = new String(content, at, length, latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            at += length;
            for (int i = 0; i < sections.length; i++) {
                sections[i] = new Section(this, at);
                at = sections[i].end;
            }
        }

        private String text(int index) {
            return texts.substring(index == 0 ? 0 : ends[index - 1], ends[index]);
        }

        private synchronized int[] wholes(int at, int count) {
            int[] wholes = new int[count];
            bytes.position(at);
            bytes.asIntBuffer().get(wholes);
            return wholes;
        }

        private synchronized double[] numbers(int at, int count) {
            double[] numbers = new double[count];
            bytes.position(at);
            bytes.asDoubleBuffer().get(numbers);
            return numbers;
        }
    }

    /** The rows of one section. Arrays are the caller's own. */
    static final class Section {
        private final Part part;
        private final ByteBuffer bytes;
        private final int rows;
        private final int[] kinds;
        private final int[] starts;
        private final int end;

        private Section(Part part, int at) {
            this.part = part;
            this.bytes = part.bytes;
            rows = bytes.getInt(at);
            int columns = bytes.getInt(at + Integer.BYTES);
            kinds = new int[columns];
            starts = new int[columns];
            int next = at + 2 * Integer.BYTES;
            for (int column = 0; column < columns; column++) {
                int kind = bytes.get(next);
                int width = kind;
                next++;
                if (kind == CatalogLayout.KIND_TEXTS) {
                    next += 2 * Integer.BYTES;
                    width = Integer.BYTES;
                }
                kinds[column] = kind;
                starts[column] = next;
                next += rows * width;
            }
            end = next;
        }

        int rows() {
            return rows;
        }

        int columns() {
            return kinds.length;
        }

        double number(int column, int row) {
            return bytes.getDouble(starts[column] + Double.BYTES * row);
        }

        int whole(int column, int row) {
            return switch (kinds[column]) {
                case CatalogLayout.KIND_ZERO -> 0;
                case CatalogLayout.KIND_BYTES -> bytes.get(starts[column] + row);
                default -> bytes.getInt(starts[column] + Integer.BYTES * row);
            };
        }

        /** {@code null} where there is none. */
        String text(int column, int row) {
            int code = whole(column, row);
            return code < 0 ? null : part.text(firstText(column) + code);
        }

        boolean truth(int column, int row) {
            return whole(column, row) != 0;
        }

        double[] numbers(int column) {
            return part.numbers(starts[column], rows);
        }

        int[] wholes(int column) {
            return part.wholes(starts[column], rows);
        }

        /** {@code null} where all cells are 0. */
        byte[] bytes(int column) {
            return kinds[column] == CatalogLayout.KIND_ZERO ? null
                    : Arrays.copyOfRange(part.content, starts[column], starts[column] + rows);
        }

        NumberColumn numberColumn(int column) {
            return new NumberColumn(numbers(column), null);
        }

        TextColumn textColumn(int column) {
            return new TextColumn(wholes(column), dictionary(column), null);
        }

        BooleanColumn truthColumn(int column) {
            byte[] truths = bytes(column);
            return new BooleanColumn(truths == null ? new byte[rows] : truths, null);
        }

        /** The texts of a column. Where each row has its own, it is also a dictionary for references to rows. */
        Dictionary dictionary(int column) {
            int first = firstText(column);
            String[] values = new String[bytes.getInt(starts[column] - Integer.BYTES)];
            for (int i = 0; i < values.length; i++) {
                values[i] = part.text(first + i);
            }
            return Dictionary.of(values);
        }

        private int firstText(int column) {
            return bytes.getInt(starts[column] - 2 * Integer.BYTES);
        }
    }
}
