/** One batch size: its trials are raced to the goals in waves, and the search grows at an edge. */
package io.cbs.study;
