package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.run.StopSignals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many photos in one go. */
class BatchCommandTest extends ProgramFixture {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @BeforeEach
  void makePhotosAndPaintings() throws IOException {
    Files.createDirectories(folder.resolve("photos/trip"));
    Files.createDirectories(folder.resolve("paintings"));
    photo("photos/a.png");
    photo("photos/b.png");
    photo("photos/trip/c.png");
    Files.writeString(folder.resolve("photos/notes.txt"), "not a photo");
    Files.copy(GOLDEN.file("content.png"), folder.resolve("photos/.hidden.png"));
    Files.copy(GOLDEN.file("style.png"), folder.resolve("paintings/sea.png"));
    Files.copy(GOLDEN.file("content.png"), folder.resolve("paintings/hill.png"));
  }

  @Test
  void paintsEveryPhotoInEveryStyleAsThePlainCommandDoes() throws IOException {
    batch(
        "--content",
        "photos",
        "--style",
        "paintings",
        "--output=out",
        "--name={content}-{style}.png");

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(program.out().lines())
        .containsExactly(
            folder.resolve("out/a-hill.png").toString(),
            folder.resolve("out/b-hill.png").toString(),
            folder.resolve("out/a-sea.png").toString(),
            folder.resolve("out/b-sea.png").toString());
    assertThat(names("out")).containsExactly("a-hill.png", "a-sea.png", "b-hill.png", "b-sea.png");
    program.run(
        "--content=photos/b.png", "--style=paintings/sea.png", "--size=32", "--output=one.png");
    assertThat(folder.resolve("out/b-sea.png"))
        .hasSameBinaryContentAs(folder.resolve("output/one.png"));
  }

  @Test
  void keepsALedgerAndAReportAndLittleOfEachRun() throws IOException {
    batch("--content=photos", "--style=paintings/sea.png", "--output=out");
    Path logs = logs();

    assertThat(names(logs))
        .containsExactly("a-sea.jpg", "b-sea.jpg", "ledger.jsonl", "report.html");
    assertThat(names(logs.resolve("a-sea.jpg")))
        .containsExactly("losses.csv", "run.json", "thumbnail.jpg");
    assertThat(Files.readAllLines(logs.resolve("ledger.jsonl")))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("{\"output\":\"" + folder + "/out/"));
    assertThat(Files.readString(logs.resolve("report.html")))
        .contains(
            "<h1>2 pictures in the style of sea.png</h1>",
            "<p>2 done</p>",
            "alt=\"The photo beside a-sea.jpg\"",
            "/out/b-sea.jpg\">b-sea.jpg</a>",
            "<th scope=\"row\">--size</th><td>32</td>")
        .doesNotContain("${", "http");
  }

  @Test
  void doesNothingTwice() throws IOException {
    batch("--content=photos", "--style=paintings/sea.png", "--output=out");
    Files.setLastModifiedTime(folder.resolve("out/a-sea.jpg"), LONG_AGO);
    Files.delete(folder.resolve("out/b-sea.jpg"));
    List<String> log = logOf("--content=photos", "--style=paintings/sea.png", "--output=out");

    assertThat(log).contains("1 picture to paint, 1 done before", "2 of 2 pictures done");
    assertThat(program.out().lines()).hasSize(2);
    assertThat(Files.getLastModifiedTime(folder.resolve("out/a-sea.jpg"))).isEqualTo(LONG_AGO);
    assertThat(folder.resolve("out/b-sea.jpg")).exists();
    assertThat(Files.readAllLines(logs().resolve("ledger.jsonl"))).hasSize(3);
  }

  @Test
  void doesAgainWhatWasDoneWithOtherSettings() {
    batch("--content=photos", "--style=paintings/sea.png", "--output=out");

    assertThat(
            logOf(
                "--content=photos",
                "--style=paintings/sea.png",
                "--output=out",
                "--content-strength=3"))
        .contains("2 pictures to paint");
    assertThat(
            logOf(
                "--content=photos",
                "--style=paintings/sea.png",
                "--output=out",
                "--content-strength=3",
                "--threads=1",
                "--again"))
        .contains("2 pictures to paint");
  }

  @Test
  void doesAPhotoAgainThatHasChanged() throws IOException {
    batch("--content=photos", "--style=paintings/sea.png", "--output=out");
    Files.setLastModifiedTime(folder.resolve("photos/b.png"), LONG_AGO);

    assertThat(logOf("--content=photos", "--style=paintings/sea.png", "--output=out"))
        .contains("1 picture to paint, 1 done before");
  }

  @Test
  void forgetsALineThatWasCutShort() throws IOException {
    batch("--content=photos", "--style=paintings/sea.png", "--output=out");
    Path ledger = logs().resolve("ledger.jsonl");
    String whole = Files.readString(ledger);
    Files.writeString(ledger, whole.substring(0, whole.length() - 20));

    assertThat(logOf("--content=photos", "--style=paintings/sea.png", "--output=out"))
        .contains("1 picture to paint, 1 done before");
    assertThat(Files.readAllLines(ledger)).hasSize(2).allMatch(line -> line.endsWith("}"));
  }

  /** No process has the largest number that there can be. */
  @Test
  void clearsAwayWhatAKilledBatchHasLeft() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    Path left = Files.createFile(folder.resolve("out/.a-sea.jpg." + Integer.MAX_VALUE + ".tmp"));
    Path alive =
        Files.createFile(
            folder.resolve(
                "out/.b-sea.jpg." + ProcessHandle.current().parent().orElseThrow().pid() + ".tmp"));
    Path other = Files.createFile(folder.resolve("out/.z.jpg." + Integer.MAX_VALUE + ".tmp"));
    batch("--content=photos", "--style=paintings/sea.png", "--output=out");

    assertThat(left).doesNotExist();
    assertThat(alive).exists();
    assertThat(other).exists();
  }

  @Test
  void goesOnWithoutAPhotoThatCantBeRead() throws IOException {
    Files.write(folder.resolve("photos/aa.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10});
    List<String> log = logOf("--content=photos", "--style=paintings/sea.png", "--output=out");

    assertThat(program.exitCode()).isEqualTo(ExitCode.INCOMPLETE.code());
    assertThat(log)
        .contains("2 of 3 pictures done, 1 failed")
        .anyMatch(
            line ->
                line.startsWith(
                    "Not done: "
                        + folder.resolve("out/aa-sea.jpg")
                        + ": "
                        + folder.resolve("photos/aa.png")));
    assertThat(names("out")).containsExactly("a-sea.jpg", "b-sea.jpg");
    assertThat(Files.readString(logs().resolve("report.html")))
        .contains("<p>2 done, 1 failed</p>", "<b>" + folder.resolve("photos/aa.png") + "</b>");
  }

  @Test
  void endsAtTheFirstFaultIfThatIsWanted() throws IOException {
    Files.write(folder.resolve("photos/0.png"), new byte[0]);
    Files.write(folder.resolve("photos/1.png"), new byte[0]);

    assertThat(
            logOf(
                "--content=photos",
                "--style=paintings/sea.png",
                "--output=out",
                "--fail-fast",
                "--content-strength=3"))
        .contains("0 of 4 pictures done, 1 failed, 3 left: run the same command again to go on");
    assertThat(program.exitCode()).isEqualTo(ExitCode.INCOMPLETE.code());
  }

  @Test
  void mirrorsFolders() throws IOException {
    batch("--content=photos", "--style=paintings/sea.png", "--output=out", "--recursive");

    assertThat(names("out")).containsExactly("a-sea.jpg", "b-sea.jpg", "trip");
    assertThat(names("out/trip")).containsExactly("c-sea.jpg");
    assertThat(logs().resolve("trip/c-sea.jpg/run.json")).exists();
  }

  @Test
  void takesFilesAndPatterns() {
    batch("--content", "photos/*.png", "photos/a.png", "photos/**/c.png", "--style=sea.png");
    assertThat(program.exitCode()).isEqualTo(ExitCode.IMAGE.code());
    assertThat(program.err())
        .isEqualTo(
            "style-transfer batch: --style sea.png does not exist, nor is it in input/style/ or"
                + " input/. Check the name, or give the path of a file or folder.\n");

    List<String> log =
        logOf(
            "--content",
            "photos/*.png",
            "photos/a.png",
            "photos/**/c.png",
            "--style=paintings/sea.png");
    assertThat(log).contains("One job is named twice; it is done once", "3 of 3 pictures done");
    assertThat(folder.resolve("output/c-sea.jpg")).exists();
  }

  @Test
  void paintsAMixtureAsOneStyle() throws IOException {
    batch(
        "--content=photos/a.png",
        "--style",
        "paintings/sea.png:2,paintings/hill.png",
        "paintings/sea.png");

    assertThat(names("output")).containsExactly("a-sea+hill.jpg", "a-sea.jpg");
  }

  @Test
  void doesTheJobsOfATable() throws IOException {
    Files.writeString(
        folder.resolve("jobs.csv"),
        """
        content,style,output,size,seed
        photos/a.png,paintings/sea.png,first.png,24,
        photos/b.png,"paintings/sea.png,paintings/hill.png",,,7

        """);
    batch("--list=jobs.csv", "--output=out");

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(names("out")).containsExactly("b-sea+hill.jpg", "first.png");
    assertThat(Files.readString(logs().resolve("first.png/run.json")))
        .contains("\"size\" : \"24\"", "\"seed\" : \"1\"");
    assertThat(Files.readString(logs().resolve("b-sea+hill.jpg/run.json")))
        .contains("\"size\" : \"32\"", "\"seed\" : \"7\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contnt,style\\na,b | jobs.csv has a column 'contnt': did you mean content? Columns are"
            + " content, style, output and the options' long names without dashes, such as"
            + " style-weight.",
        "content,colour\\na,b | jobs.csv has a column 'colour', which is no option. Columns are"
            + " content, style, output and the options' long names without dashes, such as"
            + " style-weight.",
        "content,style,preview\\na,b,1 | jobs.csv has a column 'preview', which a single job"
            + " can't have: pass --preview on the command line, or leave it out.",
        "content,style,log-dir\\na,b,c | jobs.csv has a column 'log-dir', which a single job can't"
            + " have: pass --log-dir on the command line, or leave it out.",
        "content,style,save-state-every\\n"
            + "a,b,5s | jobs.csv has a column 'save-state-every', which a single job can't have:"
            + " pass --save-state-every on the command line, or leave it out.",
        "content,style\\n | jobs.csv has no jobs in it.",
        "content\\n"
            + "photos/a.png | jobs.csv, line 2 names no painting: give it in the column style, or"
            + " one for all rows with --style.",
        "content,style\\n"
            + "photos/a.png,paintings/sea.png\\n"
            + "photos/somewhere.png,paintings/sea.png | jobs.csv, line 3: --content"
            + " photos/somewhere.png does not exist, nor is it in input/content/ or input/. Check"
            + " the name, or give the path of a file or folder.",
        "content,style\\nphotos,paintings/sea.png | jobs.csv, line 2: A row is one job: name one"
            + " photo and one painting, not a folder.",
        "content,style,size\\nphotos/a.png,paintings/sea.png,x | jobs.csv, line 2: --size must be a"
            + " whole number of pixels, or full, not 'x'",
        "content,style,size\\nphotos/a.png,paintings/sea.png,0 | jobs.csv, line 2: --size must be 1"
            + " or more, not 0",
        "content,style\\n"
            + "photos/a.png,a,b | jobs.csv, line 2 has 3 values for 2 columns: put a value with a"
            + " comma in it between double quotes.",
      })
  void namesWhatIsWrongInATable(String table, String message) throws IOException {
    Files.writeString(folder.resolve("jobs.csv"), table.replace("\\n", "\n"));
    batch("--list=jobs.csv", "--output=out");

    assertThat(program.err().lines().findFirst().orElse(""))
        .isIn("style-transfer batch: " + message, "style-transfer: " + message);
    assertThat(program.exitCode()).isIn(ExitCode.USAGE.code(), ExitCode.IMAGE.code());
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void refusesAFolderWithoutPhotos() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Files.createDirectories(folder.resolve("deep/er"));
    photo("deep/er/a.png");

    batch("--content=empty", "--style=paintings/sea.png");
    refused("The folder empty, which --content names, has no images in it.", ExitCode.IMAGE);
    batch("--content=deep", "--style=paintings/sea.png");
    refused(
        "The folder deep, which --content names, has no images in it, but the folders inside it"
            + " have: pass --recursive.",
        ExitCode.IMAGE);
    batch("--content=photos/*.gif", "--style=paintings/sea.png");
    refused("No file matches --content photos/*.gif.", ExitCode.IMAGE);
  }

  @Test
  void refusesResultsAmongThePhotos() {
    batch("--content=photos", "--style=paintings/sea.png", "--output=photos");
    refused(
        "The results' folder photos is the folder photos, where --content looks for photos: the"
            + " results would be painted, too, the next time. Choose another folder with --output.",
        ExitCode.OUTPUT);
    batch("--content=photos", "--style=paintings/sea.png", "--output=photos/out", "--recursive");
    refused(
        "The results' folder photos/out is inside photos, where --content looks for photos: the"
            + " results would be painted, too, the next time. Choose another folder with --output.",
        ExitCode.OUTPUT);

    batch("--content=photos", "--style=paintings/sea.png", "--output=photos/out");
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void refusesTwoResultsOfOneName() throws IOException {
    Files.copy(folder.resolve("photos/a.png"), folder.resolve("photos/a.jpg"));
    batch("--content=photos", "--style=paintings/sea.png", "--output=out");
    refused(
        "Two jobs would write to out/a-sea.jpg: %s in the style of %s and %s in the style of %s. Tell the results apart with --name, for example --name {content}-{ending}-{style}.jpg."
            .formatted(
                folder.resolve("photos/a.jpg"),
                folder.resolve("paintings/sea.png"),
                folder.resolve("photos/a.png"),
                folder.resolve("paintings/sea.png")),
        ExitCode.USAGE);

    batch(
        "--content=photos",
        "--style=paintings/sea.png",
        "--output=out",
        "--name={content}-{ending}-{style}.jpg");
    assertThat(program.exitCode()).isZero();
    assertThat(names("out")).contains("a-jpg-sea.jpg", "a-png-sea.jpg");
  }

  @Test
  void looksAtAllPaintingsBeforeWorkBegins() throws IOException {
    Files.write(folder.resolve("paintings/torn.png"), new byte[] {1, 2, 3});
    batch("--content=photos", "--style=paintings", "--output=out");

    assertThat(program.exitCode()).isEqualTo(ExitCode.IMAGE.code());
    assertThat(program.err())
        .startsWith("style-transfer batch: " + folder.resolve("paintings/torn.png"));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void refusesAFolderThatCantBeWrittenTo() throws IOException {
    Files.writeString(folder.resolve("out"), "in the way");
    batch("--content=photos", "--style=paintings/sea.png", "--output=out");

    refused(
        "The folder %s can't be written to (a file is in the way): choose another with --output."
            .formatted(folder.resolve("out")),
        ExitCode.OUTPUT);
  }

  @Test
  void refusesToReplaceFilesIfThatIsWanted() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("out/b-sea.jpg"), "precious");
    batch("--content=photos", "--style=paintings/sea.png", "--output=out", "--no-overwrite");

    refused(
        folder.resolve("out/b-sea.jpg")
            + " already exists: choose another --output name, or pass --overwrite.",
        ExitCode.OUTPUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--content=photos | A batch needs --content with photos and --style with paintings, or"
            + " --list with a table of jobs.",
        "--content=- --style=paintings | --content is -, standard input: a batch reads files. Give"
            + " the path of a file or folder.",
        "--content=photos --style=paintings --name={photo}.jpg | --name {photo}.jpg has {photo} in"
            + " it, which stands for nothing: use {content}, {style}, {ending} or {number}.",
        "--content=photos --style=paintings --name={content} | --name {content} must end in one of"
            + " .bmp, .jpeg, .jpg, .png, .tif, .tiff, .webp.",
        "--content=photos --style=paintings --name=a/{content}.jpg | --name a/{content}.jpg has a"
            + " folder in it: name the folder with --output.",
        "--list=none.csv | The list none.csv does not exist.",
      })
  void namesWhatIsWrongInTheCommand(String line, String message) {
    batch(line.split(" ", -1));

    assertThat(program.err()).isEqualTo("style-transfer batch: " + message + "\n");
    assertThat(program.exitCode()).isEqualTo(ExitCode.USAGE.code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--jobs=0",
        "--jobs=x",
        "--size=-1",
        "--preview",
        "--show",
        "--open",
        "--timelapse=o.gif",
        "--prest=fine"
      })
  void refusesWrongOptions(String option) {
    batch("--content=photos", "--style=paintings", option);

    assertThat(program.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(program.err()).contains(option.replaceAll("=.*", ""));
    assertThat(folder.resolve("output")).doesNotExist();
  }

  @Test
  void makesTheSamePicturesSideBySide() {
    batch(
        "--content=photos",
        "--style=paintings",
        "--output=one",
        "--jobs=1",
        "--name={content}-{style}.png");
    batch(
        "--content=photos",
        "--style=paintings",
        "--output=two",
        "--jobs=2",
        "--name={content}-{style}.png");

    assertThat(program.exitCode()).isZero();
    for (String name : List.of("a-hill.png", "b-hill.png", "a-sea.png", "b-sea.png")) {
      assertThat(folder.resolve("two").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
    }
  }

  @Test
  void makesThePicturesOfThePlainCommandOnANetwork() {
    String[] network = {
      "--network=wavelet", "--iterations=3", "--threads=2", "--name={content}-{style}.png"
    };
    batch(
        Stream.concat(
                Stream.of("--content=photos", "--style=paintings/sea.png", "--jobs=1"),
                Stream.of(network))
            .toArray(String[]::new));
    assertThat(program.exitCode()).isZero();

    program.run(
        "--content=photos/b.png",
        "--style=paintings/sea.png",
        "--size=32",
        "--network=wavelet",
        "--iterations=3",
        "--threads=2",
        "--output=one.png");
    assertThat(folder.resolve("output/b-sea.png"))
        .hasSameBinaryContentAs(folder.resolve("output/one.png"));
  }

  @Test
  void stopsAtCtrlCAndGoesOnToTheSamePictures() throws IOException {
    String[] args = {
      "--content=photos",
      "--style=paintings",
      "--output=out",
      "--size=200",
      "--jobs=1",
      "--name={content}-{style}.png"
    };
    batch(
        "--content=photos",
        "--style=paintings",
        "--output=whole",
        "--size=200",
        "--name={content}-{style}.png");
    stopAfterTheFirst();
    batch(args);
    program.signals(StopSignals.none());

    assertThat(program.exitCode()).isEqualTo(ExitCode.INTERRUPTED.code());
    assertThat(names("out")).hasSizeBetween(1, 3);

    batch(args);
    assertThat(program.exitCode()).isZero();
    for (String name : List.of("a-hill.png", "b-hill.png", "a-sea.png", "b-sea.png")) {
      assertThat(folder.resolve("out").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("whole").resolve(name));
    }
    assertThat(Files.readAllLines(logs().resolve("ledger.jsonl"))).hasSize(4);
  }

  /** Ctrl-C once the ledger has a line. */
  private void stopAfterTheFirst() {
    program.signals(
        onSignal -> {
          Thread thread =
              new Thread(
                  () -> {
                    Path ledger = logs().resolve("ledger.jsonl");
                    try {
                      while (!Files.exists(ledger) || Files.size(ledger) == 0) {
                        Thread.sleep(1);
                      }
                      onSignal.accept(ExitCode.INTERRUPTED.code());
                    } catch (IOException | InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                  });
          thread.setDaemon(true);
          thread.start();
          return thread::interrupt;
        });
  }

  private void photo(String name) throws IOException {
    Files.copy(GOLDEN.file("content.png"), folder.resolve(name));
    Files.write(folder.resolve(name), new byte[] {0}, StandardOpenOption.APPEND);
  }

  private void batch(String... more) {
    List<String> args = new ArrayList<>(List.of("batch", "--size=32", "--jobs=1"));
    args.addAll(List.of(more));
    program.run(args.toArray(String[]::new));
  }

  private List<String> logOf(String... more) {
    try (LogLines log = new LogLines()) {
      batch(more);
      return log.all();
    }
  }

  private void refused(String message, ExitCode code) {
    assertThat(program.err()).isEqualTo("style-transfer batch: " + message + "\n");
    assertThat(program.exitCode()).isEqualTo(code.code());
    assertThat(program.out()).isEmpty();
  }

  /** The folder of the records of results in {@code out}. */
  private Path logs() {
    try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("out~"))
          .findFirst()
          .orElse(folder.resolve("logs/out"));
    } catch (IOException e) {
      return folder.resolve("logs/out");
    }
  }

  private List<String> names(String path) throws IOException {
    return names(folder.resolve(path));
  }

  private static List<String> names(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
