package org.renxing.jobs.gold.reproduction;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;

/**
 * A figure that a source prints.
 *
 * @param source R, C, Q, X or S; see docs/methods
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

  /** Key within the file. */
  String key() {
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
    try (var reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : reader) {
        PublishedFigure one = of(path, row);
        if (!keys.add(one.key())) {
          throw wrong(path, row, "the figure stands twice: " + one.key());
        }
        out.add(one);
      }
      return List.copyOf(out);
    } catch (CsvParseException | IOException e) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, path + ": cannot be read as CSV: " + e.getMessage(), e);
    }
  }

  private static PublishedFigure of(String path, NamedCsvRecord row) {
    List<Double> values = numbers(path, row, "values");
    List<Double> tolerances = numbers(path, row, "tolerance");
    if (values.size() != tolerances.size()) {
      throw wrong(path, row, "needs one tolerance a value");
    }
    return new PublishedFigure(
        row.getField("source"),
        row.getField("place"),
        row.getField("figure"),
        row.getField("printed"),
        row.getField("unit"),
        row.getField("scenario"),
        values,
        tolerances,
        row.getField("note"),
        row.getField("why_not"));
  }

  private static List<Double> numbers(String path, NamedCsvRecord row, String column) {
    String text = row.getField(column);
    try {
      return text.isBlank()
          ? List.of()
          : Arrays.stream(text.split(";", -1)).map(String::strip).map(Double::valueOf).toList();
    } catch (NumberFormatException e) {
      throw wrong(path, row, column + " '" + text + "': write numbers separated by semicolons");
    }
  }

  private static RenxingException wrong(String path, NamedCsvRecord row, String message) {
    return new RenxingException(
        ErrorCode.CONFIGURATION, path + ": line " + row.getStartingLineNumber() + ": " + message);
  }
}
