package llmq.document;

import java.util.List;
import llmq.diagnostic.SourceText;
import llmq.syntax.tree.Script;

/** A script read as a document: its prose, its statements and what they are said to print, in order. */
public record Document(SourceText source, Script script, List<Block> blocks) {
    private static final String ENDING = ".llmq";

    public Document {
        blocks = List.copyOf(blocks);
    }

    /** Whether a word names a file of a script: it ends so, or goes through folders. */
    public static boolean isFile(String word) {
        return word.endsWith(ENDING) || word.indexOf('/') >= 0 || word.indexOf('\\') >= 0;
    }

    /** The file's name, without folders and ending; {@code null} of a text that is in no file. */
    public String fileName() {
        String name = source.name();
        if (name == null) {
            return null;
        }
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    }

    /** The first heading; else the file's name without its ending. */
    public String title() {
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                return heading.text();
            }
        }
        return source.name() == null ? "llmq" : fileName();
    }
}
