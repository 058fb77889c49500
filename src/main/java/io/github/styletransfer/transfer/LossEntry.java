package io.github.styletransfer.transfer;

import io.github.styletransfer.loss.Losses;

/**
 * One evaluation of a run.
 *
 * @param iteration 0-based
 * @param losses at the image before this iteration's update
 */
public record LossEntry(int iteration, Losses losses) {}
