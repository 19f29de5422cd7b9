package org.renxing.column;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * A mergeable accumulator as an aggregate of rows. Its result is the accumulator itself as a binary
 * value, which {@link #read} turns back.
 *
 * @param <A> the accumulator
 */
public abstract class Accumulation<A extends Serializable> extends Aggregator<Row, A, byte[]> {
  private static final long serialVersionUID = 1L;
  private final Class<A> type;
  private final StructType inputs;

  /**
   * An aggregate.
   *
   * @param inputs names and types of the columns that it reads
   */
  protected Accumulation(Class<A> type, StructType inputs) {
    this.type = type;
    this.inputs = inputs;
  }

  /** The aggregate over columns in the order of its inputs. */
  public final Column of(Column... columns) {
    return functions.udaf(this, Encoders.row(inputs)).apply(columns);
  }

  @Override
  public final byte[] finish(A accumulator) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(accumulator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public final Encoder<A> bufferEncoder() {
    return Encoders.javaSerialization(type);
  }

  @Override
  public final Encoder<byte[]> outputEncoder() {
    return Encoders.BINARY();
  }

  /** The accumulator in a binary value. */
  public static <A extends Serializable> A read(byte[] bytes, Class<A> type) {
    try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return type.cast(objects.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
