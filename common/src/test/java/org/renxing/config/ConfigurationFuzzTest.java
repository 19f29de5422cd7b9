package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.index.Expression;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.weights.WeightingMethods;

/**
 * Reads the product's own files four thousand times, each time with one of them mutated. One in ten
 * goes through the whole loader, beside a small tree, where that is quick, and some among all the
 * others; the rest through what the loader does to one file: bounds, syntax, substitutions, secrets
 * and entries. Each is read, or refused by a message that names a file, and either way soon.
 */
class ConfigurationFuzzTest {
  private static final int MUTATIONS = 4_000;
  private static final int LOADED_EVERY = 10;
  private static final int WHOLE_EVERY = 400;
  private static final long SLOWEST_MS = 2_000;
  private static final Path PRODUCT = Path.of("..");
  private static final Vocabulary VOCABULARY =
      new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names());

  @TempDir private Path small;
  @TempDir private Path whole;
  private final List<String> failures = new ArrayList<>();

  @Test
  void everyMutationLoadsOrIsRefusedByName() throws IOException {
    List<String> files = files();
    assertThat(files).hasSizeGreaterThan(40);
    for (String file : files) {
      write(whole, file, original(file));
    }
    new ConfTree(small).load(); // so that no mutation is timed together with loading classes
    int refused = 0;
    for (int seed = 0; seed < MUTATIONS; seed++) {
      String file = files.get(seed % files.size());
      Random random = new Random(seed);
      byte[] mutated = new Mutation(random).of(original(file));
      boolean isLoaded = random.nextInt(LOADED_EVERY) == 0;
      refused += isRefused(small, file, mutated, seed, isLoaded) ? 1 : 0;
      if (seed % WHOLE_EVERY == 0) {
        isRefused(whole, file, mutated, seed, true);
      }
    }
    assertThat(failures).isEmpty();
    assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS - MUTATIONS / 20);
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(PRODUCT.resolve("conf"))) {
      return all.map(file -> PRODUCT.relativize(file).toString())
          .filter(name -> name.endsWith(".conf") && !name.endsWith("spark-defaults.conf"))
          .sorted()
          .toList();
    }
  }

  private static byte[] original(String file) throws IOException {
    return Files.readAllBytes(PRODUCT.resolve(file));
  }

  private static void write(Path home, String file, byte[] bytes) throws IOException {
    Files.createDirectories(home.resolve(file).getParent());
    Files.write(home.resolve(file), bytes);
  }

  /** What the loader does to one file. */
  private void read(String file) {
    Reading reading = new Reading(new Report(), new Places(small.toString()));
    Config open = new Layers(small, reading).mounted(file, "sources", "mutated");
    ConfigObject tree =
        new Substitutions(name -> Optional.empty(), reading).resolve(open, small.toString());
    new Secrets(small, name -> Optional.empty(), reading).collect(tree);
    Entries.hash(Entries.of(tree, reading.places()));
    reading.report().throwIfAny();
  }

  private boolean isRefused(Path home, String file, byte[] mutated, int seed, boolean isLoaded)
      throws IOException {
    boolean isReplaced = Files.exists(home.resolve(file));
    byte[] before = isReplaced ? Files.readAllBytes(home.resolve(file)) : new byte[0];
    write(home, file, mutated);
    String env = file.startsWith("conf/env/") ? file.replaceAll(".*/|\\.conf$", "") : "default";
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    boolean isRefused = false;
    try {
      if (isLoaded) {
        ConfigurationLoader.load(home, env, Map.of(), name -> Optional.empty(), VOCABULARY);
      } else {
        read(file);
      }
    } catch (RenxingException e) {
      isRefused = true;
      if (e.code() != ErrorCode.CONFIGURATION || !e.getMessage().contains("conf")) {
        failures.add(file + ", seed " + seed + ": " + e.code() + " " + e.getMessage());
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      failures.add(
          file + ", seed " + seed + ": " + e + " at " + Arrays.toString(e.getStackTrace()));
    }
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    if (end - start > SLOWEST_MS * 1_000_000) {
      failures.add(file + ", seed " + seed + ": took " + (end - start) / 1_000_000 + " ms");
    }
    if (isReplaced) {
      write(home, file, before);
    } else {
      Files.delete(home.resolve(file));
    }
    return isRefused;
  }

  /** One to four changes to a file, of bytes, of tokens and of lines. */
  private record Mutation(Random random) {
    private static final List<String> TOKENS =
        List.of(
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            "\"",
            "\"\"\"",
            "'",
            "`",
            "=",
            ":",
            ",",
            "#",
            "//",
            "$",
            "${",
            "${home}",
            "${?x}",
            "${a.b}",
            "+=",
            "\\",
            "\n",
            "\r",
            "\0",
            "\u0007",
            "\u2028",
            "\uFEFF",
            "null",
            "true",
            "-1",
            "0",
            "1e999",
            "-1e-999",
            "NaN",
            "Infinity",
            "99999999999999999999999999",
            "0x1F",
            "1..9999",
            "2200..1900",
            "..",
            ".",
            "a.b.c.d",
            "include \"x\"",
            "include url(\"http://127.0.0.1:1/\")",
            "include file(\"/etc/passwd\")",
            "[[]]",
            "{ a = { b = {} } }",
            "[1, \"a\", {}]",
            "\u4E2D\u6587",
            "base = base",
            "id",
            "''",
            "--",
            "/*",
            "a / 0",
            "reflect('x')",
            "https://token@host",
            "password = x",
            "@v1",
            "*");

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
        case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        case 2 -> insert(text, token());
        case 3 -> insert(text, token().repeat(1 + random.nextInt(1_500)));
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
      String[] words = text.split("(?<=\\W)|(?=\\W)", -1);
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
        default -> Collections.swap(lines, one, other);
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
