/**
 * What a run is asked to do: its images, its method with all settings and their defaults, and the
 * files it reads and writes. A job that can't be done ends with an exit code and a message.
 */
@NullMarked
package io.github.styletransfer.job;

import org.jspecify.annotations.NullMarked;
