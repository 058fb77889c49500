package io.github.styletransfer.tensorboard;

import static io.github.styletransfer.tensorboard.EventFields.EVENT_FILE_VERSION;
import static io.github.styletransfer.tensorboard.EventFields.EVENT_SESSION_LOG;
import static io.github.styletransfer.tensorboard.EventFields.EVENT_STEP;
import static io.github.styletransfer.tensorboard.EventFields.EVENT_SUMMARY;
import static io.github.styletransfer.tensorboard.EventFields.EVENT_WALL_TIME;
import static io.github.styletransfer.tensorboard.EventFields.FILE_VERSION;
import static io.github.styletransfer.tensorboard.EventFields.IMAGE_COLORSPACE;
import static io.github.styletransfer.tensorboard.EventFields.IMAGE_COLORSPACE_RGB;
import static io.github.styletransfer.tensorboard.EventFields.IMAGE_ENCODED;
import static io.github.styletransfer.tensorboard.EventFields.IMAGE_HEIGHT;
import static io.github.styletransfer.tensorboard.EventFields.IMAGE_WIDTH;
import static io.github.styletransfer.tensorboard.EventFields.METADATA_DATA_CLASS;
import static io.github.styletransfer.tensorboard.EventFields.METADATA_DATA_CLASS_TENSOR;
import static io.github.styletransfer.tensorboard.EventFields.METADATA_PLUGIN_DATA;
import static io.github.styletransfer.tensorboard.EventFields.PLUGIN_DATA_NAME;
import static io.github.styletransfer.tensorboard.EventFields.SESSION_LOG_STATUS;
import static io.github.styletransfer.tensorboard.EventFields.SESSION_LOG_STATUS_START;
import static io.github.styletransfer.tensorboard.EventFields.SUMMARY_VALUE;
import static io.github.styletransfer.tensorboard.EventFields.TENSOR_DTYPE;
import static io.github.styletransfer.tensorboard.EventFields.TENSOR_DTYPE_STRING;
import static io.github.styletransfer.tensorboard.EventFields.TENSOR_SHAPE;
import static io.github.styletransfer.tensorboard.EventFields.TENSOR_STRING_VALUE;
import static io.github.styletransfer.tensorboard.EventFields.TEXT_PLUGIN;
import static io.github.styletransfer.tensorboard.EventFields.VALUE_IMAGE;
import static io.github.styletransfer.tensorboard.EventFields.VALUE_METADATA;
import static io.github.styletransfer.tensorboard.EventFields.VALUE_SIMPLE_VALUE;
import static io.github.styletransfer.tensorboard.EventFields.VALUE_TAG;
import static io.github.styletransfer.tensorboard.EventFields.VALUE_TENSOR;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.write.PngEncoder;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** TensorBoard's events as protobuf messages, dated by a clock. */
final class EventEncoder {
  private static final double NANOS_PER_SECOND = 1e9;

  private final InstantSource clock;

  EventEncoder(InstantSource clock) {
    this.clock = clock;
  }

  /** What a file begins with. */
  byte[] fileVersion() throws IOException {
    return event(0).set(EVENT_FILE_VERSION, FILE_VERSION).toByteArray();
  }

  /** Tells readers to drop what an earlier session wrote for this step and later ones. */
  byte[] sessionStart(long step) throws IOException {
    ProtoMessage log = new ProtoMessage().set(SESSION_LOG_STATUS, SESSION_LOG_STATUS_START);
    return event(step).set(EVENT_SESSION_LOG, log).toByteArray();
  }

  /** Numbers by tag. */
  byte[] scalars(long step, Map<String, Double> values) throws IOException {
    ProtoMessage summary = new ProtoMessage();
    for (Map.Entry<String, Double> entry : values.entrySet()) {
      summary.set(
          SUMMARY_VALUE,
          value(entry.getKey()).set(VALUE_SIMPLE_VALUE, entry.getValue().floatValue()));
    }
    return event(step).set(EVENT_SUMMARY, summary).toByteArray();
  }

  byte[] image(long step, String tag, RgbImage image) throws IOException {
    ProtoMessage encoded =
        new ProtoMessage()
            .set(IMAGE_HEIGHT, image.height())
            .set(IMAGE_WIDTH, image.width())
            .set(IMAGE_COLORSPACE, IMAGE_COLORSPACE_RGB)
            .set(IMAGE_ENCODED, PngEncoder.encode(image));
    return summary(step, value(tag).set(VALUE_IMAGE, encoded));
  }

  byte[] text(long step, String tag, String markdown) throws IOException {
    ProtoMessage metadata =
        new ProtoMessage()
            .set(METADATA_PLUGIN_DATA, new ProtoMessage().set(PLUGIN_DATA_NAME, TEXT_PLUGIN))
            .set(METADATA_DATA_CLASS, METADATA_DATA_CLASS_TENSOR);
    ProtoMessage scalarShape = new ProtoMessage();
    ProtoMessage tensor =
        new ProtoMessage()
            .set(TENSOR_DTYPE, TENSOR_DTYPE_STRING)
            .set(TENSOR_SHAPE, scalarShape)
            .set(TENSOR_STRING_VALUE, markdown);
    return summary(step, value(tag).set(VALUE_METADATA, metadata).set(VALUE_TENSOR, tensor));
  }

  private byte[] summary(long step, ProtoMessage value) throws IOException {
    return event(step)
        .set(EVENT_SUMMARY, new ProtoMessage().set(SUMMARY_VALUE, value))
        .toByteArray();
  }

  private static ProtoMessage value(String tag) throws IOException {
    return new ProtoMessage().set(VALUE_TAG, tag);
  }

  private ProtoMessage event(long step) throws IOException {
    Instant now = clock.instant();
    return new ProtoMessage()
        .set(EVENT_WALL_TIME, now.getEpochSecond() + now.getNano() / NANOS_PER_SECOND)
        .set(EVENT_STEP, step);
  }
}
