package io.github.styletransfer.run;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The images of many jobs: a photo can be read ahead, beside the job before, and a resized painting
 * is kept for the next job that wants it. Safe for use by threads.
 */
public final class SharedImages implements ImageSource, AutoCloseable {
  private static final long MOST_PAINTING_PIXELS = 40_000_000;

  private final ExecutorService reading =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "photos");
            thread.setDaemon(true);
            return thread;
          });
  private final ConcurrentMap<Path, Future<RgbImage>> ahead = new ConcurrentHashMap<>();
  private final Map<PaintingKey, FittedPainting> paintings = new LinkedHashMap<>(16, 0.75f, true);

  /** Has no images yet. */
  public SharedImages() {}

  /**
   * Begins to read a photo, which a job will soon ask for once.
   *
   * @param maxPixels that it may have
   */
  public void readAhead(InputFile photo, long maxPixels) {
    ahead.computeIfAbsent(
        photo.file(), file -> reading.submit(() -> photo.read(new ImageReader(maxPixels))));
  }

  @Override
  public RgbImage photo(InputFile file, ImageReader reader) throws ImageFileException {
    Future<RgbImage> begun = ahead.remove(file.file());
    if (begun == null) {
      return file.read(reader);
    }
    try {
      return begun.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return file.read(reader);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ImageFileException unusable) {
        throw unusable;
      }
      throw new CompletionException(e.getCause());
    }
  }

  @Override
  public synchronized FittedPainting painting(PaintingKey key, PaintingReader reader)
      throws IOException, UserException {
    FittedPainting kept = paintings.get(key);
    if (kept == null) {
      kept = reader.read();
      paintings.put(key, kept);
      removeOldest();
    }
    return kept;
  }

  private void removeOldest() {
    while (paintings.size() > 1
        && paintings.values().stream().mapToLong(some -> some.image().size().pixels()).sum()
            > MOST_PAINTING_PIXELS) {
      paintings.remove(paintings.keySet().iterator().next());
    }
  }

  @Override
  public void close() {
    reading.shutdownNow();
  }
}
