package io.cbs.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadFolderTest {
    @TempDir
    Path root;

    private void study(String workload) {
        Tree.write(root.resolve(workload).resolve("64/study.json"), "{}");
    }

    @Test
    void theOnlyWorkloadBelowAFolderIsFound() {
        study("cifar_10/resnet_8/sgd");
        for (String named : new String[] {"", "cifar_10", "cifar_10/resnet_8", "cifar_10/resnet_8/sgd"}) {
            WorkloadFolder found = WorkloadFolder.only(root.resolve(named));
            assertThat(found.path()).isEqualTo(root.resolve("cifar_10/resnet_8/sgd"));
            assertThat(found.dataset() + found.model() + found.optimizer()).isEqualTo("cifar_10resnet_8sgd");
        }
    }

    @Test
    void workloadsInAGroupAreFound() {
        study("mnist_subsets/mnist_10000/cnn/sgd");

        assertThat(WorkloadFolder.only(root).dataset()).isEqualTo("mnist_10000");
    }

    @Test
    void severalWorkloadsAreListed() {
        study("cifar_10/resnet_8/sgd");
        study("cifar_10/resnet_8/nesterov_momentum");
        study("subsets/mnist_10000/cnn/sgd");

        assertThatThrownBy(() -> WorkloadFolder.only(root))
                .hasMessageEndingWith("3 workloads; name the folder of one:\n  cifar_10/resnet_8/nesterov_momentum\n"
                        + "  cifar_10/resnet_8/sgd\n  subsets/mnist_10000/cnn/sgd");
    }

    @Test
    void linksToWorkloadsAreNotFollowed() throws IOException {
        study("cifar_10/resnet_8/sgd");
        Files.createSymbolicLink(root.resolve("cifar_10/resnet_8/linked"), root.resolve("cifar_10/resnet_8/sgd"));

        assertThat(WorkloadFolder.only(root).optimizer()).isEqualTo("sgd");
    }

    @Test
    void aFolderWithoutWorkloadsIsRefused() {
        assertThatThrownBy(() -> WorkloadFolder.only(root)).hasMessageContaining("no workload in or below it");
        assertThatThrownBy(() -> WorkloadFolder.only(root.resolve("none")))
                .hasMessageEndingWith("none: no such folder");
    }

    @Test
    void namesThatCannotNameAResultsFolderAreRefused() {
        study("cifar 10/resnet_8/sgd");

        WorkloadFolder found = WorkloadFolder.only(root);
        assertThatThrownBy(found::dataset).hasMessageContaining("found 'cifar 10'");
    }
}
