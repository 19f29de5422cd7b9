package org.renxing.intake;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.renxing.model.Excerpt;
import org.renxing.model.IntakeLimits;

/**
 * Looks through a workbook before it is read: unpacks each part in a stream, counts, and keeps
 * nothing. What passes can be read row by row in bounded memory. Sizes are counted, not believed,
 * and parts are told by what they hold, whatever their names.
 */
final class WorkbookGuard {
  private static final int MOST_PARTS = 10_000;

  private final String file;
  private final IntakeLimits limits;
  private final long packed;
  private final AtomicLong unpacked = new AtomicLong();
  private final WorkbookCounts counts;

  private WorkbookGuard(String file, IntakeLimits limits, long packed) {
    this.file = file;
    this.limits = limits;
    this.packed = packed;
    this.counts = new WorkbookCounts(file, limits);
  }

  /**
   * Refuses a workbook that is too large unpacked, grows too much, has too many texts, sheets or
   * parts, a row of more than sixteen times the longest record, a cell beyond the last column or
   * row of spreadsheets, or few cells strewn over many columns.
   */
  static void check(String file, Path path, IntakeLimits limits) {
    try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
      WorkbookGuard guard = new WorkbookGuard(file, limits, path.toFile().length());
      Enumeration<ZipArchiveEntry> parts = zip.getEntries();
      for (int i = 0; parts.hasMoreElements(); i++) {
        if (i >= MOST_PARTS) {
          throw Refusal.of(file, "has more than " + MOST_PARTS + " parts; it is no yearbook");
        }
        try (InputStream in = zip.getInputStream(parts.nextElement())) {
          guard.scan(in);
        }
      }
      guard.counts.end();
    } catch (IOException e) {
      throw Refusal.of(
          file,
          "is no .xlsx workbook, or a broken one: "
              + Excerpt.line(e.getMessage() + "")
              + "; save it again",
          e);
    }
  }

  private void scan(InputStream in) throws IOException {
    Part part = new Part(in);
    counts.begin();
    try {
      XMLInputFactory factory = new InputFactoryImpl(); // the parser of the library that reads
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader xml = factory.createXMLStreamReader(part);
      for (int event = xml.getEventType(); xml.hasNext(); event = xml.next()) {
        if (event == XMLStreamConstants.START_ELEMENT) {
          counts.start(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          counts.end(xml);
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
          counts.text(xml);
        }
      }
    } catch (XMLStreamException e) {
      // a picture or the like, or broken: then the same parser will come no further either
      part.isXml = false;
    }
    part.transferTo(OutputStream.nullOutputStream());
  }

  /** The bytes of one part, held against the limits. */
  private final class Part extends FilterInputStream {
    private boolean isXml = true;
    private long size;

    Part(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int n = super.read(to, offset, length);
      if (n > 0) {
        size += n;
        BoundedInput.check(file, unpacked.addAndGet(n), packed, limits);
        if (isXml) {
          counts.bytes(n, size);
        }
      }
      return n;
    }
  }
}
