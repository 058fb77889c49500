package io.github.styletransfer.transfer;

import io.github.styletransfer.model.LossSettings;
import io.github.styletransfer.model.Pooling;
import io.github.styletransfer.optimize.AdamSettings;

/**
 * All that decides what a run computes, beside its images and network.
 *
 * @param losses weights and layers
 * @param pooling how the network's pooling layers reduce
 * @param adam the optimiser's hyperparameters
 * @param initial what the optimisation starts from
 * @param checkpoints number of iterations and checkpoints
 */
public record TransferSettings(
    LossSettings losses,
    Pooling pooling,
    AdamSettings adam,
    InitialImage initial,
    Checkpoints checkpoints) {}
