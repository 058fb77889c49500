package io.github.styletransfer.network.thin;

import static io.github.styletransfer.network.thin.ThinFaults.AGAIN;
import static io.github.styletransfer.network.thin.ThinFaults.DOWNLOAD;
import static io.github.styletransfer.network.thin.ThinFaults.OR_DOWNLOAD;
import static io.github.styletransfer.network.thin.ThinFaults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.styletransfer.network.NetworkFileException;
import io.github.styletransfer.network.pytorch.PickleWriter;
import io.github.styletransfer.network.pytorch.WeightsWriter;
import io.github.styletransfer.network.pytorch.WeightsWriter.Form;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no PyTorch files at all, or not whole, or do more than hold weights. */
@Timeout(60)
class UnusableFilesTest {
  private static final String NOT_THE_FILE = ", not the network's PyTorch file";
  private static final String NAME_IT =
      ". Give the path of the file itself, such as data/thin-vgg19.pth.";
  private static final String UNPACK =
      NOT_THE_FILE + ". Unpack it if the network is inside" + OR_DOWNLOAD;

  /** Of a file of the thin network with one channel. */
  private static final int STORAGES = 29;

  private static final int VALUES = 161;

  @TempDir private Path folder;

  @Test
  void missing() {
    assertFault(file(), "does not exist" + DOWNLOAD);
  }

  @Test
  void folder() {
    assertFault(folder, "is a folder" + NAME_IT);
  }

  @Test
  void device() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));
    assertFault(device, "is not a file but a device or pipe" + NAME_IT);
  }

  @Test
  void unreadable() throws IOException {
    File unreadable = Files.writeString(file(), "x").toFile();
    assumeTrue(unreadable.setReadable(false, false) && !Files.isReadable(file()));
    assertFault(
        file(),
        "can't be read: permission denied. Change the permissions of the file or of its folder.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE html><html><title>404</title></html> | a web page (HTML)",
        "404: Not Found | text that starts with '404: Not Found'",
        "MATLAB 5.0 MAT-file, Platform: X | a MATLAB 5 file",
        "MATLAB 7.3 MAT-file, Platform: X | a MATLAB file",
      })
  void textFiles(String content, String kind) throws IOException {
    write(content);
    assertFault(
        file(), "is " + kind + NOT_THE_FILE + (content.startsWith("MATLAB") ? DOWNLOAD : AGAIN));
  }

  @Test
  void otherFiles() throws IOException {
    write("");
    assertFault(file(), "is empty (0 bytes)" + AGAIN);
    write("version https://git-lfs.github.com/spec/v1\noid sha256:9417\nsize 3862288\n");
    assertFault(
        file(),
        "is a Git LFS pointer"
            + NOT_THE_FILE
            + ". Run 'git lfs pull' in the repository it comes from"
            + OR_DOWNLOAD);
    write("\u001f\u008b\b\u0000");
    assertFault(file(), "is compressed with gzip" + UNPACK);
    write("\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF");
    assertFault(file(), "is a JPEG image" + NOT_THE_FILE + DOWNLOAD);
    write("\u0089HDF\r\n\u001a\n");
    assertFault(file(), "is an HDF5 file" + NOT_THE_FILE + DOWNLOAD);
    Files.write(file(), new byte[4096]);
    assertFault(file(), "is zero bytes, as an unfinished download has" + NOT_THE_FILE + AGAIN);
    write("\u0080\u0000");
    assertFault(file(), "is a file of an unknown kind" + NOT_THE_FILE + DOWNLOAD);
  }

  @Test
  void otherArchivesAndPickles() throws IOException {
    Files.write(file(), WeightsWriter.zip(Map.of("a/b/data.pkl", new byte[9]), true));
    assertFault(file(), "is a ZIP archive without PyTorch's data.pkl" + UNPACK);
    Files.write(file(), new PickleWriter().raw("](").number(1).text("x").raw("e").stop());
    assertFault(
        file(), "is a pickle of Python that PyTorch didn't write" + NOT_THE_FILE + DOWNLOAD);
  }

  @Test
  void sequencesCutShort() throws IOException {
    byte[] whole = new ThinFiles(1).bytes(Form.SEQUENCE);
    int picklesEnd = whole.length - STORAGES * Long.BYTES - VALUES * Float.BYTES;
    for (int length = 2; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      String end =
          length < picklesEnd
              ? "ends within its list of tensors"
              : String.format(Locale.ROOT, "should have at least %,d", whole.length);
      assertFault(
          file(),
          String.format(
              Locale.ROOT,
              "is an incomplete download: it has %,d bytes and %s%s",
              length,
              end,
              AGAIN));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ARCHIVE", "COMPRESSED_ARCHIVE"})
  void archivesCutShort(Form form) throws IOException {
    byte[] whole = new ThinFiles(1).bytes(form);
    for (int length = 4; length < whole.length; length += 1 + length / 50) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertFault(
          file(),
          "is cut short or damaged: it is a ZIP archive that can't be opened (zip END header not"
              + " found)"
              + AGAIN);
    }
  }

  @Test
  void picklesCutShortInArchives() throws IOException {
    byte[] pickle = new WeightsWriter().tensor("w", new float[1], 1).pickle();
    for (int length = 0; length < pickle.length; length++) {
      writePickle(Arrays.copyOf(pickle, length));
      assertFault(file(), "is damaged: its data.pkl ends too early" + AGAIN);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "posix, system",
    "os, system",
    "builtins, eval",
    "__builtin__, eval",
    "builtins, getattr",
    "builtins, set",
    "subprocess, Popen",
    "torch.hub, load",
    "torch, load",
    "torch.storage, _load_from_bytes",
    "torchvision.models.vgg, VGG",
    "decimal, Decimal",
    "array, array",
    "java.lang, Runtime",
  })
  void nothingOfPythonIsRun(String module, String name) throws IOException {
    String refusal =
        "is refused: it names Python's "
            + module
            + "."
            + name
            + ", which no weights need; none of it was run"
            + DOWNLOAD;
    Path trace = folder.resolve("trace");
    byte[] pickle =
        new PickleWriter().global(module, name).text("touch " + trace).raw(0x85, 'R').stop();
    writePickle(pickle);
    assertFault(file(), refusal);
    Files.write(file(), new WeightsWriter().bytes(Form.SEQUENCE, pickle));
    assertFault(file(), refusal);
    Files.write(file(), pickle);
    assertFault(file(), refusal);
    writePickle(new PickleWriter().text(module).text(name).raw(0x93).stop());
    assertFault(file(), refusal);
    assertThat(trace).doesNotExist();
  }

  /** Those that would construct objects, call methods or take lengths from the file. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0081", "\u0092", "i", "o", "\u0082", "P", "0", "1", "2", "I", "F", "L", "S", "V", "d",
        "l", "g", "p", "\u008b", "\u008d", "\u008e", "\u0096", "B", "C", "\u008f", "\u0090",
        "\u0091", "\u0097", "\u0098", "\u0000"
      })
  void instructionsThatWeightsDoNotNeed(String instruction) throws IOException {
    writePickle(new PickleWriter().raw("}").raw(instruction).raw("xxxxxxxxxxx").stop());
    assertFault(
        file(),
        String.format(
            Locale.ROOT,
            "is damaged or refused: its pickle has the instruction 0x%02x at byte 3, which no"
                + " weights need%s",
            (int) instruction.charAt(0),
            AGAIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s",
        "Ns",
        "t",
        "(u",
        "}(Nu",
        "]NNs",
        "}Na",
        "}(Ne",
        "h\u0007",
        "j\u0007\0\0\0",
        "NR",
        "))R",
        "}Q",
        ")Q",
        "b",
        "\u0093",
        "\u0080\u0009",
        "ccollections\nOrderedDict\n(NtR",
        "ctorch._utils\n_rebuild_parameter\n)R",
        "ctorch._utils\n_rebuild_tensor_v2\n(NNNNtR",
        "ctorch\nFloatStorage\n)R"
      })
  void picklesWithoutSense(String instructions) throws IOException {
    writePickle(new PickleWriter().raw(instructions).raw("NNNN").stop());
    assertSenseless();
  }

  @Test
  void hugeLengths() throws IOException {
    for (String instruction : new String[] {"X", "T"}) {
      for (int length : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 100}) {
        writePickle(new PickleWriter().raw(instruction).int32(length).stop());
        assertFault(file(), "is damaged: its data.pkl ends too early" + AGAIN);
      }
    }
    writePickle(new byte[(1 << 20) + 1]);
    assertFault(
        file(),
        "is another network: the list of its tensors has more than 1,048,576 bytes" + DOWNLOAD);
    ByteArrayOutputStream sequence = new ByteArrayOutputStream();
    sequence.writeBytes(WeightsWriter.sequenceStart());
    sequence.writeBytes(new PickleWriter().text("x".repeat(1 << 20)).stop());
    Files.write(file(), sequence.toByteArray());
    assertFault(
        file(),
        "is another network: the list of its tensors has more than 1,048,576 bytes" + DOWNLOAD);
  }

  /** A megabyte of instructions each, the worst for memory and time that there are. */
  @ParameterizedTest
  @ValueSource(strings = {"}", "]", "(", "N\u0085", "\u0085", "]q\0", "h\0", "(h\0h\0e", "(e"})
  void nestingWithoutEnd(String instructions) throws IOException {
    PickleWriter pickle = new PickleWriter().raw("]q\0");
    pickle.raw(instructions.repeat(((1 << 20) - 10) / instructions.length()));
    writePickle(pickle.stop());
    assertThatThrownBy(() -> ThinLoader.load(file()))
        .isExactlyInstanceOf(NetworkFileException.class)
        .hasMessageStartingWith(file() + " is another PyTorch file: it holds no weights ")
        .hasMessageEndingWith(DOWNLOAD);
  }

  /** Lists in lists, each twice in the next: their hash would take for ever. */
  @Test
  void keysThatContainThemselvesManyTimes() throws IOException {
    PickleWriter pickle = new PickleWriter().raw("]q\0");
    for (int i = 0; i < 100; i++) {
      pickle.raw("](h").raw(i).raw("h").raw(i).raw("eq").raw(i + 1);
    }
    writePickle(pickle.raw("h").raw(100, 'a').raw("}h").raw(100).raw("Ns").stop());
    assertFault(file(), "is another PyTorch file: it holds no weights but nothing" + DOWNLOAD);
  }

  @ParameterizedTest
  @EnumSource
  void storagesThatAreTooShortOrMissing(Form form) throws IOException {
    WeightsWriter view = new WeightsWriter().view("w", "s", 6, 0, new long[] {6}, new long[] {1});
    Files.write(file(), view.bytes(form));
    assertFault(file(), "is damaged: its storage s is missing" + AGAIN);
    view.floats("s", 1, 2, 3, 4, 5);
    Files.write(file(), view.bytes(form));
    if (form == Form.SEQUENCE) {
      int size = view.bytes(form).length;
      assertFault(
          file(),
          String.format(
              Locale.ROOT,
              "is an incomplete download: it has %,d bytes and should have at least %,d%s",
              size,
              size + 4,
              AGAIN));
    } else {
      assertFault(
          file(),
          "is damaged: its storage s has 20 bytes and should have 6 values of 4 bytes" + AGAIN);
    }
    view.floats("s", 1, 2, 3, 4, 5, 6, 7);
    Files.write(file(), view.bytes(form));
    assertFault(
        file(),
        "is damaged: its storage s has "
            + (form == Form.SEQUENCE ? "7 values" : "28 bytes")
            + " and should have 6 values of 4 bytes"
            + AGAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 7, 1, 1, 1",
    "1, 6, 1, 1, 1",
    "-1, 6, 1, 1, 1",
    "7, 0, 1, 1, 1",
    "0, -1, 1, 1, 1",
    "0, 2, 1, 6, 1",
    "0, 2, 1, -1, 1",
    "0, 3, 3, 0, 0",
    "0, 4294967296, 1, 4294967296, 1",
    "0, 2, 1, 9223372036854775807, 1",
    "5, 2, 2, 9223372036854775807, 9223372036854775807",
  })
  void tensorsBeyondTheirStorages(long offset, long rows, long columns, long down, long right)
      throws IOException {
    WeightsWriter weights =
        new WeightsWriter()
            .floats("s", new float[6])
            .view("w", "s", 6, offset, new long[] {rows, columns}, new long[] {down, right});
    for (Form form : Form.values()) {
      Files.write(file(), weights.bytes(form));
      assertFault(
          file(), "is damaged: its tensor w needs more values than its storage has" + AGAIN);
    }
  }

  @Test
  void impossibleStorages() throws IOException {
    for (long elements : new long[] {-1, 1L << 40, Long.MAX_VALUE}) {
      writePickle(
          new WeightsWriter().view("w", "s", elements, 0, new long[] {6}, new long[] {1}).pickle());
      assertSenseless();
    }
    WeightsWriter twice =
        new WeightsWriter()
            .floats("s", new float[6])
            .view("w", "s", 6, 0, new long[] {6}, new long[] {1})
            .view("v", "s", 5, 0, new long[] {5}, new long[] {1});
    Files.write(file(), twice.bytes(Form.ARCHIVE));
    assertSenseless();
  }

  private void assertSenseless() {
    assertThatThrownBy(() -> ThinLoader.load(file()))
        .isExactlyInstanceOf(NetworkFileException.class)
        .hasMessageStartingWith(file() + " is damaged: its pickle makes no sense at byte ")
        .hasMessageEndingWith(AGAIN);
  }

  private Path file() {
    return folder.resolve("network.pth");
  }

  private void write(String latin1) throws IOException {
    Files.write(file(), latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** As an archive without storages. */
  private void writePickle(byte[] pickle) throws IOException {
    Files.write(file(), new WeightsWriter().bytes(Form.ARCHIVE, pickle));
  }
}
