package io.github.styletransfer.job;

import io.github.styletransfer.transfer.Checkpoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that one command line asks for, checked as far as is possible without reading its
 * files.
 *
 * @param content the photo
 * @param paintings one or more
 * @param masks the regions of the photo and the paintings; empty if all of them are one
 * @param size of the result
 * @param maxPixels an image may have
 * @param retouch what images are changed by, whatever the method
 * @param output what the result's file is like
 * @param method how it is painted
 * @param checkpoints how many the run leaves
 * @param threads how many compute
 * @param memory bytes that the process may take
 * @param files what is written
 */
public record TransferJob(
    InputFile content,
    List<PaintingFile> paintings,
    Optional<MaskFiles> masks,
    SizeChoice size,
    long maxPixels,
    RetouchChoice retouch,
    OutputChoice output,
    JobMethod method,
    Checkpoints checkpoints,
    int threads,
    long memory,
    OutputFiles files) {
  /** The option of the photo. */
  public static final String CONTENT = "content";

  /** The option of the paintings. */
  public static final String STYLE = "style";

  /** The option of the result. */
  public static final String OUTPUT = "output";

  /** The option of the folder of the run's records. */
  public static final String LOG_DIRECTORY = "log-dir";

  /** The option of the number of checkpoints. */
  public static final String CHECKPOINTS = "checkpoints";

  /** The option of the pixels that an image may have. */
  public static final String MAX_PIXELS = "max-pixels";

  /** The option of the number of threads. */
  public static final String THREADS = "threads";

  /** Copies the list. */
  public TransferJob {
    paintings = List.copyOf(paintings);
  }

  /** The images that are read. */
  public List<InputFile> images() {
    List<InputFile> images = new ArrayList<>(List.of(content));
    images.addAll(styles());
    images.addAll(retouch.inputs().values());
    masks.ifPresent(some -> some.inputs().values().forEach(images::addAll));
    images.addAll(method.images());
    return images;
  }

  /** The files that are read, by the options that name them. */
  public Map<String, List<InputFile>> inputs() {
    Map<String, List<InputFile>> inputs = new LinkedHashMap<>();
    inputs.put(CONTENT, List.of(content));
    inputs.put(STYLE, styles());
    retouch.inputs().forEach((option, file) -> inputs.put(option, List.of(file)));
    masks.ifPresent(some -> inputs.putAll(some.inputs()));
    method.inputs().forEach((option, file) -> inputs.put(option, List.of(file)));
    return inputs;
  }

  private List<InputFile> styles() {
    return paintings.stream().map(PaintingFile::file).toList();
  }

  /** The paintings' weights, such as {@code 1:2}. */
  public String proportion() {
    return paintings.stream().map(PaintingFile::weightText).collect(Collectors.joining(":"));
  }

  /**
   * The job as options: the long name, without dashes, of each option in force and its value as
   * written on the command line, in the order of {@code --help}. Files are absolute.
   */
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(CONTENT, content.recorded().toString());
    options.put(
        STYLE, paintings.stream().map(PaintingFile::recorded).collect(Collectors.joining(",")));
    masks.ifPresent(some -> options.putAll(some.options()));
    options.put(OUTPUT, absolute(files.result()));
    options.putAll(output.options());
    size.longestSide().ifPresent(side -> options.put(SizeChoice.SIZE, Integer.toString(side)));
    options.putAll(method.imageOptions());
    options.putAll(retouch.options());
    options.put(MAX_PIXELS, Long.toString(maxPixels));
    options.putAll(method.options());
    options.put(THREADS, Integer.toString(threads));
    options.put(CHECKPOINTS, Integer.toString(checkpoints.count()));
    options.put(LOG_DIRECTORY, absolute(files.logDirectory()));
    return options;
  }

  /**
   * The same job with its share of the machine, where several are done at the same time.
   *
   * @param count how many are
   */
  public TransferJob sharing(int count) {
    return with(size, Math.max(1, threads / count), memory / count);
  }

  /** The same job with a result of another size. */
  public TransferJob with(SizeChoice other) {
    return with(other, threads, memory);
  }

  private TransferJob with(SizeChoice otherSize, int otherThreads, long otherMemory) {
    return new TransferJob(
        content,
        paintings,
        masks,
        otherSize,
        maxPixels,
        retouch,
        output,
        method,
        checkpoints,
        otherThreads,
        otherMemory,
        files);
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }
}
