package llmq.catalog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the class files of {@link CoreBytes} and {@link RestBytes} with data in them: text constants whose characters
 * 0 to 255 are the bytes, and one method that returns them all in an array (The Java Virtual Machine Specification,
 * chapter 4).
 */
final class DataClass {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_17 = 61;
    private static final int ACC_FINAL_SUPER = 0x0030;
    private static final int ACC_STATIC = 0x0008;
    private static final int TAG_UTF8 = 1;
    private static final int TAG_CLASS = 7;
    private static final int TAG_STRING = 8;
    private static final int MAX_UTF8 = 65535;

    private final ByteArrayOutputStream poolBytes = new ByteArrayOutputStream();
    private final DataOutputStream pool = new DataOutputStream(poolBytes);
    private int poolSize = 1;

    private DataClass() {
    }

    /** @param name binary name with slashes */
    static byte[] write(String name, String method, byte[] data) {
        try {
            return new DataClass().build(name, method, data);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private byte[] build(String name, String method, byte[] data) throws IOException {
        int self = classOf(name);
        int parent = classOf("java/lang/Object");
        int string = classOf("java/lang/String");
        int methodName = utf8(method);
        int descriptor = utf8("()[Ljava/lang/String;");
        int codeName = utf8("Code");
        byte[] code = code(string, strings(data));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeShort(0);
        out.writeShort(JAVA_17);
        out.writeShort(poolSize);
        poolBytes.writeTo(out);
        out.writeShort(ACC_FINAL_SUPER);
        out.writeShort(self);
        out.writeShort(parent);
        out.writeShort(0);
        out.writeShort(0);
        out.writeShort(1);
        out.writeShort(ACC_STATIC);
        out.writeShort(methodName);
        out.writeShort(descriptor);
        out.writeShort(1);
        out.writeShort(codeName);
        out.writeInt(12 + code.length);
        out.writeShort(4);
        out.writeShort(0);
        out.writeInt(code.length);
        out.write(code);
        out.writeShort(0);
        out.writeShort(0);
        out.writeShort(0);
        return bytes.toByteArray();
    }

    /** {@code return new String[] {…}}: without a branch, so that no stack map is needed. */
    private static byte[] code(int string, List<Integer> constants) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        sipush(out, constants.size());
        out.writeByte(0xBD); // anewarray
        out.writeShort(string);
        for (int i = 0; i < constants.size(); i++) {
            out.writeByte(0x59); // dup
            sipush(out, i);
            out.writeByte(0x13); // ldc_w
            out.writeShort(constants.get(i));
            out.writeByte(0x53); // aastore
        }
        out.writeByte(0xB0); // areturn
        return bytes.toByteArray();
    }

    private static void sipush(DataOutputStream out, int value) throws IOException {
        out.writeByte(0x11);
        out.writeShort(value);
    }

    /** Text constants that hold the data, each as long as the format allows. */
    private List<Integer> strings(byte[] data) throws IOException {
        List<Integer> constants = new ArrayList<>();
        int start = 0;
        int length = 0;
        for (int i = 0; i <= data.length; i++) {
            // Modified UTF-8 spends two bytes on 0 and on everything above 127.
            int width = i == data.length ? MAX_UTF8 : data[i] > 0 ? 1 : 2;
            if (length + width > MAX_UTF8) {
                int text = utf8(new String(data, start, i - start, StandardCharsets.ISO_8859_1));
                pool.writeByte(TAG_STRING);
                pool.writeShort(text);
                constants.add(poolSize++);
                start = i;
                length = 0;
            }
            length += width;
        }
        return constants;
    }

    private int classOf(String name) throws IOException {
        int text = utf8(name);
        pool.writeByte(TAG_CLASS);
        pool.writeShort(text);
        return poolSize++;
    }

    private int utf8(String text) throws IOException {
        pool.writeByte(TAG_UTF8);
        pool.writeUTF(text);
        return poolSize++;
    }
}
