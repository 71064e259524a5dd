/**
 * The results folder: publish once, resume, lock.
 *
 * <pre>
 * .lock                                          the operating system's lock; empty
 * .lock.json                                     who holds it; informational
 * config.json                                    the config as run, with every default
 * environment-1.json                             what the first attempt ran on; one file per attempt
 * data-ID.txt                                    fingerprint of a workload's data; other data are refused
 * studies/b000064/w000/ID/metadata.json          one trial of the first wave at batch size 64
 * studies/b000064/w000/ID/measurements.csv       its measurements
 * studies/b000064/w000/ID.corrupt-TIME/          a record that did not verify, set aside
 * studies/b000064/running/ID/                    the wave in progress; grows line by line
 * studies/b000064/publishing/                    a wave on its way to the disk; nobody reads it
 * </pre>
 *
 * <p>A wave is the trials that ran together. It is published by one rename of its folder, after every file and folder
 * in it has reached the disk: after a crash all of its trials are there or none. Everything else that the tool shows
 * is derived from the published waves and can be made again.
 */
package io.cbs.store;
