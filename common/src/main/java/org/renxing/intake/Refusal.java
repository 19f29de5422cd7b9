package org.renxing.intake;

import java.io.IOException;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** What is said of files that cannot be read as declared. */
final class Refusal {
  private Refusal() {}

  /** The file breaks its contract. */
  static RenxingException of(String file, String what) {
    return new RenxingException(ErrorCode.SOURCE_CONTRACT, file + ": " + what);
  }

  /** The file breaks its contract, as a library noticed. */
  static RenxingException of(String file, String what, Throwable cause) {
    return new RenxingException(ErrorCode.SOURCE_CONTRACT, file + ": " + what, cause);
  }

  /** The storage does not give the file. */
  static RenxingException storage(String file, IOException cause) {
    return new RenxingException(
        ErrorCode.STORAGE,
        file + ": cannot be read: " + cause.getMessage() + "; see to the storage, then run again",
        cause);
  }
}
