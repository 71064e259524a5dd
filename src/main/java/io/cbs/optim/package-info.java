/**
 * Optimisers as text: each is its textbook formula on the parameter matrix [K, P], hyperparameters as columns [K, 1].
 * Plain Java, testable without an engine.
 */
package io.cbs.optim;
