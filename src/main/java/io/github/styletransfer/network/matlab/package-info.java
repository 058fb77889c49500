/**
 * MATLAB 5 files, read with MFL within limits: of memory, of nesting, of time. MFL would read a
 * variable as a whole; {@link io.github.styletransfer.network.matlab.LayersReader} takes the
 * elements of a cell array out of its hands one by one.
 */
@NullMarked
package io.github.styletransfer.network.matlab;

import org.jspecify.annotations.NullMarked;
