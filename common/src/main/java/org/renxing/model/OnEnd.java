package org.renxing.model;

import java.util.List;
import java.util.Optional;

/**
 * What is told of a run of nightly when it has ended, however it ended.
 *
 * @param command program and arguments that are called with the summary; empty for none
 * @param timeoutSeconds after which the program is ended
 * @param metricsFile file for figures in the text form of Prometheus
 */
public record OnEnd(
    List<String> command,
    @Key(or = "60", is = "from 1 to 3600") int timeoutSeconds,
    @Key(isPath = true) Optional<String> metricsFile) {
  /** Nothing is told. */
  public static final OnEnd NOTHING = new OnEnd(List.of(), 60, Optional.empty());

  public OnEnd {
    command = List.copyOf(command);
    if (!command.isEmpty() && command.get(0).isBlank()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "command: the first element is the program to call");
    }
  }
}
