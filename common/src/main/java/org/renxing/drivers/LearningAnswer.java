package org.renxing.drivers;

import java.util.List;
import java.util.Optional;
import org.renxing.learning.LearningResult;
import org.renxing.model.DriverLearning;

/**
 * What a response was learnt from.
 *
 * @param id of the analysis
 * @param features the candidates
 * @param rows unit-years with the response and all candidates
 * @param units of these rows
 * @param result empty where there is a reason
 * @param reason one word, such as TOO_FEW_UNITS; empty where there is a result
 * @param note more of the reason
 */
public record LearningAnswer(
    String id,
    String response,
    List<String> features,
    DriverLearning learning,
    int rows,
    int units,
    Optional<LearningResult> result,
    String reason,
    String note) {
  public LearningAnswer {
    features = List.copyOf(features);
  }
}
