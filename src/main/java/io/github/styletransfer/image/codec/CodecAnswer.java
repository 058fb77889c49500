package io.github.styletransfer.image.codec;

import io.github.styletransfer.image.codec.CodecException.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * How a process that decodes or encodes answers on its standard output: an empty text before what
 * it was asked for; or else the name of a {@link Reason} and a message, and nothing more.
 */
final class CodecAnswer {
  private static final String DONE = "";
  private static final int BUFFER_BYTES = 1 << 16;

  private CodecAnswer() {}

  /** What a process does. */
  @FunctionalInterface
  interface Task {
    /** Reads what is asked for, and writes the answer. */
    void run(DataInputStream in, DataOutputStream out) throws IOException;
  }

  /** Does it with this process' standard input and output. */
  static void give(Task task) throws IOException {
    try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES))) {
      try {
        task.run(in, out);
      } catch (CodecException e) {
        refuse(out, e.reason(), String.valueOf(e.getMessage()));
      } catch (LinkageError e) {
        refuse(out, Reason.NO_DECODER, e.toString());
      } catch (OutOfMemoryError e) {
        refuse(out, Reason.MEMORY, e.toString());
      }
    }
  }

  private static void refuse(DataOutputStream out, Reason reason, String message)
      throws IOException {
    out.writeUTF(reason.name());
    out.writeUTF(message);
  }

  /** Says that what was asked for follows. */
  static void begin(DataOutputStream out) throws IOException {
    out.writeUTF(DONE);
  }

  /**
   * Makes sure that what was asked for follows.
   *
   * @throws CodecException with the reason, if it doesn't
   * @throws IOException if there is no answer
   */
  static void await(DataInputStream in) throws IOException {
    String answer = in.readUTF();
    if (!answer.equals(DONE)) {
      throw new CodecException(Reason.valueOf(answer), in.readUTF(), null);
    }
  }
}
