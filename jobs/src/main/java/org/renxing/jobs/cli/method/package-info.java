/** Methods on anyone's CSV file: no lake and no configuration folder. */
package org.renxing.jobs.cli.method;
