/** Records of the field and of the product; no Spark here. */
package org.renxing.model;
