/**
 * From one trial's measurements to crossings, and from a point's trials to its steps to the goal. Pure; used by the
 * race while it runs and by the fit years later, so that both mean the same.
 */
package io.cbs.measure;
