/** The results folder: publish once, resume, lock. */
package io.cbs.store;
