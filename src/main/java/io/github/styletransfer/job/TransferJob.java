package io.github.styletransfer.job;

import io.github.styletransfer.optimize.OptimizerSettings;
import io.github.styletransfer.transfer.Checkpoints;
import io.github.styletransfer.transfer.ConvergenceRule;
import io.github.styletransfer.transfer.Stages;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that one command line asks for, checked as far as that can be done without reading its files.
 *
 * @param content the photo
 * @param style the painting
 * @param start what the optimisation starts from
 * @param longestSide of the result; empty for the photo's own size
 * @param maxPixels an image may have
 * @param network the feature network
 * @param losses weights and layers
 * @param optimizer the optimiser and its hyperparameters
 * @param matchColors whether the photo gets the painting's colours first
 * @param stages the sizes that the run goes through
 * @param checkpoints how many the run leaves
 * @param stopWhen when a size is done before its last iteration
 * @param engine what computes
 * @param files what is written
 */
public record TransferJob(
    InputFile content,
    InputFile style,
    StartOption start,
    OptionalInt longestSide,
    long maxPixels,
    NetworkChoice network,
    LossRequest losses,
    OptimizerSettings optimizer,
    boolean matchColors,
    Stages stages,
    Checkpoints checkpoints,
    Optional<ConvergenceRule> stopWhen,
    EngineChoice engine,
    OutputFiles files) {}
