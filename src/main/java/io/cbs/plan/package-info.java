/** A config becomes studies and trials. Pure: no engine, no files. */
package io.cbs.plan;
