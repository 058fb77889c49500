package io.github.styletransfer.image.read;

/** Compares the start of a file with the byte patterns that formats begin with. */
final class Signature {
  private Signature() {}

  /**
   * Whether a file's start fits one of several patterns.
   *
   * @param head the first bytes, each as the character of the same value
   * @param patterns the patterns, separated by |; a dot stands for any byte
   */
  static boolean matches(String head, String patterns) {
    for (String pattern : patterns.split("\\|", -1)) {
      if (startsWith(head, pattern)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(String head, String pattern) {
    if (head.length() < pattern.length()) {
      return false;
    }
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) != '.' && pattern.charAt(i) != head.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
