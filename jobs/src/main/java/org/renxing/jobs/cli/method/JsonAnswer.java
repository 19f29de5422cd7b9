package org.renxing.jobs.cli.method;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
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
    if (output.isEmpty() || output.get().equals("-")) {
      System.out.print(text);
      return;
    }
    try {
      Files.writeString(Path.of(output.get()), text, StandardCharsets.UTF_8);
      System.err.printf("%s  %,d rows%n", output.get(), answer.rows().size());
    } catch (IOException e) {
      throw new RenxingException(
          ErrorCode.STORAGE, output.get() + ": cannot be written: " + e.getMessage(), e);
    }
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
