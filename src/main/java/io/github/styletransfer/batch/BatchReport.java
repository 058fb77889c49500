package io.github.styletransfer.batch;

import io.github.styletransfer.batch.JobOutcome.State;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.storage.AtomicFile;
import io.github.styletransfer.transfer.ProgressEstimate;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;

/**
 * A page about a batch: each photo beside its result, the time it took, what failed, the settings.
 * All of it is in one file.
 *
 * @param outcomes of all jobs, in the order of their numbers
 * @param file of the page
 */
record BatchReport(List<JobOutcome> outcomes, Path file) {
  private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");
  private static final Set<String> OF_ONE_JOB =
      Set.of(TransferJob.CONTENT, TransferJob.OUTPUT, TransferJob.LOG_DIRECTORY);

  /**
   * Writes the page.
   *
   * @throws IOException if it can't be written
   */
  void write() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("title", text(title()));
    parts.put("counts", text(counts()));
    parts.put("times", text(times()));
    parts.put("faults", faults());
    parts.put(
        "pictures",
        outcomes.stream()
            .filter(JobOutcome::isDone)
            .map(this::picture)
            .collect(Collectors.joining("\n")));
    parts.put("settings", settings());
    String page =
        PLACE
            .matcher(template())
            .replaceAll(
                place ->
                    Matcher.quoteReplacement(parts.getOrDefault(place.group(1), place.group())));
    AtomicFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
  }

  private static String template() throws IOException {
    try (InputStream in = BatchReport.class.getResourceAsStream("report.html")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String text(String value) {
    return StringEscapeUtils.escapeHtml4(value);
  }

  private String title() {
    List<String> styles = common(job -> job.options().getOrDefault(TransferJob.STYLE, ""));
    String pictures = outcomes.size() == 1 ? "1 picture" : outcomes.size() + " pictures";
    return styles.size() == 1
        ? pictures + " in the style of " + Path.of(styles.get(0)).getFileName()
        : pictures + " in " + styles.size() + " styles";
  }

  private List<String> common(Function<TransferJob, String> value) {
    return outcomes.stream().map(outcome -> value.apply(outcome.job())).distinct().toList();
  }

  private String counts() {
    Map<State, Long> counts =
        outcomes.stream().collect(Collectors.groupingBy(JobOutcome::state, Collectors.counting()));
    long done = counts.getOrDefault(State.DONE, 0L) + counts.getOrDefault(State.DONE_BEFORE, 0L);
    return done
        + " done"
        + some(counts.get(State.FAILED), " failed")
        + some(counts.get(State.LEFT), " not painted yet");
  }

  private static String some(@Nullable Long count, String word) {
    return count == null ? "" : ", " + count + word;
  }

  private String times() {
    double seconds = outcomes.stream().mapToDouble(JobOutcome::seconds).sum();
    long done = outcomes.stream().filter(JobOutcome::isDone).count();
    return done == 0
        ? ""
        : "%s of work, %.1f s a picture"
            .formatted(
                ProgressEstimate.text(Duration.ofMillis(Math.round(seconds * 1000))),
                seconds / done);
  }

  private String faults() {
    String faults =
        outcomes.stream()
            .filter(outcome -> outcome.state() == State.FAILED)
            .map(
                outcome ->
                    "<li><b>%s</b> %s</li>"
                        .formatted(
                            text(outcome.job().content().toString()),
                            text(outcome.fault().map(JobFault::message).orElse(""))))
            .collect(Collectors.joining("\n"));
    return faults.isEmpty() ? "" : "<h2>Failed</h2>\n<ul class=\"faults\">\n" + faults + "\n</ul>";
  }

  private String picture(JobOutcome outcome) {
    TransferJob job = outcome.job();
    String name = text(String.valueOf(job.files().result().getFileName()));
    return """
    <figure>%s<figcaption><a href="%s">%s</a> <span>%s</span></figcaption></figure>"""
        .formatted(
            thumbnail(job, name),
            text(link(job.files().result())),
            name,
            String.format(Locale.ROOT, "%.1f s", outcome.seconds()));
  }

  private static String thumbnail(TransferJob job, String name) {
    try {
      byte[] image = Files.readAllBytes(Thumbnail.file(job));
      return """
      <img alt="The photo beside %s" loading="lazy" src="data:image/jpeg;base64,%s">"""
          .formatted(name, Base64.getEncoder().encodeToString(image));
    } catch (IOException e) {
      return "";
    }
  }

  /** From the page to a file, if there is a way; else its address. */
  private String link(Path target) {
    Path page = file.toAbsolutePath().normalize();
    Path result = target.toAbsolutePath().normalize();
    Path folder = page.getParent();
    if (folder == null || !Objects.equals(folder.getRoot(), result.getRoot())) {
      return result.toUri().toString();
    }
    List<String> names = new ArrayList<>();
    folder.relativize(result).forEach(name -> names.add(encoded(name.toString())));
    return String.join("/", names);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String settings() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (JobOutcome outcome : outcomes) {
      outcome
          .job()
          .options()
          .forEach(
              (option, value) -> {
                if (!OF_ONE_JOB.contains(option)) {
                  List<String> known = values.computeIfAbsent(option, same -> new ArrayList<>());
                  if (!known.contains(value)) {
                    known.add(value);
                  }
                }
              });
    }
    return values.entrySet().stream()
        .map(
            entry ->
                "<tr><th scope=\"row\">--%s</th><td>%s</td></tr>"
                    .formatted(text(entry.getKey()), text(String.join(" · ", entry.getValue()))))
        .collect(Collectors.joining("\n"));
  }
}
