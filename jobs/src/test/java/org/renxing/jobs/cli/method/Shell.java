package org.renxing.jobs.cli.method;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renxing.jobs.cli.CommandLineInterface;
import org.renxing.testing.SharedCases;

/** Runs a command line in this JVM and keeps what it prints. */
final class Shell {
  private Shell() {}

  /** How a command line ended. */
  record Result(int exitCode, String out, String err) {}

  static Result run(Object... args) {
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int exitCode = CommandLineInterface.run(texts);
      System.out.flush();
      return new Result(
          exitCode,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** Runs {@code method WORDS --input data}, words parted by blanks. */
  static Result method(String words, Path data, Object... more) {
    List<Object> all = new ArrayList<>(List.of("method"));
    all.addAll(List.of(words.split(" ", -1)));
    all.addAll(List.of("--input", data));
    all.addAll(List.of(more));
    return run(all.toArray());
  }

  /** The rows of the CSV that a method writes beside its input; it must succeed. */
  static List<Map<String, String>> rows(Path folder, String words, Path data, Object... more)
      throws IOException {
    Path output = Files.createTempFile(folder, "out", ".csv");
    List<Object> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--output", output));
    Result result = method(words, data, all.toArray());
    if (result.exitCode() != 0) {
      throw new AssertionError(result.toString());
    }
    return SharedCases.rows(output);
  }

  /** The rows by the values of some columns, joined with a slash. */
  static Map<String, Map<String, String>> by(List<Map<String, String>> rows, String... columns) {
    Map<String, Map<String, String>> out = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      List<String> key = new ArrayList<>();
      for (String column : columns) {
        key.add(row.get(column));
      }
      out.put(String.join("/", key), row);
    }
    return out;
  }
}
