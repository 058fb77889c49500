package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.ScriptedServer;
import io.github.styletransfer.ServedFile;
import io.github.styletransfer.fetch.Disk;
import io.github.styletransfer.fetch.DownloadSettings;
import io.github.styletransfer.fetch.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command fetch as a person uses it. */
class FetchCommandTest {
  private static final ServedFile FILE = ServedFile.random(1, 50_000);
  private static final ServedFile OTHER = ServedFile.random(2, 50_000);
  private static final String SEE_HELP = "Run 'style-transfer fetch --help' for help.\n";
  private static final String NO_HASH =
      "0000000000000000000000000000000000000000000000000000000000000000";
  private static final String THIN = "data/thin-vgg19.pth";
  private static final String TARGET = "data/imagenet-vgg-verydeep-19.mat";

  @TempDir private Path folder;
  private Program program;

  @BeforeEach
  void setUp() {
    program = program(Map.of());
  }

  @Test
  void printsThePathOfTheFile() throws IOException {
    try (ScriptedServer server = new ScriptedServer(FILE.cutAfter(20_000), FILE.answer())) {
      fetch(server);

      assertThat(program.err()).isEmpty();
      assertThat(program.exitCode()).isZero();
      assertThat(program.out()).isEqualTo(target() + "\n");
      assertThat(target()).hasBinaryContent(FILE.content());

      fetch(server);
      assertThat(program.exitCode()).isZero();
      assertThat(program.out()).isEqualTo(target() + "\n");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void putsTheFileElsewhere() throws IOException {
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      fetch(server, "--output=elsewhere/vgg.mat");

      assertThat(program.out()).isEqualTo(folder.resolve("elsewhere/vgg.mat") + "\n");
      assertThat(folder.resolve("elsewhere/vgg.mat")).hasBinaryContent(FILE.content());
      assertThat(folder.resolve("data")).doesNotExist();
    }
  }

  @Test
  void putsTheFileWhereALinkLeads() throws IOException {
    Path store = Files.createDirectories(folder.resolve("store")).resolve("vgg.mat");
    Files.createDirectories(folder.resolve("data"));
    Files.createSymbolicLink(target(), store);
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      fetch(server);

      assertThat(program.exitCode()).isZero();
      assertThat(target()).isSymbolicLink();
      assertThat(store).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void saysThatTheNextRunGoesOn() throws IOException {
    try (ScriptedServer server = new ScriptedServer(FILE.cutAfter(20_000))) {
      fetch(server);

      assertThat(program.exitCode()).isEqualTo(8);
      assertThat(program.out()).isEmpty();
      assertThat(program.err())
          // Where the last attempt's answer has no data, the client may not see it begin.
          .matches(
              "(?s)style-transfer fetch: (The download from localhost broke off after 20,000 of 50,000"
                  + " bytes|The host localhost closed the connection) \\(.*")
          .endsWith(
              "). Run the command again; if that doesn't help, name another address with --url,"
                  + " or download "
                  + server.url("/vgg")
                  + " with a browser and place it at "
                  + target()
                  + ". The 20,000 bytes received so far are kept in "
                  + target()
                  + ".part: run the same command to continue from there.\n");
      assertThat(target()).doesNotExist();
    }
  }

  @Test
  void wantsTheCurrentBuildUnlessToldOtherwise() throws IOException {
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      program.run("fetch", "--url=" + server.url("/vgg"));

      assertThat(program.exitCode()).isEqualTo(8);
      assertThat(program.err())
          .isEqualTo(
              "style-transfer fetch: The file at "
                  + server.url("/vgg")
                  + " has 50,000 bytes instead of 534,904,783. Name another address with --url;"
                  + " for another build, pass its SHA-256 with --sha256.\n");
    }
  }

  @Test
  void putsTheThinNetworkInItsPlace() throws IOException {
    try (ScriptedServer server = new ScriptedServer(FILE.cutAfter(20_000), FILE.answer())) {
      fetch(server, "thin");

      assertThat(program.err()).isEmpty();
      assertThat(program.exitCode()).isZero();
      assertThat(program.out()).isEqualTo(folder.resolve(THIN) + "\n");
      assertThat(folder.resolve(THIN)).hasBinaryContent(FILE.content());
      assertThat(target()).doesNotExist();
    }
  }

  @Test
  void putsTheThinNetworkElsewhere() throws IOException {
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      fetch(server, "Thin", "--output=elsewhere/thin");

      assertThat(program.out()).isEqualTo(folder.resolve("elsewhere/thin") + "\n");
    }
  }

  @Test
  void wantsTheThinNetworksPublishedFileUnlessToldOtherwise() throws IOException {
    ServedFile asLong = ServedFile.random(3, 3_862_288);
    try (ScriptedServer server = new ScriptedServer(FILE.answer(), asLong.answer())) {
      program.run("fetch", "thin", "--url=" + server.url("/thin"));
      assertThat(program.exitCode()).isEqualTo(8);
      assertThat(program.err()).contains(" has 50,000 bytes instead of 3,862,288. ");

      program.run("fetch", "thin", "--url=" + server.url("/thin"));
      assertThat(program.exitCode()).isEqualTo(8);
      assertThat(program.err())
          .contains(
              " instead of 9417c34d0d8d621bc6af78be745f1b8d30f5f210efa01e50655c60eb3770816b. ");
      assertThat(folder.resolve(THIN)).doesNotExist();
    }
  }

  @Test
  void knowsWhereEachNetworkIs() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      program = program(Map.of("https_proxy", "http://127.0.0.1:" + closed.getLocalPort()));
    }
    program.run("fetch");
    assertThat(program.err())
        .contains(
            "download https://www.vlfeat.org/matconvnet/models/imagenet-vgg-verydeep-19.mat with a"
                + " browser and place it at "
                + target());
    program.run("fetch", "thin");
    assertThat(program.err())
        .contains(
            "download https://raw.githubusercontent.com/MingSun-Tse/Collaborative-Distillation/"
                + "4a269dc90020721ef9b279b2926c62f5bcd6d209/trained_models/wct_se_16x_new/"
                + "20191109-211322_E20.pth with a browser and place it at "
                + folder.resolve(THIN));
  }

  @Test
  void listsTheNetworks() throws IOException {
    program.run("fetch", "--list");
    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(program.out())
        .isEqualTo(
            """
            vgg19  535 MB  data/imagenet-vgg-verydeep-19.mat  not there
                           Creative Commons Attribution, Visual Geometry Group, Oxford
            thin     4 MB  data/thin-vgg19.pth                not there
                           MIT, Copyright (c) 2020 Huan Wang
            """);
    assertThat(program.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(folder).isEmptyDirectory();

    Files.createDirectories(folder.resolve("data"));
    Files.createFile(folder.resolve(THIN));
    program.run("fetch", "--list", "-q");
    assertThat(program.out()).contains("mat  not there\n", "thin-vgg19.pth                there\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"thin", "vgg19", "--url=http://h/f", "--output=x", "--sha256=" + NO_HASH})
  void listsNothingButAll(String argument) {
    program.run("fetch", "--list", argument);
    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err())
        .isEqualTo(
            "style-transfer fetch: --list downloads nothing: leave out the network and its"
                + " options.\n"
                + SEE_HELP);
  }

  @Test
  void saysWhatToDoAboutAnotherHash() throws IOException {
    try (ScriptedServer server = new ScriptedServer(OTHER.answer())) {
      fetch(server);

      assertThat(program.exitCode()).isEqualTo(8);
      assertThat(program.err())
          .isEqualTo(
              "style-transfer fetch: The file at %s has the SHA-256 %s instead of %s. If that is"
                      .formatted(server.url("/vgg"), OTHER.sha256(), FILE.sha256())
                  + " the build you want, pass this SHA-256 with --sha256: the data are kept in "
                  + target()
                  + ".part and needn't be downloaded again. Otherwise name another address with"
                  + " --url.\n");
      assertThat(target()).doesNotExist();

      program.run("fetch", "--url=" + server.url("/vgg"), "--sha256=" + OTHER.sha256());
      assertThat(program.exitCode()).isZero();
      assertThat(target()).hasBinaryContent(OTHER.content());
    }
  }

  @Test
  void recognisesAWebPage() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(ScriptedServer.page(200, "text/html", "<html>Log in</html>"))) {
      fetch(server);

      assertThat(program.exitCode()).isEqualTo(8);
      assertThat(program.err())
          .startsWith(
              "style-transfer fetch: "
                  + server.url("/vgg")
                  + " is a web page (HTML), not the file. A proxy or the network's login page may"
                  + " have answered instead: log in, check https_proxy, name another address with"
                  + " --url, or download ");
    }
  }

  @Test
  void namesTheCodeOfAServerThatRefuses() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(ScriptedServer.page(404, "text/html", "<html>Not found</html>"))) {
      fetch(server);

      assertThat(program.exitCode()).isEqualTo(8);
      assertThat(program.err())
          .startsWith(
              "style-transfer fetch: localhost answers 404 (not found) for "
                  + server.url("/vgg")
                  + ". Check the address and the proxy settings, name another address with --url,");
    }
  }

  @Test
  void saysWhatToCheckWhenNobodyAnswers() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    program.run("fetch", "--url=http://localhost:" + port + "/vgg");

    assertThat(program.exitCode()).isEqualTo(8);
    assertThat(program.err())
        .startsWith(
            "style-transfer fetch: The host localhost can't be reached, or refuses the connection")
        .contains(
            ". Check the network and the proxy settings (https_proxy, http_proxy, no_proxy), name"
                + " another address with --url, or download http://localhost:"
                + port
                + "/vgg with a browser and place it at "
                + target()
                + ".\n");
  }

  @Test
  void obeysTheEnvironment() throws IOException {
    try (ScriptedServer proxy = new ScriptedServer(FILE.answer())) {
      program = program(Map.of("http_proxy", "http://localhost:" + proxy.port()));
      program.run("fetch", "--url=http://files.example/vgg", "--sha256=" + FILE.sha256());
      assertThat(program.exitCode()).isZero();
      assertThat(proxy.requests().get(0).line()).startsWith("GET http://files.example/vgg ");
    }

    program = program(Map.of("https_proxy", "socks5://localhost"));
    program.run("fetch");
    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer fetch: The environment variable https_proxy doesn't name an HTTP"
                + " proxy. Set it to http://host:port or http://user:password@host:port.\n");
  }

  @Test
  void reportsAFolderThatCannotBeWrittenTo() throws IOException {
    Files.writeString(folder.resolve("data"), "in the way");
    try (ScriptedServer server = new ScriptedServer(FILE.answer())) {
      fetch(server);

      assertThat(program.exitCode()).isEqualTo(5);
      assertThat(program.err())
          .startsWith(
              "style-transfer fetch: The folder "
                  + folder.resolve("data")
                  + " can't be created (a file is in the way")
          .endsWith(
              "). Check the disk and its free space, or choose another place with --output.\n");
    }
  }

  @Test
  void refusesWrongValues() {
    program.run("fetch", "--url=ftp://h/f");
    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer fetch: --url: the address must start with https:// or http:// and a host's"
                + " name, not ftp://h/f\n"
                + SEE_HELP);

    program.run("fetch", "--sha256=12");
    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer fetch: --sha256 must have 64 hexadecimal digits, not '12'\n"
                + SEE_HELP);
  }

  private void fetch(ScriptedServer server, String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "fetch";
    args[1] = "--url=" + server.url("/vgg");
    args[2] = "--sha256=" + FILE.sha256();
    System.arraycopy(more, 0, args, 3, more.length);
    program.run(args);
  }

  private Path target() {
    return folder.resolve(TARGET);
  }

  private Program program(Map<String, String> environment) {
    Duration timeout = Duration.ofMinutes(1);
    return new Program(
        folder,
        new DownloadSettings(
            environment,
            timeout,
            timeout,
            new RetryPolicy(1, Duration.ZERO, 1000, pause -> {}),
            Disk.LOCAL));
  }
}
