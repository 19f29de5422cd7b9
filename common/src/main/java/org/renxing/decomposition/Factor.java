package org.renxing.decomposition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** A factor of a total by its name. */
public record Factor(String name, SectorExpression expression) {
  /** The name of the whole change beside those of factors. */
  public static final String TOTAL = "total";

  private static final Pattern NAMED = Pattern.compile("\\s*([^\\s=(),`][^=(),`]*?)\\s*=(?!=)(.*)");

  /**
   * Reads factors that are parted by commas, {@code activity=sum(output),energy/output}; one
   * without a name is called as it is written.
   *
   * @throws RenxingException USAGE for names that stand twice or are {@link #TOTAL}, CONFIGURATION
   *     for expressions that cannot be read
   */
  public static List<Factor> list(String text) {
    List<Factor> out = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String part : parts(text)) {
      Matcher named = NAMED.matcher(part);
      boolean hasName = named.matches();
      String name = hasName ? named.group(1) : part.strip();
      if (name.equals(TOTAL) || !names.add(name)) {
        throw new RenxingException(
            ErrorCode.USAGE,
            "factors '%s': the name '%s' %s"
                .formatted(text, name, name.equals(TOTAL) ? "is that of the sum" : "stands twice"));
      }
      out.add(new Factor(name, SectorExpression.parse(hasName ? named.group(2) : part)));
    }
    return List.copyOf(out);
  }

  /** The parts between commas outside brackets and quotes. */
  private static List<String> parts(String text) {
    List<String> out = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean isQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isQuoted ^= c == '`';
      depth += isQuoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0 && !isQuoted) {
        out.add(text.substring(start, i));
        start = i + 1;
      }
    }
    out.add(text.substring(start));
    return out;
  }
}
