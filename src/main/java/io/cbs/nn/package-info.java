/**
 * Layers as text: each lists its tensors, their initial values, its output shape and FLOPs, and writes its lines of the
 * program, for K replicas at once. Plain Java, testable without an engine.
 */
package io.cbs.nn;
