/** YAML to an immutable {@link io.cbs.config.SweepConfig}, with every problem reported at once by file, line and column. */
package io.cbs.config;
