package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.onednn.gram.SymmetricGram;
import io.github.styletransfer.engine.onednn.winograd.WinogradConvolution;
import io.github.styletransfer.engine.plan.Action;
import io.github.styletransfer.engine.plan.AdditionAction;
import io.github.styletransfer.engine.plan.BorderAction;
import io.github.styletransfer.engine.plan.BorderGradientAction;
import io.github.styletransfer.engine.plan.ConcatenationAction;
import io.github.styletransfer.engine.plan.ConcatenationGradientAction;
import io.github.styletransfer.engine.plan.ConversionAction;
import io.github.styletransfer.engine.plan.ConvolutionAction;
import io.github.styletransfer.engine.plan.FeatureErrorAction;
import io.github.styletransfer.engine.plan.GramAction;
import io.github.styletransfer.engine.plan.GramErrorAction;
import io.github.styletransfer.engine.plan.GramGradientAction;
import io.github.styletransfer.engine.plan.InnerProductAction;
import io.github.styletransfer.engine.plan.MatrixAction;
import io.github.styletransfer.engine.plan.MoveAction;
import io.github.styletransfer.engine.plan.OutsideAction;
import io.github.styletransfer.engine.plan.PixelSumAction;
import io.github.styletransfer.engine.plan.PixelSumGradientAction;
import io.github.styletransfer.engine.plan.PoolingAction;
import io.github.styletransfer.engine.plan.RectifierAction;
import io.github.styletransfer.engine.plan.RowsAction;
import io.github.styletransfer.engine.plan.ShiftErrorAction;
import io.github.styletransfer.engine.plan.StridedGradientAction;
import io.github.styletransfer.engine.plan.SymmetricGramAction;
import io.github.styletransfer.engine.plan.TransferAction;
import io.github.styletransfer.engine.plan.WeightingAction;
import io.github.styletransfer.engine.plan.WinogradAction;
import io.github.styletransfer.engine.plan.ZeroAction;

/**
 * Makes steps of actions, whose buffers have their places by now.
 *
 * @param device the processor
 */
public record StepCompiler(Device device) implements Action.Visitor<Step> {
  @Override
  public Step visit(ConvolutionAction action) {
    return new Convolution(device, action).step();
  }

  @Override
  public Step visit(WinogradAction action) {
    return new WinogradConvolution(action).step(device);
  }

  @Override
  public Step visit(StridedGradientAction action) {
    return StridedGradient.step(device, action);
  }

  @Override
  public Step visit(PoolingAction action) {
    return Pooling.step(device, action);
  }

  @Override
  public Step visit(RectifierAction action) {
    return Rectifier.step(device, action);
  }

  @Override
  public Step visit(ConcatenationAction action) {
    return Concatenation.step(device, action);
  }

  @Override
  public Step visit(ConcatenationGradientAction action) {
    return ConcatenationGradient.step(device, action);
  }

  @Override
  public Step visit(AdditionAction action) {
    return Addition.step(device, action);
  }

  @Override
  public Step visit(ZeroAction action) {
    return Zero.step(device, action);
  }

  @Override
  public Step visit(ConversionAction action) {
    return Conversion.step(device, action);
  }

  @Override
  public Step visit(MoveAction action) {
    return StripCopies.step(device, action);
  }

  @Override
  public Step visit(OutsideAction action) {
    return new OutsideRows(device, action).step();
  }

  @Override
  public Step visit(TransferAction action) {
    return StripCopies.step(device, action);
  }

  @Override
  public Step visit(RowsAction action) {
    return Rows.step(device, action);
  }

  @Override
  public Step visit(WeightingAction action) {
    return Weighting.step(device, action);
  }

  @Override
  public Step visit(GramAction action) {
    return GramProduct.step(device, action);
  }

  @Override
  public Step visit(SymmetricGramAction action) {
    return SymmetricGram.step(device, action);
  }

  @Override
  public Step visit(GramGradientAction action) {
    return GramGradient.step(device, action);
  }

  @Override
  public Step visit(FeatureErrorAction action) {
    return new FeatureError(device, action).step();
  }

  @Override
  public Step visit(GramErrorAction action) {
    return new GramError(device, action).step();
  }

  @Override
  public Step visit(ShiftErrorAction action) {
    return ShiftError.step(device, action);
  }

  @Override
  public Step visit(MatrixAction action) {
    return new MatrixStep(device, action).step();
  }

  @Override
  public Step visit(PixelSumAction action) {
    return PixelSum.step(device, action);
  }

  @Override
  public Step visit(PixelSumGradientAction action) {
    return PixelSum.gradient(device, action);
  }

  @Override
  public Step visit(InnerProductAction action) {
    return InnerProduct.step(device, action);
  }

  @Override
  public Step visit(BorderAction action) {
    return Border.step(device, action);
  }

  @Override
  public Step visit(BorderGradientAction action) {
    return BorderGradient.step(device, action);
  }
}
