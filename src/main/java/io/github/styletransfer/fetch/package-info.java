/**
 * The download of one large file over HTTP, and the checksums that say whether it is whole.
 *
 * <p>{@link io.github.styletransfer.fetch.Downloader} loads what a {@link
 * io.github.styletransfer.fetch.Download} describes. What has come stands beside the target, under
 * the name {@code TARGET.part}, with {@code TARGET.part.info} telling where it is from. A later run
 * asks the server for the rest, provided that the server's file is still the same one. The target
 * appears in one move, after the SHA-256 was found to be right.
 *
 * <p>The package knows nothing of the program around it: it reports to a {@link
 * io.github.styletransfer.fetch.DownloadListener} and ends with a {@link
 * io.github.styletransfer.fetch.DownloadException}.
 */
@NullMarked
package io.github.styletransfer.fetch;

import org.jspecify.annotations.NullMarked;
