/** What people and programs read: text tables, CSV and JSON made of results. Computes nothing that a result lacks. */
package io.cbs.report;
