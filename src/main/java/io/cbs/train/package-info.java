/** A stack of replicas: its parameter matrix, its rounds, its evaluation. */
package io.cbs.train;
