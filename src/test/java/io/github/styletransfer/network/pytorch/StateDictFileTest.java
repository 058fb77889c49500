package io.github.styletransfer.network.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.network.pytorch.WeightsWriter.Form;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as PyTorch writes them. */
class StateDictFileTest {
  private static final float[] SIX = {1, -2.5f, 3, 1e-30f, 5, 6};

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void readsNamesShapesAndValues(Form form) throws IOException {
    WeightsWriter weights =
        new WeightsWriter()
            .tensor("z.weight", SIX, 2, 3)
            .item("version", pickle -> pickle.number(3))
            .item("nothing", pickle -> pickle.raw('N'))
            .item("lists", pickle -> pickle.raw("](").number(1).number(70_000).raw("e"))
            .tensor("a.bias", new float[] {7}, 1)
            .tensor("scalar", new float[] {8})
            .tensor("empty", new float[0], 0, 3);
    try (StateDictFile file = open(weights.bytes(form))) {
      assertThat(file.weights().names()).containsExactly("z.weight", "a.bias", "scalar", "empty");
      assertThat(shape(file, "z.weight")).containsExactly(2L, 3L);
      assertThat(shape(file, "scalar")).isEmpty();
      assertThat(shape(file, "empty")).containsExactly(0L, 3L);
      assertThat(file.values("z.weight")).containsExactly(SIX);
      assertThat(file.values("a.bias")).containsExactly(7);
      assertThat(file.values("scalar")).containsExactly(8);
      assertThat(file.values("empty")).isEmpty();
      assertThat(file.weights().tensor("version")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void respectsStridesAndOffsets(Form form) throws IOException {
    WeightsWriter weights =
        new WeightsWriter()
            .floats("0", SIX)
            .view("transposed", "0", 6, 0, new long[] {3, 2}, new long[] {1, 3})
            .view("last", "0", 6, 4, new long[] {2}, new long[] {1})
            .view("column", "0", 6, 1, new long[] {2, 1}, new long[] {3, Long.MAX_VALUE})
            .view("same", "0", 6, 2, new long[] {2, 2}, new long[] {0, 1});
    try (StateDictFile file = open(weights.bytes(form))) {
      assertThat(file.values("transposed")).containsExactly(1, 1e-30f, -2.5f, 5, 3, 6);
      assertThat(file.values("last")).containsExactly(5, 6);
      assertThat(file.values("column")).containsExactly(-2.5f, 5);
      assertThat(file.values("same")).containsExactly(3, 1e-30f, 3, 1e-30f);
    }
  }

  @ParameterizedTest
  @CsvSource({"LITTLE_ENDIAN", "BIG_ENDIAN"})
  void readsEveryFloatingPointTypeInEitherByteOrder(String name) throws IOException {
    ByteOrder order = name.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer doubles = ByteBuffer.allocate(16).order(order).putDouble(0.1).putDouble(-3);
    short[] halves = {0x3c00, (short) 0xc000, 0x0001, 0x03ff, 0x7bff, 0x7c00, (short) 0xfc00, 0};
    ByteBuffer half = ByteBuffer.allocate(16).order(order);
    half.asShortBuffer().put(halves);
    ByteBuffer brain = ByteBuffer.allocate(4).order(order);
    brain.putShort((short) 0x3f80).putShort((short) 0xc049);
    WeightsWriter weights =
        new WeightsWriter()
            .order(order)
            .floats("f", SIX)
            .storage("d", doubles.array())
            .storage("h", half.array())
            .storage("b", brain.array())
            .view("f", "f", 6, 0, new long[] {6}, new long[] {1})
            .view("d", "DoubleStorage", "d", 2, 0, new long[] {2}, new long[] {1})
            .view("h", "HalfStorage", "h", 8, 0, new long[] {8}, new long[] {1})
            .view("b", "BFloat16Storage", "b", 2, 0, new long[] {2}, new long[] {1});
    try (StateDictFile file = open(weights.bytes(Form.ARCHIVE))) {
      assertThat(file.values("f")).containsExactly(SIX);
      assertThat(file.values("d")).containsExactly(0.1f, -3);
      assertThat(file.values("h"))
          .containsExactly(
              1,
              -2,
              0x1p-24f,
              0x1.ff8p-15f,
              65504,
              Float.POSITIVE_INFINITY,
              Float.NEGATIVE_INFINITY,
              0);
      assertThat(file.values("b")).containsExactly(1, -3.140625f);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "state_dict"})
  void findsTheWeightsOfACheckpoint(String name) throws IOException {
    WeightsWriter weights = new WeightsWriter().wrapped(name).tensor("w", SIX, 6);
    for (Form form : Form.values()) {
      try (StateDictFile file = open(weights.bytes(form))) {
        assertThat(file.weights().names()).containsExactly("w");
        assertThat(file.values("w")).containsExactly(SIX);
      }
    }
  }

  @Test
  void readsParametersAndMemoizedObjects() throws IOException {
    PickleWriter pickle = new PickleWriter().raw("}q\0").text("w");
    pickle.global("torch._utils", "_rebuild_parameter").raw("(");
    WeightsWriter.view(pickle, "FloatStorage", "0", 6, 0, new long[] {6}, new long[] {1});
    pickle.raw(0x88).global("collections", "OrderedDict").raw(")RtRr").int32(70_000).raw("s");
    pickle.raw("h\0").text("again").raw("j").int32(70_000).raw("s");
    byte[] bytes = new WeightsWriter().floats("0", SIX).bytes(Form.ARCHIVE, pickle.stop());
    try (StateDictFile file = open(bytes)) {
      assertThat(file.weights().names()).containsExactly("w", "again");
      assertThat(file.values("again")).containsExactly(SIX);
    }
  }

  /** As torch.save writes when it is asked for. */
  @Test
  void readsPicklesOfProtocol4() throws IOException {
    PickleWriter pickle = new PickleWriter().raw(0x80, 4, 0x95).raw("\u00ff\0\0\0\0\0\0\0}");
    pickle.raw(0x94).raw("\u008c\u0001w\u0094\u008c\u000ctorch._utils\u0094");
    pickle.raw("\u008c\u0012_rebuild_tensor_v2\u0094\u0093\u0094((\u008c\u0007storage\u0094");
    pickle.raw("\u008c\u0005torch\u008c\u000cFloatStorage\u0093\u008c\u00010\u008c\u0003cpu");
    pickle.number(6).raw("tQ").number(0).number(6).raw(0x85).number(1).raw(0x85, 0x89, 'N');
    byte[] bytes =
        new WeightsWriter().floats("0", SIX).bytes(Form.SEQUENCE, pickle.raw("tRs").stop());
    try (StateDictFile file = open(bytes)) {
      assertThat(file.values("w")).containsExactly(SIX);
    }
  }

  @Test
  void knowsWholeNumbersButDoesNotReadThem() throws IOException {
    WeightsWriter weights =
        new WeightsWriter()
            .storage("n", new byte[8])
            .view("n", "LongStorage", "n", 1, 0, new long[0], new long[0]);
    try (StateDictFile file = open(weights.bytes(Form.ARCHIVE))) {
      assertThat(shape(file, "n")).isEmpty();
    }
  }

  private StateDictFile open(byte[] bytes) throws IOException {
    return StateDictFile.open(Files.write(folder.resolve("network.pth"), bytes));
  }

  private static List<Long> shape(StateDictFile file, String name) {
    return file.weights().tensor(name).orElseThrow().shape();
  }
}
