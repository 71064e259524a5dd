/**
 * Numbers from elsewhere, and for elsewhere: the layout of the public database of Shallue et al. (JMLR 20(112), 2019),
 * read into an imported results folder and written from a sweep's, and flat CSV.
 *
 * <pre>
 * dataset/model/optimizer/batch_size/study.json                       one search
 * dataset/model/optimizer/batch_size/trial_id/metadata.json           one run: parameters, status, steps
 * dataset/model/optimizer/batch_size/trial_id/measurements.csv        its evaluations; first column step
 * </pre>
 *
 * <p>An imported folder holds {@code import.json} alone: an {@link io.cbs.store.exchange.ImportRecord}.
 */
package io.cbs.store.exchange;
