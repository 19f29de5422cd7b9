package org.renxing.jobs.gold.reproduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.renxing.cell.DecimalMark;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;

/**
 * A figure that a source prints.
 *
 * @param source R, C, Q, X or S; see docs/sources-of-methods.md
 * @param printed as printed
 * @param scenario which scenario asks for the same; empty for none
 * @param values the printed numbers that are compared; empty where nothing is
 * @param tolerances largest absolute difference by number
 * @param note what is to be known about it; shown where ours differs
 * @param whyNot why there is none of ours; empty where there is
 */
public record PublishedFigure(
    String source,
    String place,
    String figure,
    String printed,
    String unit,
    String scenario,
    List<Double> values,
    List<Double> tolerances,
    String note,
    String whyNot) {

  private static final String FILE = "published_figures.csv";

  public PublishedFigure {
    values = List.copyOf(values);
    tolerances = List.copyOf(tolerances);
  }

  /** Key within the file: source|place|figure. */
  public String key() {
    return source + "|" + place + "|" + figure;
  }

  /**
   * The figures of the reference folder; none where it has no such file.
   *
   * @throws RenxingException CONFIGURATION where the file is wrong
   */
  public static List<PublishedFigure> read(Settings settings, LakeFiles files) {
    String path = settings.referencePath() + "/" + FILE;
    return files.read(path).map(text -> parse(path, text)).orElse(List.of());
  }

  static List<PublishedFigure> parse(String path, String text) {
    List<PublishedFigure> out = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (ReferenceRow row : ReferenceFile.of(path, text).rows()) {
      PublishedFigure one = of(path, row);
      if (!keys.add(one.key())) {
        throw wrong(path, row, "the figure stands twice: " + one.key());
      }
      out.add(one);
    }
    return List.copyOf(out);
  }

  private static PublishedFigure of(String path, ReferenceRow row) {
    List<Double> values = numbers(path, row, "values");
    List<Double> tolerances = numbers(path, row, "tolerance");
    if (values.size() != tolerances.size()) {
      throw wrong(path, row, "needs one tolerance a value");
    }
    return new PublishedFigure(
        row.text("source"),
        row.text("place"),
        row.text("figure"),
        row.text("printed"),
        row.text("unit"),
        row.text("scenario"),
        values,
        tolerances,
        row.text("note"),
        row.text("why_not"));
  }

  private static List<Double> numbers(String path, ReferenceRow row, String column) {
    String text = row.text(column);
    List<Double> out =
        text.isEmpty()
            ? List.of()
            : Arrays.stream(text.split(";", -1)).map(DecimalMark.POINT::value).toList();
    if (out.contains(Double.NaN)) {
      throw wrong(path, row, column + " '" + text + "': write numbers separated by semicolons");
    }
    return out;
  }

  private static RenxingException wrong(String path, ReferenceRow row, String message) {
    return new RenxingException(
        ErrorCode.CONFIGURATION, path + ": line " + row.line() + ": " + message);
  }
}
