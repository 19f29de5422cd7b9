package org.renxing.jobs.silver.remote;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.geo.Place;
import org.renxing.jobs.bronze.BronzeRow;
import org.renxing.jobs.silver.Reason;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteField;

/**
 * How an observation travels between machines: its values one after another, a tenth of the bytes
 * of an object of objects.
 */
public final class ObservationForm implements Externalizable {
  private static final List<RemoteFamily> FAMILIES = List.of(RemoteFamily.values());
  private static final List<RemoteField> FIELDS = List.of(RemoteField.values());
  private static final long serialVersionUID = 1L;
  private static final int NONE = -1;
  private Optional<RemoteObservation> observation = Optional.empty();

  /** As reading it asks for. */
  public ObservationForm() {}

  ObservationForm(RemoteObservation observation) {
    this.observation = Optional.of(observation);
  }

  private Object readResolve() {
    return observation.orElseThrow();
  }

  @Override
  public void writeExternal(ObjectOutput out) throws IOException {
    RemoteObservation row = observation.orElseThrow();
    write(out, row.origin());
    write(out, row.source());
    out.writeByte(FAMILIES.indexOf(row.family()));
    out.writeBoolean(row.isCarried());
    write(out, row.id());
    out.writeInt(row.year());
    write(out, row.unit());
    write(out, row.zone());
    write(out, row.kind());
    out.writeDouble(row.place().lon());
    out.writeDouble(row.place().lat());
    out.writeDouble(row.place().areaKm2());
    byte[] plane = row.place().isArea() ? row.place().bytes() : new byte[0];
    out.writeInt(plane.length);
    out.write(plane);
    out.writeByte(row.figures().size());
    for (Map.Entry<RemoteField, Double> figure : row.figures().entrySet()) {
      out.writeByte(FIELDS.indexOf(figure.getKey()));
      out.writeDouble(figure.getValue());
    }
    write(out, row.fault().code());
    write(out, row.fault().text());
  }

  private static void write(ObjectOutput out, BronzeRow row) throws IOException {
    write(out, row.file());
    out.writeLong(row.number());
    write(out, row.hash());
    out.writeInt(row.cells().size());
    for (Map.Entry<String, String> cell : row.cells().entrySet()) {
      write(out, cell.getKey());
      write(out, cell.getValue());
    }
    write(out, row.defect());
    out.writeBoolean(row.isRemoved());
    out.writeInt(row.ingest());
  }

  /** A text of any length, or null for a cell that is not there. */
  private static void write(ObjectOutput out, String text) throws IOException {
    if (text == null) {
      out.writeInt(NONE);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public void readExternal(ObjectInput in) throws IOException {
    observation =
        Optional.of(
            new RemoteObservation(
                origin(in),
                text(in),
                FAMILIES.get(in.readByte()),
                in.readBoolean(),
                text(in),
                in.readInt(),
                text(in),
                text(in),
                text(in),
                place(in),
                figures(in),
                new Reason(text(in), text(in))));
  }

  private static BronzeRow origin(ObjectInput in) throws IOException {
    String file = text(in);
    long number = in.readLong();
    String hash = text(in);
    Map<String, String> cells = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      cells.put(text(in), text(in));
    }
    return new BronzeRow(file, number, hash, cells, text(in), in.readBoolean(), in.readInt());
  }

  private static Place place(ObjectInput in) throws IOException {
    double lon = in.readDouble();
    double lat = in.readDouble();
    double area = in.readDouble();
    return Place.of(lon, lat, area, bytes(in, in.readInt()));
  }

  private static Map<RemoteField, Double> figures(ObjectInput in) throws IOException {
    Map<RemoteField, Double> out = new EnumMap<>(RemoteField.class);
    for (int left = in.readByte(); left > 0; left--) {
      out.put(FIELDS.get(in.readByte()), in.readDouble());
    }
    return out;
  }

  private static String text(ObjectInput in) throws IOException {
    int length = in.readInt();
    return length == NONE ? null : new String(bytes(in, length), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ObjectInput in, int length) throws IOException {
    byte[] out = new byte[length];
    in.readFully(out);
    return out;
  }
}
