package llmq.catalog;

import static llmq.catalog.CatalogLayout.MAGIC;
import static llmq.catalog.CatalogLayout.SECTIONS;
import static llmq.catalog.CatalogLayout.VERSION;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The binary catalog in memory. Opening it reads no more than where its columns begin; cells are read from the bytes
 * when they are asked for, and a text becomes a {@code String} the first time, so that a simple query pays for
 * nothing that it does not use.
 */
final class CatalogImage {
    private final ByteBuffer bytes;
    private final int textEnds;
    private final int textBytes;
    private final String[] texts;
    private final Section[] sections = new Section[SECTIONS];

    /** @param content what {@link CatalogWriter} wrote */
    CatalogImage(byte[] content) {
        bytes = ByteBuffer.wrap(content);
        if (bytes.getInt() != MAGIC || bytes.getInt() != VERSION) {
            throw new IllegalStateException("not a binary catalog of this version");
        }
        int count = bytes.getInt();
        texts = new String[count];
        textEnds = bytes.position();
        textBytes = textEnds + 4 * count;
        int at = textBytes + (count == 0 ? 0 : bytes.getInt(textEnds + 4 * (count - 1)));
        for (int i = 0; i < SECTIONS; i++) {
            Section section = new Section(at);
            sections[i] = section;
            at = section.end;
        }
    }

    Section section(int index) {
        return sections[index];
    }

    /** Two threads may make the same text twice, which does no harm. */
    private String text(int index) {
        if (index < 0) {
            return null;
        }
        String text = texts[index];
        if (text == null) {
            int start = index == 0 ? 0 : bytes.getInt(textEnds + 4 * (index - 1));
            int end = bytes.getInt(textEnds + 4 * index);
            text = new String(bytes.array(), textBytes + start, end - start, StandardCharsets.UTF_8);
            texts[index] = text;
        }
        return text;
    }

    /** The rows of one section. */
    final class Section {
        private final int rows;
        private final int[] starts;
        private final int end;

        private Section(int at) {
            rows = bytes.getInt(at);
            starts = new int[bytes.get(at + 4)];
            int next = at + 5;
            for (int column = 0; column < starts.length; column++) {
                starts[column] = next + 1;
                next += 1 + rows * bytes.get(next);
            }
            end = next;
        }

        int rows() {
            return rows;
        }

        double number(int column, int row) {
            return bytes.getDouble(starts[column] + 8 * row);
        }

        int whole(int column, int row) {
            int start = starts[column];
            return switch (bytes.get(start - 1)) {
                case 1 -> bytes.get(start + row);
                case 2 -> bytes.getShort(start + 2 * row);
                default -> bytes.getInt(start + 4 * row);
            };
        }

        /** {@code null} where there is none. */
        String text(int column, int row) {
            return CatalogImage.this.text(whole(column, row));
        }

        boolean truth(int column, int row) {
            return whole(column, row) != 0;
        }
    }
}
