package llmq.figure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BooleanSupplier;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.plot.Caption;
import llmq.plot.Picture;
import llmq.plot.PictureFormat;
import llmq.plot.Words;
import llmq.render.Footer;
import llmq.render.ResultFiles;
import llmq.result.Format;
import llmq.result.Note;
import llmq.result.Result;

/** Pictures into files. What draws them is loaded when the first is asked for. */
public final class Figures {
    private static final double WIDTH = 900;

    private Figures() {
    }

    /** Where the values of a row come from. */
    public interface Sources {
        /** A line for each value that has a source: {@code mmlu: Llama 3 model card}. */
        List<String> of(int row);
    }

    /**
     * Draws the picture of a result into a file; all of it or nothing.
     *
     * @param written the file's name as the user wrote it, for messages
     * @param sources of the rows of the result, for pages
     * @param stopped asked now and then; once true, nothing is saved
     * @throws llmq.diagnostic.LlmqException without a place: E302 if the file cannot be written or this Java cannot
     *         draw, E203 if it was stopped
     */
    public static void save(Result result, PictureFormat format, Path file, String written, Tone tone,
            Sources sources, BooleanSupplier stopped) {
        if (format == PictureFormat.CSV) {
            ResultFiles.save(result, Format.CSV, file, written, stopped);
            return;
        }
        byte[] bytes = bytes(format, result, tone, sources);
        if (stopped.getAsBoolean()) {
            throw Diagnostic.of(ErrorCode.E203, "drawing was stopped; the file is as it was").toException();
        }
        ResultFiles.save(bytes, file, written);
    }

    static byte[] bytes(PictureFormat format, Result result, Tone tone, Sources sources) {
        Picture picture = SafePicture.of(result.picture());
        if (format == PictureFormat.HTML) {
            return HtmlPage.of(title(picture), List.of(figure(result, sources, "")), tone)
                    .getBytes(StandardCharsets.UTF_8);
        }
        List<String> caption = caption(result);
        int lacking = SafePicture.lacking(picture).size();
        if (format == PictureFormat.PNG && lacking > 0) {
            caption.add("the fonts of this image lack signs of " + (lacking == 1 ? "a name" : lacking + " names")
                    + ", and have boxes for them; an SVG file or a page shows them in the reader's fonts");
        }
        Sheet sheet = new Sheet(picture, new RowWords(result), caption, tone, WIDTH);
        if (format == PictureFormat.PNG) {
            return PngPicture.of(sheet, title(picture), Words.of(picture));
        }
        return SvgPicture.of(sheet, title(picture), Words.of(picture), "", "img").svg()
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The picture of a result as a part of a page, which needs {@link #style} and {@link #script} once for all.
     *
     * @param prefix of its ids, by which it differs from the other pictures of the page
     */
    public static String figure(Result result, Sources sources, String prefix) {
        return new HtmlFigure(result, caption(result), sources, prefix).html();
    }

    /** Style sheet of pages with pictures. Their root element says {@code data-theme="auto"} or {@code "dark"}. */
    public static String style() {
        return HtmlPage.style();
    }

    /** What makes the pictures of a page answer; it stands at the end of it. */
    public static String script() {
        return HtmlPage.script();
    }

    /** Its title, or what stands against what. */
    static String title(Picture picture) {
        return picture.title() != null ? picture.title()
                : picture.panels().get(0).y().title() + " against " + picture.panels().get(0).x().title();
    }

    /** For readers who have the file alone, and no prompt to take advice at. */
    private static List<String> caption(Result result) {
        Caption caption = result.picture().caption();
        List<String> lines = new ArrayList<>();
        if (caption.asked() != null) {
            lines.add(caption.asked());
        }
        StringJoiner counted = new StringJoiner(" · ");
        for (String count : new String[] {caption.counted(), Footer.leftOut(result)}) {
            if (count != null) {
                counted.add(count);
            }
        }
        if (counted.length() > 0) {
            lines.add(counted.toString());
        }
        lines.addAll(caption.definitions());
        for (Note note : result.notes()) {
            lines.add(note.fact());
        }
        return lines;
    }
}
