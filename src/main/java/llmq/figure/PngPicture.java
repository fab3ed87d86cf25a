package llmq.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A sheet as a PNG image, with its title and what is to be seen in it as texts inside. */
final class PngPicture {
    /** Points to a pixel of a sheet in each direction: fit for fine screens and for print. */
    static final int SCALE = 2;
    private static final double PIXELS_PER_METRE = 96 / 0.0254;
    private static final String TREE = "javax_imageio_png_1.0";

    private PngPicture() {
    }

    static byte[] of(Sheet sheet, String title, List<String> words) {
        BufferedImage image = image(sheet);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
            metadata.mergeTree(TREE, tree(title, words));
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } catch (IOException failure) {
            // Only memory is written to.
            throw new UncheckedIOException(failure);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** How high it is, is known when it is drawn: what is too much is cut off. */
    private static BufferedImage image(Sheet sheet) {
        int width = (int) Math.ceil(sheet.width() * SCALE);
        BufferedImage whole = new BufferedImage(width, (int) Math.ceil(sheet.mostHeight() * SCALE),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = whole.createGraphics();
        g.setColor(sheet.palette().paper());
        g.fillRect(0, 0, whole.getWidth(), whole.getHeight());
        g.scale(SCALE, SCALE);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Sheet.Drawn drawn = sheet.draw(g);
        g.dispose();
        int height = (int) Math.min(whole.getHeight(), Math.ceil(drawn.height() * SCALE));
        return whole.getSubimage(0, 0, width, height);
    }

    private static IIOMetadataNode tree(String title, List<String> words) throws IIOInvalidTreeException {
        IIOMetadataNode root = new IIOMetadataNode(TREE);
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        String pixels = Long.toString(Math.round(PIXELS_PER_METRE * SCALE));
        size.setAttribute("pixelsPerUnitXAxis", pixels);
        size.setAttribute("pixelsPerUnitYAxis", pixels);
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        IIOMetadataNode texts = new IIOMetadataNode("iTXt");
        texts.appendChild(text("Title", title));
        texts.appendChild(text("Description", String.join(" ", words)));
        root.appendChild(texts);
        return root;
    }

    private static IIOMetadataNode text(String key, String value) {
        IIOMetadataNode text = new IIOMetadataNode("iTXtEntry");
        text.setAttribute("keyword", key);
        text.setAttribute("compressionFlag", "FALSE");
        text.setAttribute("compressionMethod", "0");
        text.setAttribute("languageTag", "en");
        text.setAttribute("translatedKeyword", "");
        text.setAttribute("text", value);
        return text;
    }
}
