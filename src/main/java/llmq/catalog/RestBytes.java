package llmq.catalog;

/** Where the rest of the built-in catalog is; replaced by the build as {@link CoreBytes} is. */
final class RestBytes {
    private RestBytes() {
    }

    /** The bytes as characters 0 to 255, in pieces. */
    static String[] pieces() {
        throw new IllegalStateException("the build has not put the catalog in");
    }
}
