package org.renxing.name;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The forms in which names of cities and counties are compared. All names that differ only in what
 * is stripped here have one key, so a name is looked up by its {@link #exact} key first, and by its
 * {@link #loose} one where that finds nothing.
 */
public final class UnitNameKey {
  private static final Pattern TONES = Pattern.compile("\\p{Mn}+");
  private static final Pattern APART = Pattern.compile("[\\s\\p{Z}\\uFEFF\\u200B'’‘`´ʼ·•.\\-_]+");
  private static final Pattern LATIN =
      Pattern.compile(
          "(?:(?:autonomous)?prefecture|municipality|city|shi|league|district|county|diqu|qu|xian)$");
  private static final Pattern HAN = Pattern.compile("(?:自治州|自治县|地区|市区|市|盟|州|县|区|林区|特区)$");
  private static final Pattern WHOLE = Pattern.compile("(?:自治区|特别行政区)$");

  private UnitNameKey() {}

  /**
   * Without blanks, apostrophes, points, hyphens and tones of pinyin, full-width letters and digits
   * as plain ones, in lower case; ü counts as u, as where it is typed without its points.
   */
  public static String exact(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
    String open = APART.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    return TONES.matcher(open).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /**
   * The exact key without the word at its end that says the kind of unit: 市, 地区, 盟, 自治州, 县, 区 and
   * the like where two characters or more are left (three before 州, since 苏州 is a name), and City,
   * Prefecture, Shi, Xian and the like as a word of its own in Latin ones. Different units may
   * share it: 通州区 and 通州市 do.
   */
  public static String loose(String name) {
    String key = exact(name);
    if (WHOLE.matcher(key).find()) {
      return key;
    }
    boolean isLatin = !key.isEmpty() && key.charAt(key.length() - 1) < 0x250;
    if (isLatin) {
      String stem = LATIN.matcher(key).replaceFirst("");
      return stem.length() < 3 || !hasEnglishEnd(name, stem) ? key : stem;
    }
    String stem = HAN.matcher(key).replaceFirst("");
    // 苏州 and 沛县 are names: one character alone is none, and 州 ends only longer ones
    int least = key.endsWith("州") && !key.endsWith("自治州") ? 3 : 2;
    return stem.codePointCount(0, stem.length()) < least ? key : stem;
  }

  /** Whether what was taken off was a word of its own: Xi'an Shi, but not Hanshi. */
  private static boolean hasEnglishEnd(String name, String stem) {
    String[] words = name.strip().split("[\\s\\p{Z}\\-_]+");
    return words.length > 1
        && exact(String.join("", words)).startsWith(stem)
        && !exact(words[words.length - 1]).isEmpty()
        && LATIN.matcher(exact(words[words.length - 1])).matches();
  }
}
