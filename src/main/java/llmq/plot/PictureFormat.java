package llmq.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files that a picture can go into, told by their endings. */
public enum PictureFormat {
    SVG("drawn in lines, for print and slides"),
    PNG("drawn in points, for documents"),
    HTML("a page that tells of each mark under the pointer, zooms, and needs no network"),
    CSV("the data behind the picture");

    /** As HTML is called where an ending has three letters. */
    private static final String SHORT_HTML = ".htm";

    private final String summary;

    PictureFormat(String summary) {
        this.summary = summary;
    }

    /** What names of such files end in, with the dot: {@code .svg}. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    public String summary() {
        return summary;
    }

    /** The format of a file of that name, or {@code null}. */
    public static PictureFormat of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        for (PictureFormat format : values()) {
            if (name.endsWith(format.ending()) || format == HTML && name.endsWith(SHORT_HTML)) {
                return format;
            }
        }
        return null;
    }

    /** Whether a file that has such an ending has no name besides. */
    public static boolean isBare(String file) {
        int name = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1;
        return file.lastIndexOf('.') == name;
    }

    public static List<String> everyEnding() {
        List<String> endings = new ArrayList<>();
        for (PictureFormat format : values()) {
            endings.add(format.ending());
        }
        return endings;
    }

    /** All endings, in words: {@code .svg, .png, .html or .csv}. */
    public static String endings() {
        List<String> all = everyEnding();
        int last = all.size() - 1;
        return String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }
}
