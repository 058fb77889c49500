package io.github.styletransfer.network.vgg;

import static io.github.styletransfer.network.vgg.Faults.AGAIN;
import static io.github.styletransfer.network.vgg.Faults.DOWNLOAD;
import static io.github.styletransfer.network.vgg.Faults.OR_DOWNLOAD;
import static io.github.styletransfer.network.vgg.Faults.assertFault;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no MATLAB 5 files at all. */
class OtherFilesTest {
  private static final String NOT_THE_FILE = ", not the network's MATLAB 5 file";
  private static final String UNPACK =
      NOT_THE_FILE + ". Unpack it if the network is inside" + OR_DOWNLOAD;
  private static final String SAVE =
      NOT_THE_FILE + ". Save it in MATLAB with the option -v7" + OR_DOWNLOAD;
  private static final String NAME_IT =
      ". Give the path of the file itself, such as data/imagenet-vgg-verydeep-19.mat.";

  @TempDir private Path folder;

  @Test
  void missing() {
    assertFault(file(), "does not exist" + DOWNLOAD);
    assertFault(folder.resolve("no/such.mat"), "does not exist" + DOWNLOAD);
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

  @Test
  void empty() throws IOException {
    write("");
    assertFault(file(), "is empty (0 bytes)" + AGAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><title>404</title></html>",
        "\n \u00ef\u00bb\u00bf<html lang='en'>",
        "\u00ef\u00bb\u00bf<!doctype HTML>",
        "<?xml version='1.0'?>\n<html xmlns='x'>"
      })
  void webPage(String page) throws IOException {
    write(page);
    assertFault(file(), "is a web page (HTML)" + NOT_THE_FILE + AGAIN);
  }

  @Test
  void text() throws IOException {
    write("\n{\"error\": \"not found\",\n \"detail\": \"there is no such file\"}");
    assertFault(
        file(),
        "is text that starts with '{\"error\": \"not found\",? \"detail\": \"there...'"
            + NOT_THE_FILE
            + AGAIN);
  }

  @Test
  void gitLfsPointer() throws IOException {
    write("version https://git-lfs.github.com/spec/v1\noid sha256:abdb\nsize 534904783\n");
    assertFault(
        file(),
        "is a Git LFS pointer"
            + NOT_THE_FILE
            + ". Run 'git lfs pull' in the repository it comes from"
            + OR_DOWNLOAD);
  }

  @Test
  void hdf5() throws IOException {
    write("MATLAB 7.3 MAT-file, Platform: GLNXA64" + " ".repeat(86) + "\u0000\u0002IM");
    assertFault(file(), "is a MATLAB 7.3 (HDF5) file" + SAVE);
    write("\u0089HDF\r\n\u001a\n");
    assertFault(file(), "is an HDF5 file" + SAVE);
  }

  @Test
  void otherMatlabVersions() throws IOException {
    write("MATLAB 6.0 MAT-file, Platform: X" + " ".repeat(92) + "\u0000\u0002IM");
    assertFault(
        file(),
        "is a MATLAB file of another version ('MATLAB 6.0 MAT-file, Platform: X"
            + " ".repeat(8)
            + "...')"
            + SAVE);
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      ByteBuffer matlab4 = ByteBuffer.allocate(40).order(order);
      matlab4.putInt(order == ByteOrder.BIG_ENDIAN ? 1000 : 0).putInt(1).putInt(1).putInt(0);
      matlab4.putInt(7).put("layers\0".getBytes(StandardCharsets.US_ASCII));
      Files.write(file(), matlab4.array());
      assertFault(file(), "is a MATLAB 4 file" + NOT_THE_FILE + DOWNLOAD);
    }
  }

  @Test
  void archives() throws IOException {
    write("PK\u0003\u0004\u0000\u0000archive/data.pkl");
    assertFault(file(), "is a ZIP archive, as PyTorch's .pth files are" + UNPACK);
    write("\u001f\u008b\b\u0000");
    assertFault(file(), "is compressed with gzip" + UNPACK);
    write("\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.");
    assertFault(file(), "is a PyTorch file" + NOT_THE_FILE + DOWNLOAD);
  }

  @Test
  void images() throws IOException {
    write("\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF");
    assertFault(file(), "is a JPEG image" + NOT_THE_FILE + DOWNLOAD);
  }

  @Test
  void unknown() throws IOException {
    Files.write(file(), new byte[4096]);
    assertFault(file(), "is zero bytes, as an unfinished download has" + NOT_THE_FILE + AGAIN);
    write("\u0001\u0002\u0003\u0004 something");
    assertFault(file(), "is a file of an unknown kind" + NOT_THE_FILE + DOWNLOAD);
  }

  private Path file() {
    return folder.resolve("network.mat");
  }

  private void write(String latin1) throws IOException {
    Files.write(file(), latin1.getBytes(StandardCharsets.ISO_8859_1));
  }
}
