package io.github.styletransfer.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.cli.BatchLine;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.job.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a batch's command line becomes on a cluster. */
class JobPlanTest {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;
  private static final Configuration FILE_SYSTEMS = ClusterFileSystem.configuration();

  @TempDir private Path folder;
  @TempDir private Path cache;

  private final List<String> given = new ArrayList<>();

  @BeforeEach
  void makePhotos() throws IOException {
    Files.createDirectories(folder.resolve("photos/trip"));
    for (String name : List.of("photos/a.png", "photos/b b.png", "photos/trip/c.png")) {
      Files.copy(GOLDEN.file("content.png"), folder.resolve(name));
    }
    Files.writeString(folder.resolve("photos/notes.txt"), "not a photo");
    Files.copy(GOLDEN.file("style.png"), folder.resolve("sea.png"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "cluster"})
  void photosOfFoldersInAnyFileSystemBecomeJobs(String scheme) throws Exception {
    List<ClusterJob> jobs = jobs(scheme, "--content={}/photos", "--recursive");

    assertThat(jobs)
        .extracting(job -> job.content().substring(name(scheme, "photos").length()))
        .containsExactly("/a.png", "/b b.png", "/trip/c.png");
    assertThat(jobs)
        .extracting(job -> job.output().substring(name(scheme, "out").length()))
        .containsExactly("/a-sea.jpg", "/b b-sea.jpg", "/trip/c-sea.jpg");
    assertThat(jobs.get(0).arguments())
        .contains(
            JobArgument.text("--seed=1"),
            JobArgument.text("--method=patches"),
            JobArgument.input("style", name(scheme, "sea.png"), ""),
            JobArgument.input("content", name(scheme, "photos/a.png"), ""));
  }

  @ParameterizedTest
  @CsvSource({"photos/*.png, 2", "photos/**.png, 3", "photos/?.png, 1", "photos/trip/c.png, 1"})
  void patternsAndFilesWorkToo(String content, int count) throws Exception {
    assertThat(jobs("cluster", "--content={}/" + content)).hasSize(count);
  }

  @Test
  void mixedPaintingsKeepTheirWeights() throws Exception {
    String sea = name("cluster", "sea.png");

    List<ClusterJob> jobs =
        planned("--content=" + name("cluster", "photos"), "--style=" + sea + "," + sea + ":2");

    assertThat(jobs.get(0).arguments())
        .contains(JobArgument.input("style", sea, ""), JobArgument.input("style", sea, ":2"));
  }

  @Test
  void filesOfOptionsAreCopiedAndWordsAreNot() throws Exception {
    List<ClusterJob> jobs =
        jobs(
            "cluster",
            "--content={}/photos/a.png",
            "--network=wavelet",
            "--init=content",
            "--where={}/sea.png");

    assertThat(jobs.get(0).arguments())
        .contains(
            JobArgument.text("--network=wavelet"),
            JobArgument.text("--init=content"),
            JobArgument.input("where", name("cluster", "sea.png"), ""));
    assertThat(given).isEmpty();
  }

  @Test
  void theKeyFollowsOptionsAndFilesAndNothingElse() throws Exception {
    String key = key();

    assertThat(key()).isEqualTo(key);
    assertThat(key("--threads=3", "--memory=3g", "--strength=50")).isEqualTo(key);
    assertThat(key("--strength=40")).isNotEqualTo(key);
    assertThat(key("--seed=2")).isNotEqualTo(key);
    Files.setLastModifiedTime(folder.resolve("sea.png"), FileTime.fromMillis(1_000_000));
    assertThat(key()).isNotEqualTo(key);
  }

  private String key(String... more) throws Exception {
    return jobs(
            "cluster",
            Stream.concat(Stream.of("--content={}/photos/a.png"), Stream.of(more))
                .toArray(String[]::new))
        .get(0)
        .key();
  }

  @Test
  void aRowOfAListHasOptionsOfItsOwn() throws Exception {
    Path list =
        Files.writeString(
            folder.resolve("jobs.csv"),
            "content,style,output,strength\n%s,%s,x.png,30\n"
                .formatted(name("cluster", "photos/a.png"), name("cluster", "sea.png")));

    List<ClusterJob> jobs = planned("--list=" + ClusterFileSystem.named(list));

    assertThat(jobs.get(0).output()).isEqualTo(name("cluster", "out/x.png"));
    assertThat(jobs.get(0).arguments()).contains(JobArgument.text("--strength=30"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--content={}/phots      | does not exist, nor is it in",
        "--content={}/photos/*.x | No file matches",
        "--checkpoints=-1        | --checkpoints must be 0 or more, not -1",
        "--name={content}.jpg --style={}/photos/a.png | Two jobs would write to",
        "--output={}/photos      | is the folder",
        "--where={}/none.png     | can't be read (no such file or folder)",
      })
  void whatCannotBeDoneIsRefused(String args, String message) {
    assertThatThrownBy(() -> jobs("cluster", ("--content={}/photos " + args).split(" ")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aPaintingThatCannotBeReadIsRefused() throws IOException {
    Files.writeString(folder.resolve("sea.png"), "damaged");

    assertThatThrownBy(() -> jobs("cluster", "--content={}/photos"))
        .isInstanceOf(ImageFileException.class);
  }

  /** With the file system's name of the folder instead of {@code {}}. */
  private List<ClusterJob> jobs(String scheme, String... args) throws Exception {
    return planned(
        Stream.concat(Stream.of("--style={}/sea.png", "--output={}/out"), Stream.of(args))
            .map(arg -> arg.replace("{}", name(scheme, "")))
            .toArray(String[]::new));
  }

  private List<ClusterJob> planned(String... args) throws Exception {
    BatchLine line =
        BatchLine.of(
            Stream.concat(Stream.of("batch", "--output=" + name("cluster", "out")), Stream.of(args))
                .toArray(String[]::new));
    HadoopFiles files =
        new HadoopFiles(FILE_SYSTEMS, new LocalCopies(cache, Long.MAX_VALUE, FILE_SYSTEMS));
    return new JobPlan(
            line,
            files,
            new ClusterLedger(files.resolve("", line.output()), FILE_SYSTEMS),
            cache,
            given::add)
        .jobs();
  }

  private String name(String scheme, String name) {
    return scheme + ":" + (name.isEmpty() ? folder : folder.resolve(name));
  }
}
