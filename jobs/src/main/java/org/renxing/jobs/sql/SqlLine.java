package org.renxing.jobs.sql;

import java.util.regex.Pattern;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.DefaultParser;

/**
 * When a line of the shell is whole: a statement ends with a semicolon that is in no text, name or
 * comment; a command of the shell begins with a backslash and is one line.
 */
final class SqlLine extends DefaultParser {
  private static final Pattern SHELL = Pattern.compile("(?is)\\s*(?:\\\\.*|quit|exit|help|)\\s*");

  /** What is closed: texts, names and comments. */
  private static final Pattern CLOSED =
      Pattern.compile("(?s)'[^']*'|\"[^\"]*\"|--[^\\n]*(?=\\n)|/\\*.*?\\*/");

  SqlLine() {
    setQuoteChars(new char[0]);
    setEscapeChars(new char[0]);
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && !isWhole(line)) {
      throw new EOFError(-1, -1, "the statement goes on until ;");
    }
    return super.parse(line, cursor, context);
  }

  /** Names end where something begins that is no part of one. */
  @Override
  public boolean isDelimiterChar(CharSequence buffer, int at) {
    char c = buffer.charAt(at);
    return !Character.isLetterOrDigit(c) && c != '_' && c != '.' && c != '\\';
  }

  /** Whether a text is a command of the shell, or a statement with its end. */
  static boolean isWhole(String text) {
    if (isCommand(text)) {
      return true;
    }
    String open = CLOSED.matcher(text).replaceAll(" ");
    boolean isClosed = !open.matches("(?s).*(?:['\"]|/\\*|--).*");
    return isClosed && open.strip().endsWith(";");
  }

  /** Whether a text is for the shell itself. */
  static boolean isCommand(String text) {
    return SHELL.matcher(text).matches();
  }
}
