package io.cbs.config;

/** A place in a file; line and column count from 1. */
record Mark(Source source, int line, int column) {}
