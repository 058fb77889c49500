package io.github.styletransfer.model;

import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The graph that gives the losses of the image being optimised; all of them scalars.
 *
 * @param graph the SameDiff graph; its loss variable is the total loss
 * @param image name of the placeholder for the image: NHWC [1, H, W, 3], mean-subtracted RGB
 * @param totalLoss name of the sum of the three losses
 * @param contentLoss name of the weighted content loss
 * @param styleLoss name of the weighted style loss
 * @param tvLoss name of the weighted total variation loss
 */
public record LossModel(
    SameDiff graph,
    String image,
    String totalLoss,
    String contentLoss,
    String styleLoss,
    String tvLoss) {}
