package io.github.styletransfer.run;

import io.github.styletransfer.console.ProgressKind;
import java.time.Duration;

/**
 * How a job is watched and saved.
 *
 * @param saveStateEvery zero for never
 * @param resume whether to continue from a saved state
 * @param progress how to show it
 * @param preview how to show it in a browser
 * @param keeping what is left of it
 * @param timelapse whether its frames are kept
 */
public record RunChoices(
    Duration saveStateEvery,
    Resume resume,
    ProgressKind progress,
    PreviewChoice preview,
    RecordKeeping keeping,
    boolean timelapse) {}
