package io.github.styletransfer.run;

import io.github.styletransfer.console.ProgressKind;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a job is watched and saved.
 *
 * @param saveStateEvery zero for never
 * @param resume whether to continue from a saved state
 * @param progress how to show it
 * @param previewPort where to show it in a browser; 0 for any free port, empty for not at all
 * @param keeping what is left of it
 * @param timelapse whether its frames are kept
 */
public record RunChoices(
    Duration saveStateEvery,
    Resume resume,
    ProgressKind progress,
    OptionalInt previewPort,
    RecordKeeping keeping,
    boolean timelapse) {}
