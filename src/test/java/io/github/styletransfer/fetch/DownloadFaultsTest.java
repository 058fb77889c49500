package io.github.styletransfer.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.ScriptedServer;
import io.github.styletransfer.ScriptedServer.Answer;
import io.github.styletransfer.ServedFile;
import io.github.styletransfer.fetch.DownloadException.Reason;
import io.github.styletransfer.storage.FileLock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers, networks and disks that fail. */
class DownloadFaultsTest {
  private static final int LENGTH = 200_000;
  private static final int CUT = 70_000;
  private static final ServedFile FILE = ServedFile.random(1, LENGTH);
  private static final Duration STALL = Duration.ofSeconds(1);
  private static final String HTML = "\n<!DOCTYPE html><html><title>Log in</title></html>";
  private static final int WHOLE_CLIENT_HELLO = 1 << 16;

  /** On a busy machine, Java's client now and then misses that the handshake failed. */
  private static final String NO_TLS =
      "UNREACHABLE: (A secure connection to localhost can't be made \\(.*"
          + "|The host localhost can't be reached within 60 s)";

  /** Java's client may see the end of an answer without data together with its headers. */
  private static final String NOTHING_MORE_CAME =
      "INTERRUPTED: The (download from localhost broke off after 70,000 of 200,000 bytes|host localhost"
          + " closed the connection) \\(.*";

  @TempDir private Path folder;
  private Downloads downloads;

  /** The first request of all takes long, which must not count as a stall. */
  @BeforeAll
  static void loadClasses(@TempDir Path folder) throws IOException {
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      new Downloads(folder, FILE).fetch(server);
    }
  }

  @BeforeEach
  void setUp() {
    downloads = new Downloads(folder, FILE);
  }

  @Test
  void goesOnAfterACut() throws IOException {
    try (ScriptedServer server = new ScriptedServer(FILE.cutAfter(CUT), FILE.answer())) {
      downloads.fetch(server);

      assertThat(server.ranges()).containsExactly("", "bytes=70000-");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
      assertThat(downloads.events().all())
          .hasSize(6)
          .startsWith("started 0/200000", "stopped")
          .endsWith("started 70000/200000", "stopped", "verifies");
      assertThat(downloads.events().all().get(2))
          .startsWith(
              "interrupted, 60000 ms: The download from localhost broke off after 70,000 of 200,000"
                  + " bytes (");
    }
  }

  @Test
  void givesUpAfterCutsWithoutProgress() throws IOException {
    try (ScriptedServer server = new ScriptedServer(FILE.cutAfter(CUT))) {
      assertThat(failure(server)).matches(NOTHING_MORE_CAME);

      assertThat(server.ranges()).containsExactly("", "bytes=70000-", "bytes=70000-");
      assertThat(downloads.partial()).hasSize(CUT);
    }
  }

  @Test
  void doesNotGiveUpWhileThereIsProgress() throws IOException {
    Answer[] answers =
        new Answer[] {
          FILE.cutAfter(CUT),
          FILE.cutAfter(90_000),
          FILE.cutAfter(120_000),
          FILE.cutAfter(150_000),
          FILE.cutAfter(180_000),
          FILE.answer()
        };
    try (ScriptedServer server = new ScriptedServer(answers)) {
      downloads.fetch(server);

      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void givesUpWhereEachCutCostsAllData() throws IOException {
    ServedFile plain = FILE.with();
    try (ScriptedServer server = new ScriptedServer(plain.cutAfter(CUT))) {
      assertThat(failure(server)).startsWith("INTERRUPTED: ");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void triesAgainWhenAServerFailsInTheMiddle() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            FILE.cutAfter(CUT), ScriptedServer.page(503, "text/html", HTML), FILE.answer())) {
      downloads.fetch(server);

      assertThat(server.requests()).hasSize(3);
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void endsAStall() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(ScriptedServer.thenSilence(FILE.cutAfter(CUT)), FILE.answer())) {
      downloads.stallTimeout(STALL).fetch(server);

      assertThat(server.ranges()).containsExactly("", "bytes=70000-");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void endsAStallBeforeTheAnswer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      downloads.stallTimeout(STALL).withoutRetries();
      assertThat(failure(URI.create("http://localhost:" + silent.getLocalPort() + "/f")))
          .isEqualTo("INTERRUPTED: The host localhost sent nothing for 1 s");
    }
  }

  @Test
  void reportsAConnectionThatEndsWithoutAnAnswer() throws IOException {
    try (ScriptedServer server = new ScriptedServer((request, out) -> {})) {
      assertThat(failure(server))
          .startsWith("INTERRUPTED: The host localhost closed the connection (");
      assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void reportsARefusedConnectionAtOnce() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThat(failure(URI.create("http://localhost:" + port + "/file")))
        .startsWith("UNREACHABLE: The host localhost can't be reached, or refuses the connection");
    assertThat(downloads.events().all()).isEmpty();
  }

  @Test
  void reportsAServerWithoutTls() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Thread answer =
          new Thread(
              () -> {
                try (Socket connection = plain.accept()) {
                  connection.getInputStream().read(new byte[WHOLE_CLIENT_HELLO]);
                  connection
                      .getOutputStream()
                      .write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                  // Closed with bytes unread, the connection would be reset, the answer lost.
                  connection.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                  // The client is free to hang up.
                }
              });
      answer.start();
      assertThat(failure(URI.create("https://localhost:" + plain.getLocalPort() + "/file")))
          .matches(NO_TLS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, REFUSED, (login required)",
    "403, REFUSED, (forbidden)",
    "404, REFUSED, (not found)",
    "418, REFUSED,",
    "429, BUSY, (too many requests)",
    "500, BUSY, (internal server error)",
    "503, BUSY, (not available at the moment)",
  })
  void reportsErrorCodes(int status, Reason reason, String meaning) throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(ScriptedServer.page(status, "text/html", HTML))) {
      String text = meaning == null ? "" : meaning + " ";
      assertThat(failure(server))
          .isEqualTo(
              "%s: localhost answers %d %sfor %s"
                  .formatted(reason, status, text, server.url("/file")));
      assertThat(server.requests()).hasSize(1);
      assertThat(downloads.names()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html; charset=utf-8", "TEXT/HTML", "application/octet-stream"})
  void recognisesWebPages(String contentType) throws IOException {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.page(200, contentType, HTML))) {
      assertThat(failure(server))
          .isEqualTo("WEB_PAGE: " + server.url("/file") + " is a web page (HTML), not the file");
      assertThat(downloads.names()).isEmpty();
    }
  }

  @Test
  void keepsDataWhenAWebPageComesForTheRest() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            FILE.cutAfter(CUT), ScriptedServer.page(200, "text/html", HTML), FILE.answer())) {
      assertThat(failure(server)).startsWith("WEB_PAGE: ");
      assertThat(downloads.partial()).hasSize(CUT);

      downloads.fetch(server);
      assertThat(server.ranges()).containsExactly("", "bytes=70000-", "bytes=70000-");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void refusesAFileOfAnotherLengthBeforeItComes() throws IOException {
    ServedFile shorter = ServedFile.random(3, 1234);
    try (ScriptedServer server = new ScriptedServer(shorter.answer())) {
      assertThat(failure(server))
          .isEqualTo(
              "WRONG_SIZE: The file at "
                  + server.url("/file")
                  + " has 1,234 bytes instead of 200,000");
      assertThat(downloads.names()).isEmpty();
    }
  }

  @Test
  void refusesMoreDataThanTheFileHas() throws IOException {
    byte[] longer = Arrays.copyOf(FILE.content(), LENGTH + 1);
    try (ScriptedServer server =
        new ScriptedServer(ScriptedServer.of(200, longer, ServedFile.ETAG))) {
      assertThat(failure(server)).isEqualTo("WRONG_SIZE: localhost sends more than 200,000 bytes");
      assertThat(downloads.names()).isEmpty();
    }
  }

  @Test
  void noticesTooFewDataWithoutALength() throws IOException {
    byte[] shorter = Arrays.copyOf(FILE.content(), CUT);
    try (ScriptedServer server =
        new ScriptedServer(ScriptedServer.of(200, shorter, ServedFile.ETAG), FILE.answer())) {
      downloads.fetch(server);

      assertThat(downloads.events().all())
          .contains(
              "interrupted, 60000 ms: The download from localhost broke off after 70,000 of 200,000"
                  + " bytes (it sent no more)");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void refusesAPartWhereAllWasAskedFor() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            ScriptedServer.of(206, new byte[9], "Content-Range: bytes 0-8/200000"))) {
      assertThat(failure(server))
          .isEqualTo("REFUSED: localhost sends a part of the file when asked for all of it");
    }
  }

  @Test
  void followsRedirects() throws IOException {
    try (ScriptedServer mirror = new ScriptedServer(FILE.cutAfter(CUT), FILE.answer());
        ScriptedServer server =
            new ScriptedServer(
                ScriptedServer.redirect("/moved?a=b"),
                ScriptedServer.redirect(mirror.url("/m").toString()))) {
      downloads.fetch(server);

      assertThat(server.requests().get(1).line()).isEqualTo("GET /moved?a=b HTTP/1.1");
      assertThat(mirror.ranges()).containsExactly("", "bytes=70000-");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void endsALoopOfRedirects() throws IOException {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.redirect("/file"))) {
      assertThat(failure(server))
          .isEqualTo(
              "REFUSED: localhost redirects more than 10 times, the last time to "
                  + server.url("/file"));
      assertThat(server.requests()).hasSize(11);
    }
  }

  @Test
  void checksForRoomFirst() throws IOException {
    try (ScriptedServer server = new ScriptedServer(FILE.cutAfter(CUT))) {
      downloads.disk(new SmallDisk(LENGTH - 1, LENGTH));
      assertThat(failure(server))
          .isEqualTo(
              "STORAGE: The download needs 200,000 more bytes, but the disk of "
                  + folder.toAbsolutePath()
                  + " has only 199,999 free");
      assertThat(downloads.names()).isEmpty();

      downloads.disk(new SmallDisk(LENGTH - CUT, LENGTH));
      assertThat(failure(server)).startsWith("STORAGE: ");
      downloads.disk(new SmallDisk(LENGTH, LENGTH));
      assertThat(failure(server)).startsWith("INTERRUPTED: ");
      downloads.disk(new SmallDisk(LENGTH - CUT, LENGTH));
      assertThat(failure(server)).startsWith("INTERRUPTED: ");
      downloads.disk(new SmallDisk(LENGTH - CUT - 1, LENGTH));
      assertThat(failure(server)).startsWith("STORAGE: The download needs 130,000 more bytes");
    }
  }

  @Test
  void keepsWhatCameWhenTheDiskFillsUp() throws IOException {
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      downloads.disk(new SmallDisk(LENGTH, 1 << 16));
      assertThat(failure(server))
          .isEqualTo(
              "STORAGE: Writing " + downloads.partial() + " failed (no space left on device)");
      assertThat(downloads.partial()).hasSize(1 << 16);
      assertThat(downloads.events().all()).containsExactly("started 0/200000", "stopped");

      downloads.disk(Disk.LOCAL).fetch(server);
      assertThat(server.ranges()).containsExactly("", "bytes=65536-");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void reportsAFolderThatCannotBeMade() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "");
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      downloads = new Downloads(blocked, FILE);
      assertThat(failure(server))
          .startsWith("STORAGE: The folder " + blocked + " can't be created" + " (");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void reportsATargetThatIsAFolder() throws IOException {
    Files.createDirectory(downloads.target());
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      assertThat(failure(server))
          .isEqualTo("STORAGE: " + downloads.target() + " is a folder, not the name of a file");
    }
  }

  @Test
  void letsOnlyOneDownloadAtATimeRun() throws IOException {
    Download same =
        new Download(
            URI.create("http://localhost/"),
            downloads.target(),
            OptionalLong.empty(),
            FILE.sha256());
    FileLock lock = DownloadLock.of(same);
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      assertThat(failure(server))
          .isEqualTo("LOCKED: Another process is downloading " + downloads.target());
      assertThat(server.requests()).isEmpty();

      lock.close();
      assertThat(downloads.names()).isEmpty();
      downloads.fetch(server);
      assertThat(downloads.names()).isEqualTo("network.mat");
    }
  }

  private String failure(ScriptedServer server) {
    return failure(server.url("/file"));
  }

  /** Reason and message. */
  private String failure(URI url) {
    String[] failure = {""};
    assertThatThrownBy(() -> downloads.fetch(url, OptionalLong.of(LENGTH), FILE.sha256()))
        .isInstanceOfSatisfying(
            DownloadException.class, e -> failure[0] = e.reason() + ": " + e.getMessage());
    return failure[0];
  }

  /** A disk that says how much is free, and takes so many bytes in one go. */
  private record SmallDisk(long freeBytes, int takes) implements Disk {
    @Override
    public long freeBytes(Path folder) {
      return freeBytes;
    }

    @Override
    public OutputStream append(Path file) throws IOException {
      OutputStream out = Disk.LOCAL.append(file);
      return new OutputStream() {
        private int left = takes;

        @Override
        public void write(int b) throws IOException {
          write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          int fits = Math.min(left, length);
          out.write(bytes, offset, fits);
          left -= fits;
          if (fits < length) {
            throw new IOException("No space left on device");
          }
        }

        @Override
        public void close() throws IOException {
          out.close();
        }
      };
    }
  }
}
