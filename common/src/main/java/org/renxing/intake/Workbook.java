package org.renxing.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.renxing.model.Excerpt;
import org.renxing.model.IntakeLimits;

/** An .xlsx workbook whose rows are read as a stream; its visible sheets count. */
public final class Workbook implements AutoCloseable {
  private final String file;
  private final Optional<Path> copy;
  private final ReadableWorkbook book;

  private Workbook(String file, Optional<Path> copy, ReadableWorkbook book) {
    this.file = file;
    this.copy = copy;
    this.book = book;
  }

  /**
   * Opens a workbook; one that does not lie on a local disk is copied there first.
   *
   * @param limits what it is held against before it is read; empty where that was done already
   * @throws org.renxing.model.RenxingException SOURCE_CONTRACT where it is no such file, or too
   *     much
   */
  public static Workbook open(SourceBytes file, Optional<IntakeLimits> limits) {
    Optional<Path> copy = file.local().isPresent() ? Optional.empty() : Optional.of(copy(file));
    Path path = file.local().or(() -> copy).orElseThrow();
    try {
      requireForm(file.name(), path);
      limits.ifPresent(l -> WorkbookGuard.check(file.name(), path, l));
      ReadableWorkbook book = read(path);
      return new Workbook(file.name(), copy, book);
    } catch (IOException | ExcelReaderException e) {
      throw Refusal.of(
          file.name(),
          "cannot be read as a workbook: " + Excerpt.line(e + "") + "; save it again",
          e);
    }
  }

  /** Names of the visible sheets, in order. */
  public List<String> sheets() {
    return book.getSheets()
        .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
        .map(Sheet::getName)
        .toList();
  }

  /** The rows of a sheet, those without cells left out. Closing them leaves the workbook open. */
  public TextRows rows(String sheet) {
    return rows(sheet, () -> {});
  }

  /** The same of the only sheet that is read: closing them closes the workbook. */
  TextRows only(String sheet) {
    return rows(sheet, this::close);
  }

  private TextRows rows(String sheet, Runnable atEnd) {
    Sheet found =
        book.findSheet(sheet)
            .orElseThrow(() -> Refusal.of(file, "has no sheet '" + Excerpt.cell(sheet) + "'"));
    try {
      Stream<Row> rows = found.openStream().onClose(atEnd);
      return new SheetRows(file + " sheet " + Excerpt.cell(sheet), rows);
    } catch (IOException | ExcelReaderException e) {
      throw Refusal.of(
          file, "sheet " + Excerpt.cell(sheet) + " cannot be read: " + Excerpt.line(e + ""), e);
    }
  }

  @Override
  public void close() {
    try {
      book.close();
      if (copy.isPresent()) {
        Files.deleteIfExists(copy.get());
      }
    } catch (IOException e) {
      throw Refusal.storage(file, e);
    }
  }

  /** With the formats of cells, or without them where the workbook has no styles. */
  private static ReadableWorkbook read(Path path) throws IOException {
    try {
      return new ReadableWorkbook(path.toFile(), new ReadingOptions(true, false));
    } catch (IOException | ExcelReaderException e) {
      return new ReadableWorkbook(path.toFile(), new ReadingOptions(false, false));
    }
  }

  private static void requireForm(String file, Path path) throws IOException {
    byte[] first = new byte[8];
    try (InputStream in = Files.newInputStream(path)) {
      in.readNBytes(first, 0, first.length);
    }
    if (ReadableWorkbook.isOLE2Header(first)) {
      throw Refusal.of(
          file, "is a workbook of before 2007 (.xls) or an encrypted one; save it as plain .xlsx");
    }
    if (!ReadableWorkbook.isOOXMLZipHeader(first)) {
      throw Refusal.of(file, "is no .xlsx workbook; correct the file or the source's format");
    }
  }

  private static Path copy(SourceBytes file) {
    try (InputStream in = file.open()) {
      Path copy = Files.createTempFile("renxing-", ".xlsx");
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException e) {
      throw Refusal.storage(file.name(), e);
    }
  }
}
