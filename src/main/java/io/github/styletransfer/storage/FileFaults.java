package io.github.styletransfer.storage;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in plain words why a file can't be read or written, without names of Java classes. */
public final class FileFaults {
  private static final String UNKNOWN = "the system gives no reason";

  /** As streams of java.io have it: {@code /a/b (No such file or directory)}. */
  private static final Pattern AFTER_NAME = Pattern.compile(".* \\(([^()]+)\\)");

  private static final Pattern CLASS_NAME =
      Pattern.compile("(?<![\\w/])(?:[a-z]\\w*\\.){2,}[A-Z]\\w*:?\\s*");

  private FileFaults() {}

  /** The reason in a few words, to stand in brackets or after a colon: {@code disk full}. */
  public static String inWords(Throwable fault) {
    @Nullable Throwable wrapped = fault instanceof UncheckedIOException ? fault.getCause() : null;
    if (wrapped != null) {
      return inWords(wrapped);
    }
    if (fault instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (fault instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (fault instanceof FileAlreadyExistsException || fault instanceof NotDirectoryException) {
      return "a file is in the way";
    }
    if (fault instanceof DirectoryNotEmptyException) {
      return "a folder is in the way";
    }
    if (fault instanceof FileSystemLoopException) {
      return "its symbolic links form a loop";
    }
    if (fault instanceof AtomicMoveNotSupportedException) {
      return "the file system can't replace a file atomically";
    }
    if (fault instanceof CharacterCodingException) {
      return "it isn't text in UTF-8";
    }
    return said(fault);
  }

  private static String said(Throwable fault) {
    @Nullable Throwable cause = fault.getCause();
    @Nullable String message =
        fault instanceof FileSystemException system ? system.getReason() : fault.getMessage();
    if (cause != null && (message == null || message.equals(cause.toString()))) {
      return inWords(cause);
    }
    if (message == null || message.isBlank()) {
      return fault instanceof EOFException ? "it ends too early" : UNKNOWN;
    }
    Matcher named = AFTER_NAME.matcher(message);
    if (fault instanceof FileNotFoundException && named.matches()) {
      return system(named.group(1));
    }
    String words = CLASS_NAME.matcher(message).replaceAll("").strip();
    if (words.isEmpty()) {
      return UNKNOWN;
    }
    return fault instanceof IOException ? system(words) : words;
  }

  /** What the operating system says, as part of a sentence. */
  private static String system(String words) {
    return switch (words) {
      case "Not a directory", "File exists" -> "a file is in the way";
      case "No such file or directory" -> "no such file or folder";
      case "Is a directory" -> "it is a folder";
      case "No space left on device" -> "no space left on device";
      case "Read-only file system" -> "read-only file system";
      case "File name too long" -> "its name is too long";
      default -> words;
    };
  }
}
