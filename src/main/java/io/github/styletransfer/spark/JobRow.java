package io.github.styletransfer.spark;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.styletransfer.batch.JobFault;
import io.github.styletransfer.job.ExitCode;
import java.io.IOException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has become of a job.
 *
 * @param output full name of the result
 * @param content full name of the photo
 * @param style the paintings
 * @param status whether it is done
 * @param seconds that it took; 0 if it isn't done
 * @param message why it failed; else empty
 * @param code the exit code that the plain command would have ended with
 * @param host where it was done; empty if it wasn't
 * @param attempt the number of the attempt, from 0
 */
record JobRow(
    String output,
    String content,
    String style,
    Status status,
    double seconds,
    String message,
    int code,
    String host,
    int attempt)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Whether a job is done. */
  enum Status {
    DONE("done"),
    DONE_BEFORE("done-before"),
    FAILED("failed"),
    LEFT("left");

    private final String word;

    Status(String word) {
      this.word = word;
    }
  }

  /** A job that an attempt has done. */
  static JobRow done(ClusterJob job, double seconds, String host, int attempt) {
    return new JobRow(
        job.output(), job.content(), job.style(), Status.DONE, seconds, "", 0, host, attempt);
  }

  /** A job that can't be done. */
  static JobRow failed(ClusterJob job, JobFault fault, String host, int attempt) {
    return new JobRow(
        job.output(),
        job.content(),
        job.style(),
        Status.FAILED,
        0,
        fault.message(),
        fault.code().code(),
        host,
        attempt);
  }

  /** A job that no attempt has ended. */
  static JobRow without(ClusterJob job, Status status) {
    return new JobRow(
        job.output(),
        job.content(),
        job.style(),
        status,
        0,
        "",
        status == Status.LEFT ? ExitCode.INCOMPLETE.code() : 0,
        "",
        0);
  }

  /** Whether its result is there. */
  boolean isDone() {
    return status == Status.DONE || status == Status.DONE_BEFORE;
  }

  /** As one line of JSON. */
  String json() throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("output", output);
    json.put("content", content);
    json.put("style", style);
    json.put("status", status.word);
    json.put("seconds", Math.round(seconds * 1000) / 1000.0);
    json.put("message", message);
    json.put("code", code);
    json.put("host", host);
    json.put("attempt", attempt);
    return JSON.std.asString(json);
  }
}
