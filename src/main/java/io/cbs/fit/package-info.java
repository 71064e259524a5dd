/**
 * From steps to goal at several batch sizes to the critical batch size. Pure: numbers in, numbers out; knows nothing of
 * training, of results folders or of how anything is printed.
 */
package io.cbs.fit;
