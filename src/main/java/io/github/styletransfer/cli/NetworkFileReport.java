package io.github.styletransfer.cli;

import io.github.styletransfer.network.PublishedBuild;
import io.github.styletransfer.storage.FileDigests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What tells one network file from another.
 *
 * @param file its path
 * @param size its length in bytes
 * @param md5 its MD5, in lower-case hexadecimal digits
 * @param sha256 its SHA-256, likewise
 */
record NetworkFileReport(Path file, long size, String md5, String sha256) {
  /** Reads a file from end to end. */
  static NetworkFileReport of(Path file) throws IOException {
    List<String> digests = FileDigests.of(file, "MD5", "SHA-256");
    return new NetworkFileReport(file, Files.size(file), digests.get(0), digests.get(1));
  }

  /** The published build that the file is a complete copy of; empty if there is none. */
  Optional<PublishedBuild> build() {
    return PublishedBuild.ofMd5(md5);
  }

  List<String> lines() {
    return List.of(
        file.toString(),
        String.format(Locale.ROOT, "Size: %,d bytes", size),
        "MD5: " + md5,
        "SHA-256: " + sha256);
  }

  /** The sentence for a file that can be used. */
  String verdict() {
    return build()
        .map(
            build ->
                "The file is complete. It is the build that MatConvNet published as "
                    + build.releases()
                    + ".")
        .orElse(
            "The file can be used: it is a VGG-19 network, but not one of the published builds. It"
                + " may have been re-saved, or made by another tool.");
  }
}
