/** What is trained: models and losses made of layers, and closed-form workloads whose truth is known. */
package io.cbs.workload;
