/** A run as a video: frames that are taken on the way, and the files that they become. */
@NullMarked
package io.github.styletransfer.timelapse;

import org.jspecify.annotations.NullMarked;
