package org.renxing.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** The pieces of an expression's text, one after another. */
final class ExpressionTokens {
  private static final String ALLOWED =
      "allowed are numbers, base indicators, + - * / ( ), = != < <= > >=, and or not,"
          + " abs ln log10 sqrt exp least greatest coalesce";

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)[lLdD]?(?![\\p{L}\\d_.])"
              + "|(?<name>[A-Za-z_][A-Za-z\\d_]*)(?![\\p{L}\\d_])"
              + "|`(?<quoted>[^`]+)`"
              + "|(?<symbol>--|/\\*|<=|>=|<>|!=|==|[-+*/(),=<>])");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  /** Kinds of pieces. */
  enum Kind {
    NUMBER,
    NAME,
    QUOTED,
    SYMBOL,
    END
  }

  /**
   * A piece of the text.
   *
   * @param text as it counts: of a quoted name without the quotes
   */
  record Token(Kind kind, String text, int start, int end) {
    boolean is(String wanted) {
      return (kind == Kind.SYMBOL || kind == Kind.NAME) && word().equals(wanted);
    }

    /** In lower case, as words and functions are compared. */
    String word() {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Takes a text to pieces.
   *
   * @throws RenxingException CONFIGURATION where something in it can be no piece
   */
  ExpressionTokens(String text) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (matcher.region(at, text.length()).lookingAt()) {
        tokens.add(token(matcher));
        at = matcher.end();
      } else {
        throw unreadable("'" + Character.toString(text.codePointAt(at)) + "'");
      }
    }
    tokens.add(new Token(Kind.END, "", at, at));
  }

  private Token token(Matcher matcher) {
    for (String mark : List.of("--", "/*")) {
      if (mark.equals(matcher.group())) {
        throw refused(mark, "starts a comment in SQL; write - (-x) for a double minus");
      }
    }
    if (matcher.group("quoted") != null) {
      return token(Kind.QUOTED, "quoted", matcher);
    }
    if (matcher.group("number") != null) {
      return token(Kind.NUMBER, "number", matcher);
    }
    boolean isName = matcher.group("name") != null;
    return token(isName ? Kind.NAME : Kind.SYMBOL, isName ? "name" : "symbol", matcher);
  }

  private static Token token(Kind kind, String group, Matcher matcher) {
    return new Token(kind, matcher.group(group), matcher.start(), matcher.end());
  }

  /** The next piece. */
  Token now() {
    return tokens.get(next);
  }

  /** The next piece, past which it goes. */
  Token take() {
    return tokens.get(next++);
  }

  /** Goes past the next piece if it is this one. */
  boolean takes(String wanted) {
    boolean is = now().is(wanted);
    next += is ? 1 : 0;
    return is;
  }

  /** Goes past the next piece, which must be this one. */
  void require(String wanted) {
    if (!takes(wanted)) {
      throw unexpected();
    }
  }

  /** What was read from a place on. */
  String since(int start) {
    return text.substring(start, tokens.get(next - 1).end());
  }

  /** The next piece cannot stand where it does. */
  RenxingException unexpected() {
    Token token = now();
    return unreadable(
        token.kind() == Kind.END
            ? "its end"
            : "'" + text.substring(token.start(), token.end()) + "'");
  }

  private RenxingException unreadable(String what) {
    return new RenxingException(
        ErrorCode.CONFIGURATION,
        "expression '" + text + "': cannot be read (" + what + " is not expected); " + ALLOWED);
  }

  /** A part of the text is not allowed. */
  RenxingException refused(String part, String why) {
    return new RenxingException(
        ErrorCode.CONFIGURATION,
        "expression '" + text + "': '" + part + "' " + why + "; " + ALLOWED);
  }
}
