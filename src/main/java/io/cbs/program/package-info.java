/**
 * A workload and an optimiser become one TorchScript program, written as text, packed in memory and loaded through DJL.
 * The only package that touches the engine's own classes.
 */
package io.cbs.program;
