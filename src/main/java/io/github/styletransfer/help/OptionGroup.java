package io.github.styletransfer.help;

import java.util.List;
import java.util.stream.Stream;

/** What options of the main command are about, in the order of its help. */
public enum OptionGroup {
  /** Files. */
  FILES(
      "What goes in and out",
      "content style output dry-run",
      "quality chroma depth profile alpha strip-metadata overwrite max-pixels"),

  /** The picture. */
  LOOK(
      "How it looks",
      "strength keep-colors where style-scale",
      "style-colors match-colors content-mask style-mask seed init content-strength finest-patch finish"),

  /** Time and memory. */
  TIME(
      "How large it is, and how long it takes",
      "size method",
      "iterations more-iterations stop-when threads memory"),

  /** The terminal, the browser, other files. */
  WATCHING("Watching", "show open preview quiet", "timelapse progress checkpoints verbose"),

  /** Runs that are continued, and settings that are kept. */
  GOING_ON("Going on", "resume", "save-state-every log-dir config"),

  /** What computes. */
  NETWORK("Network and engine", "network preset", "kernel-layout pooling padding engine precision"),

  /** Losses and optimisers. */
  EXPERTS(
      "For experts: losses and optimisation",
      "",
      "content-weight style-weight tv-weight content-layers style-layers style-loss tv-neighbors resampling sizes size-ratio optimizer learning-rate beta1 beta2 epsilon average history"),

  /** The program itself. */
  HELP("Help", "help help-all version", "");

  private final String title;
  private final String first;
  private final String others;

  /** Takes names with spaces in between. */
  OptionGroup(String title, String first, String others) {
    this.title = title;
    this.first = first;
    this.others = others;
  }

  /** Its heading. */
  public String title() {
    return title;
  }

  /**
   * Its options: long names without dashes.
   *
   * @param all false for those that most people need
   */
  public List<String> options(boolean all) {
    return Stream.of(first, all ? others : "")
        .flatMap(names -> Stream.of(names.split(" ")))
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
