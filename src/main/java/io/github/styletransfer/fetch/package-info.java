/**
 * Downloads one large file over HTTP, and checks by its checksum that it is complete.
 *
 * <p>{@link io.github.styletransfer.fetch.Downloader} downloads what a {@link
 * io.github.styletransfer.fetch.Download} describes. The data received so far are kept beside the
 * target in {@code TARGET.part}; {@code TARGET.part.info} says where they are from. A later run
 * asks the server for the rest, provided that the server's file is still the same one. The target
 * appears in one move, once its SHA-256 has been checked.
 *
 * <p>The package knows nothing of the program around it: it reports to a {@link
 * io.github.styletransfer.fetch.DownloadListener} and ends with a {@link
 * io.github.styletransfer.fetch.DownloadException}.
 */
@NullMarked
package io.github.styletransfer.fetch;

import org.jspecify.annotations.NullMarked;
