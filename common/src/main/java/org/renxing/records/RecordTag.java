package org.renxing.records;

/** What follows in the bytes of a record. */
final class RecordTag {
  static final int END = 0;
  static final int NULL = 1;
  static final int TEXT = 2;
  static final int SAME_TEXT = 3;
  static final int RECORD = 4;
  static final int LIST = 5;
  static final int MAP = 6;
  static final int SORTED_MAP = 7;
  static final int SET = 8;
  static final int SORTED_SET = 9;
  static final int EMPTY = 10;
  static final int OPTIONAL = 11;
  static final int ENUM = 12;
  static final int DOUBLE = 13;
  static final int INT = 14;
  static final int LONG = 15;
  static final int TRUE = 16;
  static final int FALSE = 17;
  static final int DOUBLES = 18;
  static final int INTS = 19;
  static final int OBJECT = 20;
  static final int SAME_RECORD = 21;

  private RecordTag() {}
}
