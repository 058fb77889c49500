package io.github.styletransfer.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.NetworkLosses;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GracefulStopTest {
  @Test
  void theFirstSignalAsksAndTheSecondEnds() {
    List<Integer> exits = new ArrayList<>();
    GracefulStop stop = new GracefulStop(exits::add);
    assertThat(stop.request().isRequested()).isFalse();
    stop.evaluated(0, NetworkLosses.of(1, 1, 1, 1));
    stop.accept(143);
    assertThat(stop.request().isRequested()).isTrue();
    assertThat(stop.exitCode()).isEqualTo(143);
    assertThat(exits).isEmpty();
    stop.accept(130);
    assertThat(exits).containsExactly(130);
    assertThat(stop.exitCode()).isEqualTo(143);
  }

  @Test
  void theFirstSignalEndsAtOnceWhileThereIsNothingToSave() {
    List<Integer> exits = new ArrayList<>();
    GracefulStop stop = new GracefulStop(exits::add);
    stop.accept(130);

    assertThat(exits).containsExactly(130);
    assertThat(stop.request().isRequested()).isTrue();
  }

  @Test
  void theButtonNeverEndsTheProcess() {
    List<Integer> exits = new ArrayList<>();
    GracefulStop stop = new GracefulStop(exits::add);
    stop.ask();
    stop.ask();

    assertThat(stop.request().isRequested()).isTrue();
    assertThat(stop.exitCode()).isEqualTo(130);
    assertThat(exits).isEmpty();
  }

  /** The shell and the system each send one, or a service manager one right after SIGTERM. */
  @Test
  void aClosedTerminalIsNoSecondSignal() {
    List<Integer> exits = new ArrayList<>();
    GracefulStop stop = new GracefulStop(exits::add);
    stop.evaluated(0, NetworkLosses.of(1, 1, 1, 1));
    stop.accept(129);
    stop.accept(129);
    stop.accept(143);
    stop.accept(129);
    assertThat(exits).isEmpty();
    assertThat(stop.exitCode()).isEqualTo(129);
    stop.accept(143);
    assertThat(exits).containsExactly(143);
  }
}
