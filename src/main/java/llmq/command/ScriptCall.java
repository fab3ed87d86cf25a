package llmq.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;

/**
 * A script and what it is given, as written after {@code /run} and {@code /open}: {@code best.llmq limit=2T}. A name or
 * a value with spaces in it stands in quotes.
 *
 * @param parameters values by name, in order
 */
record ScriptCall(String file, Map<String, String> parameters) {

    /** @throws LlmqException E405 where no file is named, a parameter twice, or a quote is not closed */
    static ScriptCall of(Call call) {
        String rest = call.rest();
        List<String> words = words(rest, call);
        if (words.isEmpty()) {
            throw call.wrong(call.command().name() + " needs a file");
        }
        int first = words.size();
        while (first > 1 && name(words.get(first - 1)) != null) {
            first--;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        int length = rest.length();
        for (int i = words.size() - 1; i >= first; i--) {
            length = rest.lastIndexOf(words.get(i), length - words.get(i).length());
        }
        for (String word : words.subList(first, words.size())) {
            String name = name(word);
            if (names.contains(name.toLowerCase(Locale.ROOT))) {
                throw call.wrong("the parameter " + name + " is given twice");
            }
            names.add(name.toLowerCase(Locale.ROOT));
            parameters.put(name, SettingsFile.unquoted(word.substring(name.length() + 1)));
        }
        return new ScriptCall(SettingsFile.unquoted(rest.substring(0, length).strip()), parameters);
    }

    /**
     * What the file says.
     *
     * @throws LlmqException E301 where it cannot be read, E405 where only the first word is a file
     */
    SourceText text(Call call) {
        try {
            return call.host().lasting(file);
        } catch (LlmqException e) {
            List<String> words = words(file, call);
            if (words.size() > 1 && isFile(call, words.get(0))) {
                throw call.wrong("'" + words.get(1) + "' is no parameter; one is given as NAME=VALUE, without spaces");
            }
            throw e;
        }
    }

    private static boolean isFile(Call call, String word) {
        try {
            call.host().lasting(SettingsFile.unquoted(word));
            return true;
        } catch (LlmqException e) {
            return false;
        }
    }

    /** Parted by white space, but not within the quotes around a word or a value. */
    private static List<String> words(String text, Call call) {
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            char quote = 0;
            int opened = 0;
            for (; end < text.length() && (quote != 0 || !Character.isWhitespace(text.charAt(end))); end++) {
                char at = text.charAt(end);
                boolean opens = (at == '"' || at == '\'') && (end == start || text.charAt(end - 1) == '=');
                opened = quote == 0 && opens ? end : opened;
                quote = quote == 0 ? opens ? at : 0 : at == quote ? 0 : quote;
            }
            if (quote != 0) {
                String before = call.command().name() + " ";
                throw Diagnostic.at(ErrorCode.E405, SourceText.of(before + text),
                        new Span(before.length() + opened, before.length() + text.length()),
                        "this quote is not closed", "a name or a value with spaces stands between two " + quote)
                        .toException();
            }
            if (end > start) {
                words.add(text.substring(start, end));
            }
            start = end + 1;
        }
        return words;
    }

    /** The name of {@code NAME=VALUE}; {@code null} for what is none. */
    private static String name(String word) {
        int equals = word.indexOf('=');
        for (int i = 0; i < equals; i++) {
            char at = word.charAt(i);
            if (at != '_' && !(i == 0 ? Character.isLetter(at) : Character.isLetterOrDigit(at))) {
                return null;
            }
        }
        return equals <= 0 ? null : word.substring(0, equals);
    }
}
