/** The command line: each command parses its arguments, makes one call and turns the outcome into an exit code. */
package io.cbs.cli;
