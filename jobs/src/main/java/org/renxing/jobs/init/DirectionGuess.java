package org.renxing.jobs.init;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether less of a figure is better, told by the words of its name. */
final class DirectionGuess {
  /** Words of what is cured, covered or saved, after which less is not better. */
  private static final Pattern CURED =
      Pattern.compile(
          "treat|recycl|harmless|remov|reduc|recover|cover|access|complian|处理|利用|达标|覆盖|治理|无害化");

  private static final Pattern HARM =
      Pattern.compile(
          "unemploy|jobless|povert|\\bpoor|depriv|mortalit|\\bdeaths?\\b|homicid|suicid|crime|violen|emission|pollut|\\bco2\\b|\\bso2\\b|\\bnox\\b|\\bpm"
              + " ?2 ?5\\b|\\bpm ?10\\b|greenhouse"
              + "|\\bwaste|sewage|\\bdebt|deficit|inflation|inequal|\\bgini\\b|\\bpalma\\b|vacan|crowd|burden|uninsured|disab|illitera|\\bno"
              + " (?:hs|high|vehicle|internet|insurance|water)"
              + "|without|\\black|dropout|diseas|morbid|accident|fatal|injur|damage|\\bloss|hazard"
              + "|disaster|vulnerab|\\brisk|unmet|slum|malnutri|undernourish|hunger|stunting|erosion|deforest|tariff|congest|mobile"
              + " homes?\\b|limited english|\\bneet\\b|dependency ratio"
              + "|\\bnoise|arbeitslos|sterblich|\\barmut|desempleo|pobreza|mortalidad|chomage|pauvrete"
              + "|desemprego|失业|贫困|死亡|犯罪|排放|污染|废水|废气|负债|赤字|通胀|基尼|空置|文盲|事故|损失|风险|灾害"
              + "|能耗|拥挤|抚养比|辍学|死伤|疾病|烟尘|粉尘|二氧化");

  private DirectionGuess() {}

  /** The word in one of the names that speaks of harm; empty where none does. */
  static Optional<String> harm(String... names) {
    String text = String.join(" ; ", Stream.of(names).map(DirectionGuess::words).toList());
    Matcher found = HARM.matcher(text);
    return found.find() && !CURED.matcher(text).find()
        ? Optional.of(found.group().strip())
        : Optional.empty();
  }

  /** Small letters without accents, with a blank between the words of a label. */
  private static String words(String name) {
    String apart =
        name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replaceAll("[^\\p{L}\\p{N}]+", " ");
    return Normalizer.normalize(apart, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
