/** Data sets as arrays in memory, the random generator, and the order in which examples are drawn. */
package io.cbs.data;
