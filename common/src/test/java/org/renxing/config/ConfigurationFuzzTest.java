package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.index.Expression;
import org.renxing.index.weigh.WeightingMethods;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Loads the product's own configuration ten thousand times, each time with one file mutated. It
 * loads, or is refused with every problem named by its file, and either way soon.
 */
class ConfigurationFuzzTest {
  private static final int MUTATIONS = 10_000;
  private static final long SLOWEST_MS = 2_000;
  private static final Vocabulary VOCABULARY =
      new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names());

  @TempDir private Path folder;

  @Test
  void everyMutationLoadsOrIsRefusedByName() throws IOException {
    List<String> failures = new ArrayList<>();
    Path conf = Path.of("..", "conf");
    List<String> files;
    try (Stream<Path> all = Files.walk(conf)) {
      files =
          all.map(file -> "conf/" + conf.relativize(file))
              .filter(name -> name.endsWith(".conf") && !name.endsWith("spark-defaults.conf"))
              .sorted()
              .toList();
    }
    assertThat(files).hasSizeGreaterThan(40);
    for (String file : files) {
      copy(file);
    }
    int refused = 0;
    long start = System.nanoTime();
    for (int i = 0; i < MUTATIONS; i++) {
      String file = files.get(i % files.size());
      byte[] mutated = new Mutation(new Random(i)).of(Files.readAllBytes(Path.of("..", file)));
      Files.write(folder.resolve(file), mutated);
      refused += isRefused(file, i, failures) ? 1 : 0;
      if (i % files.size() == files.size() - 1 || i == MUTATIONS - 1) {
        for (String again : files) {
          copy(again);
        }
      }
      copy(file);
    }
    System.err.println("took " + (System.nanoTime() - start) / 1_000_000 + " refused " + refused);
    assertThat(failures).isEmpty();
    assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS * 9 / 10);
  }

  private void copy(String file) throws IOException {
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    Files.write(target, Files.readAllBytes(Path.of("..", file)));
  }

  private boolean isRefused(String file, int seed, List<String> failures) {
    String env = file.startsWith("conf/env/") ? file.replaceAll(".*/|\\.conf$", "") : "default";
    long start = System.nanoTime();
    boolean isRefused = false;
    try {
      ConfigurationLoader.load(folder, env, Map.of(), name -> Optional.empty(), VOCABULARY);
    } catch (RenxingException e) {
      isRefused = true;
      if (e.code() != ErrorCode.CONFIGURATION || !e.getMessage().contains(file)) {
        failures.add(file + ", seed " + seed + ": " + e.code() + " " + e.getMessage());
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      failures.add(file + ", seed " + seed + ": " + e + " at " + e.getStackTrace()[0]);
    }
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    if (milliseconds > SLOWEST_MS) {
      failures.add(file + ", seed " + seed + ": took " + milliseconds + " ms");
    }
    return isRefused;
  }

  /** One to four changes to a file, of bytes, of tokens and of lines. */
  private record Mutation(Random random) {
    private static final List<String> TOKENS =
        List.of(
            "{", "}", "[", "]", "(", ")", "\"", "\"\"\"", "'", "`", "=", ":", ",", "#", "//", "$",
            "${", "${home}", "${?x}", "${a.b}", "+=", "\\", "\n", "\r", "\0", "\u0007", "\u2028",
            "\uFEFF", "null", "true", "-1", "0", "1e999", "-1e-999", "NaN", "Infinity",
            "99999999999999999999999999", "0x1F", "1..9999", "2200..1900", "..", ".", "a.b.c.d",
            "include \"x\"", "include url(\"http://127.0.0.1:1/\")", "include file(\"/etc/passwd\")",
            "[[]]", "{ a = { b = {} } }", "[1, \"a\", {}]", "\u4E2D\u6587", "base = base", "id", "''",
            "--", "/*", "a / 0", "reflect('x')", "https://token@host", "password = x", "@v1", "*");

    byte[] of(byte[] file) {
      byte[] out = file;
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        out = once(out);
      }
      return out;
    }

    private byte[] once(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      return switch (random.nextInt(10)) {
        case 0 -> inByte(bytes);
        case 1 -> java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        case 2 -> insert(text, token());
        case 3 -> insert(text, token().repeat(1 + random.nextInt(5_000)));
        case 4 -> replaceWord(text, token());
        case 5 -> replaceWord(text, String.valueOf((char) random.nextInt(0x10000)));
        case 6 -> replaceWord(text, anyWord(text));
        default -> inLines(text);
      };
    }

    private byte[] inByte(byte[] bytes) {
      byte[] out = bytes.clone();
      if (out.length > 0) {
        out[random.nextInt(out.length)] = (byte) random.nextInt(256);
      }
      return out;
    }

    private byte[] insert(String text, String what) {
      int at = random.nextInt(text.length() + 1);
      return bytes(text.substring(0, at) + what + text.substring(at));
    }

    private byte[] replaceWord(String text, String by) {
      String word = anyWord(text);
      int at = text.indexOf(word, random.nextInt(text.length() + 1));
      int from = at < 0 ? text.indexOf(word) : at;
      return bytes(text.substring(0, from) + by + text.substring(from + word.length()));
    }

    private String anyWord(String text) {
      String[] words = text.split("(?<=\\W)|(?=\\W)");
      return words[random.nextInt(words.length)];
    }

    private byte[] inLines(String text) {
      List<String> lines = new ArrayList<>(text.lines().toList());
      if (lines.isEmpty()) {
        return bytes(token());
      }
      int one = random.nextInt(lines.size());
      int other = random.nextInt(lines.size());
      switch (random.nextInt(3)) {
        case 0 -> lines.remove(one);
        case 1 -> lines.add(other, lines.get(one));
        default -> java.util.Collections.swap(lines, one, other);
      }
      return bytes(String.join("\n", lines));
    }

    private String token() {
      return TOKENS.get(random.nextInt(TOKENS.size()));
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
