/** Where studies run, and the sweep that they make up. */
package io.cbs.run;
