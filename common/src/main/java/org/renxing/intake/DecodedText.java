package org.renxing.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.renxing.model.IntakeLimits;

/**
 * How a file of text is written that no contract describes: its character set, and whether it is
 * JSON or what parts its cells.
 *
 * @param delimiter between cells; a comma in JSON
 */
public record DecodedText(Charset charset, boolean isJson, char delimiter) {
  private static final String DELIMITERS = ",\t;|";

  /** What a line with as many delimiters as the head counts beside them. */
  private static final int ALIKE = 100;

  /**
   * What is declared, and the rest from the bytes.
   *
   * @param encoding name of a character set, or {@link org.renxing.model.FileForm#AUTO}
   * @param declared delimiter
   */
  public static DecodedText of(
      SourceBytes file, String encoding, Optional<Character> declared, IntakeLimits limits) {
    Charset charset = Tables.charset(file, encoding, limits);
    boolean isJson = isJson(file, charset, limits);
    char delimiter = isJson ? ',' : declared.orElseGet(() -> delimiter(file, charset, limits));
    return new DecodedText(charset, isJson, delimiter);
  }

  /** The rows of delimited text, from its first line. */
  public TextRows rows(SourceBytes file, IntakeLimits limits) {
    return DelimitedRows.open(file, charset, delimiter, limits);
  }

  /**
   * The delimiter of a text: of comma, tab, semicolon and bar the one that most of the first thirty
   * lines have as often as the first line, and among equals most often; a comma where none has any.
   */
  private static char delimiter(SourceBytes file, Charset charset, IntakeLimits limits) {
    int[] score = new int[DELIMITERS.length()];
    int[] inHead = new int[DELIMITERS.length()];
    try (BufferedReader reader =
        new BufferedReader(
            new LineLimit(
                new DecodingReader(Unpacked.open(file, limits), charset),
                limits.recordChars(),
                file.name()))) {
      String line = reader.readLine();
      for (int n = 0; n < 30 && line != null; n++) {
        String bare = line.replaceAll("\"[^\"]*\"", "");
        for (int i = 0; i < score.length; i++) {
          char c = DELIMITERS.charAt(i);
          int count = (int) bare.chars().filter(x -> x == c).count();
          inHead[i] = n == 0 ? count : inHead[i];
          score[i] += Math.min(50, count) + (count > 0 && count == inHead[i] ? ALIKE : 0);
        }
        line = reader.readLine();
      }
    } catch (IOException e) {
      throw Unpacked.broken(file.name(), e);
    }
    int best = 0;
    for (int i = 1; i < score.length; i++) {
      best = score[i] > score[best] ? i : best;
    }
    return DELIMITERS.charAt(best);
  }

  private static int nextSeen(DecodingReader reader) throws IOException {
    int c = reader.read();
    while (Character.isWhitespace(c)) {
      c = reader.read();
    }
    return c;
  }

  /** Whether a file of text begins as JSON does. */
  private static boolean isJson(SourceBytes file, Charset charset, IntakeLimits limits) {
    try (DecodingReader reader = new DecodingReader(Unpacked.open(file, limits), charset)) {
      int c = nextSeen(reader);
      if (c == '[' && nextSeen(reader) == '{') {
        throw Refusal.of(
            file.name(), "is a list of JSON; write one object a line, without brackets around all");
      }
      return c == '{';
    } catch (IOException e) {
      throw Unpacked.broken(file.name(), e);
    }
  }
}
