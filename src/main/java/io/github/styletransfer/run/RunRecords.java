package io.github.styletransfer.run;

import io.github.styletransfer.console.RunProgress;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.record.CheckpointWriter;
import io.github.styletransfer.record.LazyIdentity;
import io.github.styletransfer.record.LossCsv;
import io.github.styletransfer.record.ManifestWriter;
import io.github.styletransfer.record.RunManifest.HashedFile;
import io.github.styletransfer.record.RunManifest.Status;
import io.github.styletransfer.record.StateSaver;
import io.github.styletransfer.storage.DeferredWrites;
import io.github.styletransfer.storage.FileDigests;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.RunLength;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferResult;
import io.github.styletransfer.transfer.TransferResult.IterationImage;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run leaves behind, from its beginning to its end. */
final class RunRecords implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(RunRecords.class);

  /** How long to wait at the end for a full disk. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration PATIENCE_WHEN_STOPPED = Duration.ofSeconds(2);

  private final TransferJob job;
  private final RunChoices choices;
  private final DeferredWrites disk = new DeferredWrites(System::nanoTime);
  private final ResultFiles writer;
  private final LossCsv csv;
  private final StateSaver saver;
  private final ManifestWriter manifest;
  private final RunProgress progress;
  private final RunPictures pictures;
  private final RunLength length;
  private boolean ended;

  private RunRecords(
      TransferJob job,
      RunChoices choices,
      ResultFiles writer,
      LossCsv csv,
      RunPictures pictures,
      RunLength length,
      LazyIdentity identity,
      RunProgress progress) {
    this.job = job;
    this.choices = choices;
    this.writer = writer;
    this.csv = csv;
    this.pictures = pictures;
    this.length = length;
    this.progress = progress;
    this.manifest = new ManifestWriter(job, identity, System::nanoTime);
    this.saver =
        new StateSaver(
            job.files().state(),
            () -> identity.get().deciding(),
            choices.saveStateEvery(),
            System::nanoTime,
            disk::isEmpty);
  }

  /**
   * Begins the records.
   *
   * @throws IOException if they can't be begun
   */
  static RunRecords open(
      TransferJob job,
      JobInputs inputs,
      RunChoices choices,
      LazyIdentity identity,
      Optional<RunState> from,
      PrintWriter err,
      BooleanSupplier terminal)
      throws IOException {
    RunProgress progress = RunProgress.of(choices.progress(), inputs.stages(), err, terminal);
    return new RunRecords(
        job,
        choices,
        new ResultFiles(job, inputs.method(), inputs.photo(), identity),
        new LossCsv(
            job.files().losses(),
            inputs.method().lossNames(),
            from.map(RunState::losses).orElse(List.of())),
        choices.keeping() == RecordKeeping.FULL
            ? RunPictures.of(job, inputs, from)
            : RunPictures.NONE,
        inputs.length(),
        identity,
        progress);
  }

  /** The listeners that follow the run. */
  List<TransferListener> listeners() {
    List<TransferListener> listeners =
        new ArrayList<>(
            List.of(
                csv,
                new CheckpointWriter(
                    writer.ofCheckpoints(), disk, job.files()::checkpoint, !progress.bar()),
                manifest));
    listeners.addAll(pictures.listeners());
    listeners.addAll(progress.listeners());
    if (!choices.saveStateEvery().isZero()) {
      listeners.add(saver);
    }
    return listeners;
  }

  /**
   * Writes an image on the way, later if the disk is full.
   *
   * @return its file
   */
  Path save(IterationImage image) {
    Path file = job.files().checkpoint(image.iteration());
    disk.write(file, () -> writer.ofCheckpoints().write(image.image(), file));
    return file;
  }

  /**
   * Writes the result and a state from which the run can be continued, and ends the records.
   *
   * @throws UserException if a file is missing
   */
  void finish(TransferResult.Finished finished) throws UserException, IOException {
    RgbImage image = finished.image();
    Path result = job.files().result();
    disk.write(result, () -> writer.write(finished, result));
    List<Path> missing = end(PATIENCE, new RunPictures.Ending.Result(image));
    if (missing.isEmpty() && (!keepsState() || !saver.save(finished.state()))) {
      saver.discard();
    }
    manifest.end(
        Status.FINISHED,
        csv.entries(),
        missing.contains(result)
            ? Optional.empty()
            : Optional.of(
                new HashedFile(result.toAbsolutePath().normalize(), FileDigests.sha256(result))),
        written(),
        missing);
    if (!missing.isEmpty()) {
      throw missing(missing, missing.contains(result) ? rescue(finished) : Optional.empty());
    }
  }

  /** Whether a finished run leaves a state, from which it can be prolonged. */
  private boolean keepsState() {
    return choices.keeping() == RecordKeeping.FULL && !choices.saveStateEvery().isZero();
  }

  /**
   * Writes the image so far and the state, and says how to continue.
   *
   * @return what it said
   * @throws UserException if a file is missing
   */
  String stop(TransferResult.Interrupted interrupted) throws UserException, IOException {
    Optional<IterationImage> image = interrupted.image();
    if (image.isPresent()) {
      save(image.get());
    }
    boolean saved = !choices.saveStateEvery().isZero() && saver.save(interrupted.state());
    List<Path> missing =
        end(
            PATIENCE_WHEN_STOPPED,
            image
                .<RunPictures.Ending>map(RunPictures.Ending.Stop::new)
                .orElse(new RunPictures.Ending.None()));
    manifest.end(Status.STOPPED, csv.entries(), Optional.empty(), written(), missing);
    String message =
        "Stopped after iteration %d; %s%s"
            .formatted(
                interrupted.state().iteration(),
                image
                    .map(some -> "the image so far is " + job.files().checkpoint(some.iteration()))
                    .orElse("there is no image yet"),
                saved ? ". To continue, run the same command with --resume" : "");
    LOG.info("{}", message);
    if (!missing.isEmpty()) {
      throw missing(missing, Optional.empty());
    }
    return message;
  }

  /** Ends the records of a run whose loss is infinite. */
  void diverge() throws IOException {
    List<Path> missing = end(PATIENCE_WHEN_STOPPED, new RunPictures.Ending.None());
    manifest.end(Status.DIVERGED, csv.entries(), Optional.empty(), written(), missing);
  }

  private List<Path> end(Duration patience, RunPictures.Ending ending) throws IOException {
    progress.close();
    pictures.draw(disk, csv.entries(), ending);
    List<Path> missing = new ArrayList<>(disk.finish(patience));
    missing.addAll(closeAll());
    return missing;
  }

  /** Returns the files that stay incomplete. */
  private List<Path> closeAll() {
    List<Path> incomplete = new ArrayList<>();
    if (!ended) {
      ended = true;
      close(csv, job.files().losses(), incomplete);
      pictures.growing().ifPresent(file -> close(pictures, file, incomplete));
    }
    return incomplete;
  }

  private static void close(Closeable record, Path file, List<Path> incomplete) {
    try {
      record.close();
    } catch (IOException e) {
      LOG.debug("{} is incomplete", file, e);
      incomplete.add(file);
    }
  }

  /** The checkpoints and records that are there. */
  private List<Path> written() {
    List<LossEntry> losses = csv.entries();
    int done = losses.isEmpty() ? 0 : losses.get(losses.size() - 1).iteration() + 1;
    return Stream.concat(
            IntStream.range(0, done)
                .filter(iteration -> job.checkpoints().isDueAfter(iteration, length))
                .mapToObj(job.files()::checkpoint),
            Stream.concat(Stream.of(job.files().losses()), pictures.files().stream()))
        .filter(Files::exists)
        .map(file -> file.toAbsolutePath().normalize())
        .toList();
  }

  /** Saves the result in the folder for temporary files, so that hours of work aren't lost. */
  private Optional<Path> rescue(TransferResult.Finished finished) {
    String name = String.valueOf(job.files().result().getFileName());
    try {
      Path file = Files.createTempFile("style-transfer-", "-" + name);
      writer.write(finished, file);
      return Optional.of(file);
    } catch (IOException e) {
      LOG.debug("The result can't be written elsewhere either", e);
      return Optional.empty();
    }
  }

  private static UserException missing(List<Path> missing, Optional<Path> rescued) {
    return new UserException(
        ExitCode.OUTPUT,
        "These files are missing or incomplete, as they couldn't be written: "
            + missing.stream().map(Path::toString).collect(Collectors.joining(", "))
            + ". Check the disk and its free space."
            + rescued.map(file -> " The result was saved as " + file + " instead.").orElse(""));
  }

  @Override
  public void close() {
    progress.close();
    List<Path> incomplete = closeAll();
    if (!incomplete.isEmpty()) {
      LOG.warn("Incomplete: {}", incomplete);
    }
  }
}
