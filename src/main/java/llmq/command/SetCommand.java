package llmq.command;

import llmq.result.Result;
import llmq.session.Page;

/** {@code /set}. */
final class SetCommand {
    private static final String DEFAULT = "default";

    private SetCommand() {
    }

    static void run(Call call) {
        String rest = call.rest();
        if (rest.isEmpty()) {
            all(call);
            return;
        }
        int end = 0;
        while (end < rest.length() && !Character.isWhitespace(rest.charAt(end)) && rest.charAt(end) != '=') {
            end++;
        }
        Setting setting = Setting.named(rest.substring(0, end));
        String value = rest.substring(end).strip();
        if (value.startsWith("=")) {
            value = value.substring(1).strip();
        }
        if (value.isEmpty()) {
            call.host().show(page(call.desk(), setting));
            return;
        }
        change(call, setting, value);
    }

    private static void change(Call call, Setting setting, String value) {
        String plain = SettingsFile.unquoted(value);
        if (setting == Setting.START && !plain.equals(Setting.START.usual()) && !plain.equals(DEFAULT)) {
            call.desk().refuseInSandbox("read");
            // Read now, so that a mistyped name is known now and not at the next start.
            plain = call.host().place(plain);
        }
        call.desk().set(setting, value.equals(DEFAULT) ? null : plain);
        if (call.desk().telling() == Host.Telling.ALL) {
            call.host().message(setting.word() + " is now " + call.desk().settings().written(setting)
                    + (call.desk().isKept(setting) ? ", in later sessions too" : ""));
        }
    }

    static void all(Call call) {
        Page page = Page.table("setting", "value", "from");
        Settings settings = call.desk().settings();
        String home = call.host().variable("HOME");
        for (Setting setting : Setting.values()) {
            String from = settings.origin(setting);
            boolean inside = home != null && from.startsWith(home + "/");
            page.add(setting.word(), settings.written(setting), inside ? "~" + from.substring(home.length()) : from);
        }
        call.host().show(page.rows("Settings"));
    }

    /** What a setting is, and what it is set to. */
    static Result page(Desk desk, Setting setting) {
        Settings settings = desk.settings();
        Page page = Page.of().add("setting", setting.word()).add("is", setting.summary())
                .addKnown("more", setting.page()).add("takes", setting.takes()).add("value", settings.written(setting))
                .add("from", settings.origin(setting));
        Listings.examples(page, setting.examples());
        return page.page(null);
    }
}
