package org.renxing.jobs.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The forms in which offices send their files. */
enum SampleForm {
  /** CSV in the character set of Chinese Windows. */
  GB18030("csv"),
  /** A workbook of one sheet a year, as yearbooks have them. */
  WORKBOOK("xlsx"),
  /** An object a line, packed. */
  JSON_LINES("jsonl.gz"),
  /** What Excel calls Unicode text: UTF-16 with a mark, tabs between fields. */
  UNICODE_TEXT("txt");

  /** In a cell: stands for a byte that makes no sense in the file's character set. */
  static final char FAULT = '\uFFFD';

  private final String extension;

  SampleForm(String extension) {
    this.extension = extension;
  }

  /** The form of a source. */
  static SampleForm of(String source) {
    return switch (source) {
      case "city-economy", "city-industry" -> GB18030;
      case "city-social" -> WORKBOOK;
      case "city-environment" -> JSON_LINES;
      case "city-digital" -> UNICODE_TEXT;
      default -> throw new IllegalArgumentException(source);
    };
  }

  /** Ends the name of a file. */
  String extension() {
    return extension;
  }

  /** Lines above the first row, of files that have no sheets. */
  int headLines() {
    return this == JSON_LINES ? 0 : 1;
  }

  /** Writes a sheet; the same rows give the same bytes. */
  void write(OutputStream out, Sheet sheet) throws IOException {
    switch (this) {
      case GB18030 -> delimited(out, Charset.forName("GB18030"), ',', sheet);
      case UNICODE_TEXT -> {
        out.write(0xFF);
        out.write(0xFE);
        delimited(out, StandardCharsets.UTF_16LE, '\t', sheet);
      }
      case JSON_LINES -> objects(out, sheet);
      case WORKBOOK -> new YearbookFile(sheet).write(out);
    }
  }

  private static void delimited(OutputStream out, Charset charset, char delimiter, Sheet sheet)
      throws IOException {
    try (Writer writer = new FaultyWriter(out, charset);
        CsvWriter csv =
            CsvWriter.builder()
                .fieldSeparator(delimiter)
                .lineDelimiter(LineDelimiter.LF)
                .build(writer)) {
      csv.writeRecord(sheet.header());
      sheet.rows().forEach(csv::writeRecord);
    }
  }

  /** A row of too few cells becomes a line that ends too early. */
  private static void objects(OutputStream out, Sheet sheet) throws IOException {
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(new GZIPOutputStream(out), StandardCharsets.UTF_8))) {
      List<String> heads = sheet.header();
      for (List<String> row : sheet.rows()) {
        StringBuilder line = new StringBuilder("{");
        for (int i = 0; i < row.size(); i++) {
          line.append(i == 0 ? "" : ",").append('"').append(heads.get(i)).append("\":");
          String text = row.get(i);
          boolean isNumber = text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?");
          line.append(isNumber ? text : '"' + text + '"');
        }
        writer.append(line).append(row.size() == heads.size() ? "}\n" : "\n");
      }
    }
  }

  /** Writes text, and a senseless byte or surrogate for each {@link #FAULT}. */
  private static final class FaultyWriter extends Writer {
    private final OutputStream out;
    private final Charset charset;

    FaultyWriter(OutputStream out, Charset charset) {
      this.out = out;
      this.charset = charset;
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
      String text = new String(chars, offset, length);
      int from = 0;
      for (int at = text.indexOf(FAULT); at >= 0; at = text.indexOf(FAULT, from)) {
        out.write(text.substring(from, at).getBytes(charset));
        byte[] fault =
            charset.equals(StandardCharsets.UTF_16LE)
                ? new byte[] {0x00, (byte) 0xDC}
                : new byte[] {(byte) 0xFF};
        out.write(fault);
        from = at + 1;
      }
      out.write(text.substring(from).getBytes(charset));
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
