package io.github.styletransfer.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.ScriptedServer;
import io.github.styletransfer.ServedFile;
import io.github.styletransfer.fetch.DownloadException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads, whole or in several runs, and what they leave behind. */
class DownloaderTest {
  private static final int LENGTH = 200_000;
  private static final int CUT = 70_000;
  private static final ServedFile FILE = ServedFile.random(1, LENGTH);
  private static final ServedFile OTHER = ServedFile.random(2, LENGTH).with("ETag: \"two\"");

  @TempDir private Path folder;
  private Downloads downloads;

  @BeforeEach
  void setUp() {
    downloads = new Downloads(folder, FILE);
  }

  @Test
  void writesTheFileAndNothingElse() throws IOException {
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      downloads.fetch(server);

      assertThat(downloads.target()).hasBinaryContent(FILE.content());
      assertThat(downloads.names()).isEqualTo("network.mat");
      assertThat(downloads.events().all())
          .containsExactly("started 0/200000", "stopped", "verifies");
      assertThat(downloads.events().last()).isEqualTo(LENGTH);
      assertThat(server.requests()).hasSize(1);
      assertThat(server.requests().get(0).line()).isEqualTo("GET /file HTTP/1.1");
      assertThat(server.requests().get(0).header("accept-encoding")).isEqualTo("identity");
    }
  }

  @Test
  void makesTheFolder() throws IOException {
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      downloads = new Downloads(folder.resolve("a/b"), FILE);
      downloads.fetch(server);

      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void asksNobodyForAFileThatIsThere() throws IOException {
    Files.write(downloads.target(), FILE.content());
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      downloads.fetch(server);

      assertThat(server.requests()).isEmpty();
      assertThat(downloads.events().all()).containsExactly("there");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {LENGTH, 100})
  void replacesAWrongFile(int length) throws IOException {
    OTHER.writeStart(downloads.target(), length);
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      downloads.fetch(server);

      assertThat(downloads.events().all()).startsWith("replaces", "started 0/200000");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void keepsAWrongFileUntilTheNewOneIsWhole() throws IOException {
    Files.writeString(downloads.target(), "old");
    try (ScriptedServer server = new ScriptedServer(FILE.cutAfter(CUT))) {
      assertFailure(server, Reason.INTERRUPTED);
      assertThat(downloads.target()).hasContent("old");
    }
  }

  @Test
  void goesOnWhereAnEarlierRunEnded() throws IOException {
    leavePartial();
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      moveTo(server);
      downloads.fetch(server);

      assertThat(server.ranges()).containsExactly("bytes=70000-");
      assertThat(server.requests().get(0).header("if-range")).isEqualTo("\"one\"");
      assertThat(downloads.events().all())
          .containsExactly("started 70000/200000", "stopped", "verifies");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
      assertThat(downloads.names()).isEqualTo("network.mat");
    }
  }

  @Test
  void goesOnByTheDateWhereTheEtagIsWeak() throws IOException {
    ServedFile dated = FILE.with("ETag: W/\"one\"", "Last-Modified: Mon, 02 Nov 2026 10:00:00 GMT");
    try (ScriptedServer server = new ScriptedServer(dated.cutAfter(CUT), dated.answer())) {
      downloads.fetch(server);

      assertThat(server.requests().get(1).header("if-range"))
          .isEqualTo("Mon, 02 Nov 2026 10:00:00 GMT");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void startsAfreshWithoutEtagAndDate() throws IOException {
    ServedFile plain = FILE.with();
    try (ScriptedServer server = new ScriptedServer(plain.cutAfter(CUT), plain.answer())) {
      downloads.fetch(server);

      assertThat(server.ranges()).containsExactly("", "");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void startsAfreshWhereRangesAreIgnored() throws IOException {
    leavePartial();
    try (ScriptedServer server = new ScriptedServer(FILE.whole())) {
      moveTo(server);
      downloads.fetch(server);

      assertThat(server.ranges()).containsExactly("bytes=70000-");
      assertThat(downloads.events().all())
          .startsWith(
              "afresh: The 70,000 bytes received so far can't be used: the address or the server's"
                  + " file has changed, or the server can't resume downloads",
              "started 0/200000");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void startsAfreshWhereTheEtagHasChanged() throws IOException {
    ServedFile renamed = FILE.with("ETag: \"three\"");
    leavePartial();
    try (ScriptedServer server = new ScriptedServer(renamed.answer())) {
      moveTo(server);
      downloads.fetch(server);

      assertThat(server.ranges()).containsExactly("bytes=70000-");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Range: bytes 60000-199999/200000",
        "Content-Range: bytes 70000-199999/200001",
        "Content-Range: lines 1-2/3",
        "X: y",
        "Content-Range: bytes 70000-199999/200000\r\nETag: \"other\""
      })
  void startsAfreshWhereThePartDoesNotFit(String header) throws IOException {
    leavePartial();
    try (ScriptedServer server =
        new ScriptedServer(ScriptedServer.of(206, new byte[130_000], header), FILE.answer())) {
      moveTo(server);
      downloads.fetch(server);

      assertThat(server.ranges()).containsExactly("bytes=70000-", "");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void startsAfreshWhereTheRangeCannotBeHad() throws IOException {
    leavePartial();
    try (ScriptedServer server =
        new ScriptedServer(ScriptedServer.page(416, "text/plain", "no"), FILE.answer())) {
      moveTo(server);
      downloads.fetch(server);

      assertThat(server.ranges()).containsExactly("bytes=70000-", "");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void startsAfreshAtAnotherAddress() throws IOException {
    leavePartial();
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      downloads.fetch(server);

      assertThat(server.ranges()).containsExactly("");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "url=http://localhost/\ntotal=many\n", "url=\\u12"})
  void startsAfreshWhereNothingTellsWhereDataAreFrom(String info) throws IOException {
    leavePartial();
    Files.writeString(folder.resolve("network.mat.part.info"), info);
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      downloads.fetch(server);

      assertThat(server.ranges()).containsExactly("");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void dropsEarlierDataThatTurnOutWrong() throws IOException {
    leavePartial();
    OTHER.writeStart(downloads.partial(), CUT);
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      moveTo(server);
      downloads.fetch(server);

      assertThat(server.ranges()).containsExactly("bytes=70000-", "");
      assertThat(downloads.events().all())
          .anyMatch(event -> event.startsWith("afresh: The data from an earlier run are wrong"));
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void keepsAWholeFileOfAnotherHashForARunThatWantsIt() throws IOException {
    try (ScriptedServer server = new ScriptedServer(OTHER.answer())) {
      assertThatThrownBy(() -> downloads.fetch(server))
          .hasMessage(
              "The file at %s has the SHA-256 %s instead of %s"
                  .formatted(server.url("/file"), OTHER.sha256(), FILE.sha256()))
          .extracting("reason")
          .isEqualTo(Reason.WRONG_HASH);
      assertThat(downloads.target()).doesNotExist();
      assertThat(downloads.partial()).hasBinaryContent(OTHER.content());

      downloads.fetch(server.url("/file"), OptionalLong.empty(), OTHER.sha256());
      assertThat(server.requests()).hasSize(1);
      assertThat(downloads.target()).hasBinaryContent(OTHER.content());
      assertThat(downloads.names()).isEqualTo("network.mat");
    }
  }

  @Test
  void loadsAWholeFileOfAnotherHashAgainForARunThatDoesNotWantIt() throws IOException {
    try (ScriptedServer server = new ScriptedServer(OTHER.answer(), FILE.answer())) {
      assertFailure(server, Reason.WRONG_HASH);
      downloads.fetch(server);

      assertThat(server.ranges()).containsExactly("", "");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void takesAFileOfUnknownSize() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(ScriptedServer.of(200, FILE.content(), ServedFile.ETAG))) {
      downloads.fetch(server.url("/file"), OptionalLong.empty(), FILE.sha256());

      assertThat(downloads.events().all()).startsWith("started 0/?");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  /** What a run leaves that broke off for good. */
  private void leavePartial() throws IOException {
    try (ScriptedServer server = new ScriptedServer(FILE.cutAfter(CUT))) {
      assertFailure(server, Reason.INTERRUPTED);
    }
    assertThat(downloads.partial()).hasSize(CUT);
    assertThat(downloads.names()).isEqualTo("network.mat.part network.mat.part.info");
  }

  /** Makes the partial file one of a server on another port. */
  private void moveTo(ScriptedServer server) throws IOException {
    Path info = folder.resolve("network.mat.part.info");
    Files.writeString(
        info,
        Files.readString(info)
            .replaceFirst("url=.*", "url=" + server.url("/file").toString().replace(":", "\\\\:")));
  }

  private void assertFailure(ScriptedServer server, Reason reason) {
    assertThatThrownBy(() -> downloads.fetch(server))
        .isInstanceOf(DownloadException.class)
        .extracting("reason")
        .isEqualTo(reason);
  }
}
