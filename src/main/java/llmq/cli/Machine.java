package llmq.cli;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * The Java that runs llmq.
 *
 * @param version as in {@code 17.0.9+9}
 * @param sharing whether classes come out of an archive
 * @param options that the virtual machine was started with
 * @param memory  the most that it may use, in bytes
 */
record Machine(String version, String vendor, String home, boolean sharing, List<String> options, int processors,
        long memory) {

    /** This one. Asked for only where somebody wants to know. */
    static Machine own() {
        return new Machine(Runtime.version().toString(), System.getProperty("java.vendor", "?"),
                System.getProperty("java.home", "?"), System.getProperty("java.vm.info", "").contains("sharing"),
                ManagementFactory.getRuntimeMXBean().getInputArguments(), Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory());
    }

    /** What follows an option's name and {@code =}; {@code null} where it was not given. */
    String option(String name) {
        for (String option : options) {
            if (option.startsWith(name + "=")) {
                return option.substring(name.length() + 1);
            }
        }
        return null;
    }
}
