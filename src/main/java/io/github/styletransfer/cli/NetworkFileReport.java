package io.github.styletransfer.cli;

import io.github.styletransfer.network.PublishedBuild;
import io.github.styletransfer.network.PublishedNetwork;
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
 * @param network that is in it, or should be
 * @param size its length in bytes
 * @param md5 its MD5, in lower-case hexadecimal digits
 * @param sha256 its SHA-256, likewise
 */
record NetworkFileReport(
    Path file, PublishedNetwork network, long size, String md5, String sha256) {
  /** Reads a file from end to end. */
  static NetworkFileReport of(Path file, PublishedNetwork network) throws IOException {
    List<String> digests = FileDigests.of(file, "MD5", "SHA-256");
    return new NetworkFileReport(file, network, Files.size(file), digests.get(0), digests.get(1));
  }

  /** Whether the file is a complete copy of one that was published. */
  boolean isPublished() {
    return original().isPresent();
  }

  /** What the file is a complete copy of, in words; empty if there is no such thing. */
  private Optional<String> original() {
    return switch (network) {
      case VGG19 ->
          PublishedBuild.ofMd5(md5)
              .map(build -> "the build that MatConvNet published as " + build.releases());
      case THIN ->
          sha256.equals(network.sha256())
              ? Optional.of("the thin VGG-19 as its authors published it")
              : Optional.empty();
    };
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
    return original()
        .map(what -> "The file is complete. It is " + what + ".")
        .orElseGet(
            () ->
                "The file can be used: it is "
                    + other()
                    + ". It may have been re-saved, or made by another tool.");
  }

  private String other() {
    return switch (network) {
      case VGG19 -> "a VGG-19 network, but not one of the published builds";
      case THIN -> "a thin VGG-19, but not the published file";
    };
  }
}
