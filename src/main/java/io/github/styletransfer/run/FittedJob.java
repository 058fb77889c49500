package io.github.styletransfer.run;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.job.SizeChoice;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import java.io.IOException;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job with what its files hold. If nobody has asked for a size, the result is no larger than
 * memory allows.
 */
record FittedJob(TransferJob job, JobInputs inputs) {
  private static final Logger LOG = LoggerFactory.getLogger(FittedJob.class);

  /** A longest side in pixels below which a run is refused rather than made smaller. */
  private static final int LEAST_SIDE = 64;

  /**
   * Reads the files.
   *
   * @throws IOException if an input can't be used
   * @throws UserException if a file is too large to be read, or can't be used
   */
  static FittedJob read(TransferJob job, JobSession session) throws IOException, UserException {
    session.preload(job);
    MemoryCheck.requireReadable(job);
    JobInputs inputs = JobInputs.read(job, session);
    MemoryCheck.giveBack();
    if (!job.size().isFree()) {
      return new FittedJob(job, inputs);
    }
    OptionalInt side = MemoryCheck.fittingSide(job, inputs);
    if (side.isPresent() && side.getAsInt() >= LEAST_SIDE) {
      TransferJob smaller = job.with(SizeChoice.free(side));
      FittedJob fitted = new FittedJob(smaller, JobInputs.read(smaller, session));
      fitted.report("is the largest that memory has room for");
      return fitted;
    }
    FittedJob fitted = new FittedJob(job, inputs);
    if (job.size().longestSide().isPresent()) {
      fitted.report("takes minutes");
    }
    return fitted;
  }

  private void report(String reason) {
    ImageSize size = inputs.content().size();
    LOG.info(
        "The result will have {} x {} pixels, which {}. For another size pass --size N, or --size full"
            + " for the photo's own",
        size.width(),
        size.height(),
        reason);
  }
}
