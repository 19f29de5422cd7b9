package org.renxing.jobs.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.renxing.jobs.output.OutputFile;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Writes the files of a simulation, and never over a reference table from which it is made.
 *
 * @param reference folder of these tables
 */
record SimulatedFiles(Path reference) {

  /** What is written. */
  @FunctionalInterface
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  /** Writes a file; its folder is made where it is missing. */
  void write(Path file, Body body) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, file + ": cannot be written: " + e, e);
    }
    requireApart(file);
    output(file)
        .write(
            out -> {
              body.write(out);
              return file;
            });
  }

  /** Refuses a reference table as output. */
  void requireApart(Path file) {
    if (Files.exists(file)) {
      OutputFile output = output(file);
      tables().forEach(table -> output.requireApartFrom("the reference table", table));
    }
  }

  private static OutputFile output(Path file) {
    return OutputFile.of("simulate --out: " + file, file);
  }

  /** Writes a table. */
  void csv(Path file, List<String> head, List<List<String>> rows) {
    write(
        file,
        out -> {
          CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
          csv.writeRecord(head);
          rows.forEach(csv::writeRecord);
          csv.flush();
        });
  }

  private List<Path> tables() {
    try (Stream<Path> all = Files.list(reference)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, reference + ": cannot be read: " + e, e);
    }
  }
}
