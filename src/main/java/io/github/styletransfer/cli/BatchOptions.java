package io.github.styletransfer.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a batch has beside the options of its runs. */
final class BatchOptions {
  @Option(
      names = {"-c", "--content"},
      arity = "1..*",
      paramLabel = "PHOTO",
      description =
          "Photos: files, folders, or patterns such as 'photos/*.jpg'. A name that doesn't exist is"
              + " looked up in input/content/, then input/.")
  List<String> contents = List.of();

  @Option(
      names = {"-s", "--style"},
      arity = "1..*",
      paramLabel = "PAINTING",
      description =
          "Paintings: files, folders, or several in one style, as in a.jpg,b.jpg:2. Every photo is"
              + " painted in every style. A name that doesn't exist is looked up in input/style/,"
              + " then input/.")
  List<String> styles = List.of();

  @Option(
      names = "--list",
      paramLabel = "FILE",
      converter = ValueConverters.FileName.class,
      description =
          "A table of jobs, with commas between its columns: content, style and, if wanted, output"
              + " and the long name of any other option. What a row leaves empty is taken from the"
              + " command line.")
  @Nullable String list;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "output",
      converter = ValueConverters.FileName.class,
      description = "Folder of the results (default: output/).")
  String output = "";

  @Option(
      names = "--name",
      paramLabel = "PATTERN",
      defaultValue = NamePattern.DEFAULT,
      description =
          "The results' names, with {content}, {style}, {ending} (the photo's) and {number} in them"
              + " (default: ${DEFAULT-VALUE}).")
  String name = "";

  @Option(
      names = "--recursive",
      description =
          "Take photos from the folders inside a folder, too; results go to folders of the same"
              + " names.")
  boolean recursive;

  @Option(
      names = "--jobs",
      paramLabel = "N|auto",
      defaultValue = "auto",
      converter = JobCountConverter.class,
      description =
          "How many photos are painted at the same time, with threads and memory shared out between"
              + " them; auto: as many as is fastest for photos of their size (default:"
              + " ${DEFAULT-VALUE}).")
  JobCount jobs = JobCount.AUTO;

  @Option(
      names = "--fail-fast",
      description = "End the batch when a photo fails, instead of going on with the others.")
  boolean failFast;

  @Option(
      names = "--again",
      description = "Paint all photos, also those that an earlier batch has done.")
  boolean again;

  @Option(
      names = "--log-dir",
      paramLabel = "DIR",
      description =
          "Folder for the batch's records: the ledger of what is done, report.html, and a folder for"
              + " each result (default: logs/, or the folder in it that goes with --output).")
  @Nullable Path logDirectory;
}
