package org.renxing.jobs.cli.method;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Under which heading help shows a command, the options of a class, or one option. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
@interface InHelp {
  /** The heading. */
  HelpGroup value();
}
