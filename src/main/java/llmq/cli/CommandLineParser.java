package llmq.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.document.Document;
import llmq.value.WholeNumber;

/**
 * Reads the command line by the registries {@link Option} and {@link Command}. Made by hand: the libraries for it
 * work by annotations and reflection, and cost a short query more than the query.
 */
final class CommandLineParser {
    private static final String HELP = "llmq --help lists all commands and options";

    private final List<String> operands = new ArrayList<>();
    private final Map<Option, String> values = new LinkedHashMap<>();
    private final List<Option> flags = new ArrayList<>();
    private StringBuilder statements;

    private CommandLineParser() {
    }

    /** @throws LlmqException with E401 where the arguments do not read */
    static CommandLine parse(List<String> arguments) {
        CommandLineParser parser = new CommandLineParser();
        parser.split(arguments);
        return parser.arrange();
    }

    private void split(List<String> arguments) {
        boolean options = true;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!options || !argument.startsWith("-") || argument.equals("-")) {
                operands.add(argument);
            } else if (argument.equals("--")) {
                options = false;
            } else if (option(argument, i + 1 < arguments.size() ? arguments.get(i + 1) : null)) {
                i++;
            }
        }
    }

    /** Takes one option; whether its value was the next argument. */
    private boolean option(String argument, String next) {
        int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
        String word = equals < 0 ? argument : argument.substring(0, equals);
        Option option = Option.find(word);
        if (option == null) {
            throw unknownOption(word);
        }
        if (option.value() == null) {
            if (equals >= 0) {
                throw wrong(word + " takes no value");
            }
            flags.add(option);
            return false;
        }
        String value = equals < 0 ? next : argument.substring(equals + 1);
        if (value == null) {
            throw wrong(word + " needs a value: " + word + " " + option.value());
        }
        if (!option.choices().isEmpty() && !option.choices().contains(value)) {
            throw wrong("unknown value '" + value + "' for " + word, Nearest.sentence(value, option.choices()),
                    "it takes " + String.join(", ", option.choices()));
        }
        if (option == Option.EXECUTE) {
            statements = statements == null ? new StringBuilder(value) : statements.append('\n').append(value);
        } else {
            values.put(option, value);
        }
        return equals < 0;
    }

    private CommandLine arrange() {
        List<String> files = new ArrayList<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        // Behind a command, help is about that.
        Command command = flags.contains(Option.HELP) && !operands.isEmpty() ? Command.find(operands.get(0)) : null;
        if (!flags.contains(Option.HELP) && !flags.contains(Option.VERSION) && !flags.contains(Option.DOCTOR)) {
            command = command();
            sort(command, files, parameters);
            complete(command, files);
        }
        String width = values.get(Option.WIDTH);
        if (width != null && WholeNumber.of(width) < 0) {
            throw wrong("--width takes a whole number of columns, not '" + width + "'", "0 is without limit");
        }
        for (Option option : Option.values()) {
            boolean given = flags.contains(option) || values.containsKey(option);
            if (given && !flags.contains(Option.HELP) && option.only() != null && option.only() != command) {
                throw wrong(option.word() + " goes with llmq " + option.only().word());
            }
        }
        String text = statements == null ? null : statements.toString();
        return new CommandLine(command, text, files, parameters, values, flags);
    }

    /** Takes the command off the operands. A script's first line may name llmq, which then gets the script's path. */
    private Command command() {
        if (operands.isEmpty() || statements != null && Command.find(operands.get(0)) == null) {
            return null;
        }
        String word = operands.get(0);
        Command command = Command.find(word);
        if (command == null) {
            if (Document.isFile(word)) {
                return Command.RUN;
            }
            throw unknownCommand(word);
        }
        if (statements != null) {
            throw wrong("-e and " + word + " do not go together",
                    "put the statements into the file, or /run it at the prompt");
        }
        operands.remove(0);
        return command;
    }

    /** Tells files from parameters. A first operand is a file whatever it looks like. */
    private void sort(Command command, List<String> files, Map<String, String> parameters) {
        for (String operand : operands) {
            if (command != null && files.size() < command.most()) {
                files.add(operand);
                continue;
            }
            if (command == Command.LEARN) {
                throw wrong("llmq learn takes one lesson at a time, and '" + operand + "' is one more");
            }
            int equals = operand.indexOf('=');
            if (equals < 0 || !identifier(operand.substring(0, equals))) {
                throw wrong("'" + operand + "' is not a parameter", "a parameter is given as NAME=VALUE");
            }
            String name = operand.substring(0, equals);
            for (String given : parameters.keySet()) {
                if (given.equalsIgnoreCase(name)) {
                    throw wrong("parameter '" + name + "' is given twice");
                }
            }
            parameters.put(name, operand.substring(equals + 1));
        }
    }

    private void complete(Command command, List<String> files) {
        if (command == Command.HANDOUT && !files.isEmpty() && !values.containsKey(Option.TO)) {
            throw wrong("llmq handout needs the name of the page: llmq handout " + files.get(0) + " --to handout.html");
        }
        if (command == null || command == Command.LEARN || !files.isEmpty()) {
            return;
        }
        if (command != Command.CHECK) {
            throw wrong("llmq " + command.word() + " needs a file: llmq " + command.word() + " "
                    + command.usages().get(0).operands());
        }
        if (!values.containsKey(Option.CATALOG)) {
            throw wrong("llmq check needs a file, or --catalog DIR");
        }
    }

    private static LlmqException unknownOption(String word) {
        List<String> names = new ArrayList<>();
        for (Option option : Option.values()) {
            names.add(option.word());
        }
        return wrong("unknown option '" + word + "'",
                word.startsWith("--") ? Nearest.sentence(word, names) : null, HELP);
    }

    private static LlmqException unknownCommand(String word) {
        List<String> names = new ArrayList<>();
        for (Command command : Command.values()) {
            names.add(command.word());
        }
        int equals = word.indexOf('=');
        if (equals > 0 && identifier(word.substring(0, equals))) {
            return wrong("'" + word + "' sets a parameter, but there is no script", "llmq run FILE " + word);
        }
        if (word.indexOf(' ') > 0) {
            return wrong("unknown command '" + word + "'", "statements follow -e: llmq -e '" + word + "'", HELP);
        }
        return wrong("unknown command '" + word + "'", Nearest.sentence(word, names), HELP);
    }

    private static LlmqException wrong(String message, String... help) {
        return Diagnostic.of(ErrorCode.E401, message, help).toException();
    }

    private static boolean identifier(String text) {
        if (text.isEmpty() || !(Character.isLetter(text.charAt(0)) || text.charAt(0) == '_')) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '_') {
                return false;
            }
        }
        return true;
    }
}
