package org.renxing.inequality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values in groups. Groups are in the order of their names and values in ascending order, so that
 * no figure depends on the order in which they came, to the last bit.
 */
public final class Sample {
  private final List<Group> groups;
  private final int size;

  private Sample(List<Group> groups) {
    this.groups = groups;
    this.size = groups.stream().mapToInt(Group::size).sum();
  }

  /** Gathers the values of a sample. */
  public static final class Builder {
    private final Map<String, Values> groups = new TreeMap<>();

    /** Adds a value to a group. */
    public void add(String group, double value) {
      of(group).add(value);
    }

    /** Adds values to a group. */
    public void addAll(String group, double[] values) {
      of(group).addAll(values);
    }

    private Values of(String group) {
      return groups.computeIfAbsent(group, g -> new Values());
    }

    /**
     * The sample; groups without values are not in it.
     *
     * @throws org.renxing.model.RenxingException DATA_CHECK for a value that is NaN or infinite,
     *     naming the group
     */
    public Sample build() {
      List<Group> out = new ArrayList<>();
      groups.forEach(
          (name, values) -> {
            if (values.size > 0) {
              out.add(new Group(name, values.take()));
            }
          });
      return new Sample(List.copyOf(out));
    }
  }

  /** A growing list of doubles. */
  private static final class Values {
    private double[] kept = new double[16];
    private int size;

    void add(double value) {
      reserve(1);
      kept[size++] = value;
    }

    void addAll(double[] more) {
      reserve(more.length);
      System.arraycopy(more, 0, kept, size, more.length);
      size += more.length;
    }

    double[] take() {
      double[] out = Arrays.copyOf(kept, size);
      kept = new double[0];
      size = 0;
      return out;
    }

    private void reserve(int more) {
      if (size + more > kept.length) {
        kept = Arrays.copyOf(kept, Math.max(size + more, 2 * kept.length));
      }
    }
  }

  List<Group> groups() {
    return groups;
  }

  /** How many values. */
  int size() {
    return size;
  }

  /** All values as one group. */
  Group whole() {
    double[] all = new double[size];
    int at = 0;
    for (Group group : groups) {
      System.arraycopy(group.values(), 0, all, at, group.size());
      at += group.size();
    }
    return new Group("all", all);
  }
}
