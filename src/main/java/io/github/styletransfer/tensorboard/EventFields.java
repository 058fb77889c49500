package io.github.styletransfer.tensorboard;

/**
 * Field numbers and constants of TensorBoard's {@code event.proto}, {@code summary.proto} and
 * {@code tensor.proto}, as far as they are used.
 */
final class EventFields {
  static final String FILE_VERSION = "brain.Event:2";
  static final String TEXT_PLUGIN = "text";

  static final int EVENT_WALL_TIME = 1;
  static final int EVENT_STEP = 2;
  static final int EVENT_FILE_VERSION = 3;
  static final int EVENT_SUMMARY = 5;
  static final int EVENT_SESSION_LOG = 7;

  static final int SESSION_LOG_STATUS = 1;
  static final int SESSION_LOG_STATUS_START = 1;

  static final int SUMMARY_VALUE = 1;

  static final int VALUE_TAG = 1;
  static final int VALUE_SIMPLE_VALUE = 2;
  static final int VALUE_IMAGE = 4;
  static final int VALUE_TENSOR = 8;
  static final int VALUE_METADATA = 9;

  static final int IMAGE_HEIGHT = 1;
  static final int IMAGE_WIDTH = 2;
  static final int IMAGE_COLORSPACE = 3;
  static final int IMAGE_COLORSPACE_RGB = 3;
  static final int IMAGE_ENCODED = 4;

  static final int METADATA_PLUGIN_DATA = 1;
  static final int METADATA_DATA_CLASS = 4;
  static final int METADATA_DATA_CLASS_TENSOR = 2;
  static final int PLUGIN_DATA_NAME = 1;

  static final int TENSOR_DTYPE = 1;
  static final int TENSOR_DTYPE_STRING = 7;
  static final int TENSOR_SHAPE = 2;
  static final int TENSOR_STRING_VALUE = 8;

  private EventFields() {}
}
