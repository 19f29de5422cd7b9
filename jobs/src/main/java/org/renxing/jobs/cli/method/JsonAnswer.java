package org.renxing.jobs.cli.method;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.renxing.jobs.output.OutputFile;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** An answer for machines: an array of objects, one a row; missing values are null. */
final class JsonAnswer {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonAnswer() {}

  /** Writes to a file, or to standard output for {@code -} and without output. */
  static void write(Answer answer, Optional<String> output) {
    String text = of(answer) + "\n";
    Optional<OutputFile> file = Answer.file(output);
    if (file.isEmpty()) {
      System.out.print(text);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    file.get()
        .write(
            out -> {
              out.write(bytes);
              return bytes.length;
            });
    System.err.printf("%s  %,d rows%n", output.orElseThrow(), answer.rows().size());
  }

  private static String of(Answer answer) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Row row : answer.rows()) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < answer.columns().size(); i++) {
        object.put(answer.columns().get(i), row.get(i));
      }
      objects.add(object);
    }
    try {
      return JSON.writeValueAsString(objects);
    } catch (JsonProcessingException e) {
      throw new RenxingException(ErrorCode.INTERNAL, "answer: cannot be written as JSON", e);
    }
  }
}
