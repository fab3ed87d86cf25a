package llmq.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;

/** The fonts that come with the program, so that a picture is the same on every machine, even on one without fonts. */
final class Fonts {
    /** How texts are measured: with fractions of a point, smooth, by no screen's measure. */
    static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
    /** What a reader's program may use instead: the same widths, letter by letter. */
    static final String FAMILY = "'Liberation Sans',Arimo,Arial,Helvetica,sans-serif";

    private final Font regular;
    private final Font bold;

    private Fonts(Font regular, Font bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /** Loads them when first used. */
    private static final class Loaded {
        static final Fonts FONTS = load();
    }

    /** @throws LlmqException E302 without a place where this Java cannot draw text */
    static Fonts get() {
        try {
            return Loaded.FONTS;
        } catch (LinkageError | InternalError failure) {
            Throwable cause = failure.getCause();
            throw (cause instanceof TemporaryFolderException
                    ? Diagnostic.of(ErrorCode.E302, "cannot draw the picture: the folder for temporary files, '"
                            + System.getProperty("java.io.tmpdir") + "', cannot be written to",
                            "name another one: java -Djava.io.tmpdir=FOLDER -jar llmq.jar")
                    : Diagnostic.of(ErrorCode.E302, "cannot draw the picture: this Java lacks what it draws text with",
                            "on Linux, install libfreetype6 and a Java with java.desktop",
                            "a file that ends in .csv takes the data behind the picture")).toException();
        }
    }

    Font regular(double size) {
        return regular.deriveFont((float) size);
    }

    Font bold(double size) {
        return bold.deriveFont((float) size);
    }

    static boolean isBold(Font font) {
        return font.getFontName(Locale.ROOT).endsWith("Bold");
    }

    static double width(Font font, String text) {
        return font.getStringBounds(text, MEASURE).getWidth();
    }

    /** Whether a text has characters that the fonts do not. */
    static boolean lacks(String text) {
        return Loaded.FONTS.regular.canDisplayUpTo(PowerText.plain(text)) >= 0;
    }

    /** A text that is no wider than that, with … for what had to go. */
    static String cut(Font font, String text, double width) {
        if (width(font, text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(font, text.substring(0, end) + "…") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + "…";
    }

    private static final class TemporaryFolderException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TemporaryFolderException(IOException cause) {
            super(cause);
        }
    }

    private static Fonts load() {
        System.setProperty("java.awt.headless", "true");
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return read();
        }
        // Without a list of fonts Java does not draw on a machine that has none; with this one it asks for none.
        Path list;
        try {
            list = Files.createTempFile("llmq", ".properties");
            Files.writeString(list, "version=1\nsequence.allfonts=default\n");
        } catch (IOException failure) {
            throw new TemporaryFolderException(failure);
        }
        try {
            System.setProperty("sun.awt.fontconfig", list.toString());
            return read();
        } finally {
            list.toFile().delete();
        }
    }

    private static Fonts read() {
        return new Fonts(read("LiberationSans-Regular.ttf"), read("LiberationSans-Bold.ttf"));
    }

    private static Font read(String file) {
        try (InputStream stream = Fonts.class.getResourceAsStream("fonts/" + file)) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException failure) {
            requireRoom(file);
            // Java 17 says the same where a library is missing.
            throw new IllegalStateException(file, failure);
        } catch (FontFormatException broken) {
            throw new IllegalStateException(file, broken);
        }
    }

    /** Java copies a font into the folder for temporary files. */
    private static void requireRoom(String file) {
        try (InputStream stream = Fonts.class.getResourceAsStream("fonts/" + file)) {
            Path copy = Files.createTempFile("llmq", ".ttf");
            try {
                Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException failure) {
            throw new TemporaryFolderException(failure);
        }
    }
}
