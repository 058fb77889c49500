package io.github.styletransfer.cli;

import java.time.Duration;

/**
 * How a job is watched and saved.
 *
 * @param saveStateEvery zero for never
 * @param resume whether to go on from a saved state
 * @param progress how to show it
 */
record RunChoices(Duration saveStateEvery, boolean resume, ProgressKind progress) {}
