package io.github.styletransfer.record;

import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.storage.AtomicFile;
import io.github.styletransfer.storage.CheckedReader;
import io.github.styletransfer.storage.CheckedWriter;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StateArray;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A run's state in a file, with what the run was asked to do. The file is replaced in one move, so
 * that there is always a complete one; it is read on the machine that wrote it.
 */
public final class RunStateFile {
  private static final String FORMAT = "style-transfer run state ";

  /** The first version has losses of these names, and names none. */
  private static final List<String> NAMES_OF_VERSION_1 = List.of("content", "style", "tv");

  private static final int LONGEST_TEXT = 1 << 16;
  private static final int MOST_ENTRIES = 1 << 16;
  private static final int MOST_NAMES = 1 << 8;
  private static final int LARGEST_SIDE = 1 << 30;

  private RunStateFile() {}

  /**
   * What a file holds.
   *
   * @param job names and values of all that decides the run's result
   * @param state where the run stood
   */
  public record Saved(Map<String, String> job, RunState state) {}

  /**
   * Writes a state.
   *
   * @param file replaced if it exists; its folder must exist
   * @param job names and values of all that decides the run's result, in an order for people
   * @throws IOException if the file can't be written; an existing one is then unchanged
   */
  public static void write(Path file, Map<String, String> job, RunState state) throws IOException {
    AtomicFile.replace(
        file,
        temporary -> {
          try (FileChannel channel =
              FileChannel.open(
                  temporary,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE)) {
            CheckedWriter out = new CheckedWriter(channel);
            List<String> names = names(state.losses());
            boolean first = names.equals(NAMES_OF_VERSION_1);
            out.writeText(FORMAT + (first ? 1 : 2));
            writeJob(out, job);
            if (!first) {
              writeNames(out, names);
            }
            writeState(out, state);
            out.end();
          }
        });
  }

  private static List<String> names(List<LossEntry> losses) {
    return losses.isEmpty() ? NAMES_OF_VERSION_1 : losses.get(0).losses().names();
  }

  private static void writeNames(CheckedWriter out, List<String> names) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      out.writeText(name);
    }
  }

  private static void writeJob(CheckedWriter out, Map<String, String> job) throws IOException {
    out.writeInt(job.size());
    for (Map.Entry<String, String> entry : job.entrySet()) {
      out.writeText(entry.getKey());
      out.writeText(entry.getValue());
    }
  }

  private static void writeState(CheckedWriter out, RunState state) throws IOException {
    out.writeInt(state.iteration());
    out.writeInt(state.recoveries());
    writeArray(out, state.image());
    out.writeInt(state.arrays().size());
    for (Map.Entry<String, StateArray> array : state.arrays().entrySet()) {
      out.writeText(array.getKey());
      writeArray(out, array.getValue());
    }
    out.writeInt(state.numbers().size());
    for (Map.Entry<String, Double> number : state.numbers().entrySet()) {
      out.writeText(number.getKey());
      out.writeDouble(number.getValue());
    }
    out.writeInt(state.losses().size());
    for (LossEntry entry : state.losses()) {
      out.writeInt(entry.iteration());
      out.writeDouble(entry.losses().total());
      for (double value : entry.losses().terms().values()) {
        out.writeDouble(value);
      }
    }
  }

  private static void writeArray(CheckedWriter out, StateArray array) throws IOException {
    long[] shape = array.shape();
    out.writeInt(shape.length);
    for (long size : shape) {
      out.writeInt(Math.toIntExact(size));
    }
    out.write(array.bytes());
  }

  /**
   * Reads a state.
   *
   * @param memory makes the array that a shape asks for, to be filled
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws IOException if it can't be read, is damaged or of another version of the program
   */
  public static Saved read(Path file, Function<long[], StateArray> memory) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      CheckedReader in = new CheckedReader(channel);
      int version = readVersion(in);
      Map<String, String> job = readJob(in);
      List<String> names = version == 1 ? NAMES_OF_VERSION_1 : readNames(in);
      RunState state = readState(in, names, memory);
      in.requireEnd();
      return new Saved(job, state);
    }
  }

  /**
   * Reads what the run was asked to do, without a check of the rest of the file.
   *
   * @throws IOException if it can't be read, or is of another version of the program
   */
  public static Map<String, String> readJob(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      CheckedReader in = new CheckedReader(channel);
      readVersion(in);
      return readJob(in);
    }
  }

  private static int readVersion(CheckedReader in) throws IOException {
    String format = in.readText(LONGEST_TEXT);
    if (!format.equals(FORMAT + 1) && !format.equals(FORMAT + 2)) {
      throw new IOException("it isn't a state of this version of the program");
    }
    return format.equals(FORMAT + 1) ? 1 : 2;
  }

  private static List<String> readNames(CheckedReader in) throws IOException {
    List<String> names = new ArrayList<>();
    int count = in.readInt(0, MOST_NAMES);
    for (int i = 0; i < count; i++) {
      names.add(in.readText(LONGEST_TEXT));
    }
    return names;
  }

  private static Map<String, String> readJob(CheckedReader in) throws IOException {
    Map<String, String> job = new LinkedHashMap<>();
    int count = in.readInt(0, MOST_ENTRIES);
    for (int i = 0; i < count; i++) {
      job.put(in.readText(LONGEST_TEXT), in.readText(LONGEST_TEXT));
    }
    return job;
  }

  private static RunState readState(
      CheckedReader in, List<String> names, Function<long[], StateArray> memory)
      throws IOException {
    int iteration = in.readInt(0, Integer.MAX_VALUE);
    int recoveries = in.readInt(0, Integer.MAX_VALUE);
    StateArray image = readArray(in, memory);
    Map<String, StateArray> arrays = new LinkedHashMap<>();
    int count = in.readInt(0, MOST_ENTRIES);
    for (int i = 0; i < count; i++) {
      arrays.put(in.readText(LONGEST_TEXT), readArray(in, memory));
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    count = in.readInt(0, MOST_ENTRIES);
    for (int i = 0; i < count; i++) {
      numbers.put(in.readText(LONGEST_TEXT), in.readDouble());
    }
    List<LossEntry> losses = new ArrayList<>();
    count = in.readInt(0, Integer.MAX_VALUE);
    for (int i = 0; i < count; i++) {
      int of = in.readInt(0, Integer.MAX_VALUE);
      double total = in.readDouble();
      Map<String, Double> terms = new LinkedHashMap<>();
      for (String name : names) {
        terms.put(name, in.readDouble());
      }
      losses.add(new LossEntry(of, new Losses(total, terms)));
    }
    return new RunState(iteration, recoveries, image, arrays, numbers, losses);
  }

  private static StateArray readArray(CheckedReader in, Function<long[], StateArray> memory)
      throws IOException {
    long[] shape = new long[in.readInt(1, 4)];
    long left = Long.MAX_VALUE / Float.BYTES;
    long elements = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = in.readInt(1, LARGEST_SIDE);
      if (elements > left / shape[i]) {
        throw new IOException("an array is too large");
      }
      elements *= shape[i];
    }
    in.requireLeft(elements * Float.BYTES);
    StateArray array = memory.apply(shape);
    in.read(array.bytes());
    return array;
  }
}
