package org.renxing.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

class InterruptionTest {
  private static final Interruption.Signal TERM = new Interruption.Signal("TERM", 143);
  private static final Interruption.Signal INT = new Interruption.Signal("INT", 130);

  @Test
  void theFirstSignalCounts() {
    Interruption interruption = new Interruption();
    assertThat(interruption.signal()).isEmpty();
    assertThat(interruption.receive(INT)).isTrue();
    assertThat(interruption.receive(TERM)).isFalse();
    assertThat(interruption.signal()).contains(INT);
    assertThat(interruption.settle()).isFalse();
    interruption.endsItself();
    assertThat(interruption.conclude(1)).isEqualTo(130);
  }

  @Test
  void aSignalAfterTheEndIsSettledComesTooLate() {
    Interruption interruption = new Interruption();
    interruption.endsItself();
    assertThat(interruption.settle()).isTrue();
    assertThat(interruption.receive(TERM)).isFalse();
    assertThat(interruption.signal()).isEmpty();
    assertThat(interruption.settle()).isTrue();
    assertThat(interruption.conclude(0)).isZero();
  }

  @Test
  void theErrorHasTheExitCodeOfTheSignal() {
    RenxingException error = INT.error("ended by " + INT);
    assertThat(error).hasMessage("ended by SIGINT");
    assertThat(error.code()).isEqualTo(ErrorCode.INTERRUPTED);
    assertThat(error.exitCode()).isEqualTo(130);
    assertThat(error.code().category().retryHelps()).isTrue();
    assertThat(new RenxingException(ErrorCode.CLUSTER, "down").exitCode()).isEqualTo(4);
    assertThat(new RenxingException(ErrorCode.INTERRUPTED, "ended").exitCode()).isEqualTo(143);
  }
}
