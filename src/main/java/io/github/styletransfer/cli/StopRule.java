package io.github.styletransfer.cli;

import io.github.styletransfer.descent.ConvergenceRule;
import java.util.Optional;

/**
 * When a size is done before its last iteration.
 *
 * @param rule empty for never
 */
record StopRule(Optional<ConvergenceRule> rule) {}
