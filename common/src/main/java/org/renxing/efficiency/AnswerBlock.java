package org.renxing.efficiency;

import java.io.Serializable;
import java.util.List;

/** Some answers, which are lighter to move together than one by one. */
public record AnswerBlock(List<Answer> answers) implements Serializable {
  /** The most answers of one. */
  static final int MOST = 256;

  public AnswerBlock {
    answers = List.copyOf(answers);
  }
}
