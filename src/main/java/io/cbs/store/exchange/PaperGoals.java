package io.cbs.store.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The goals and the number of trials with which figure 1 of Shallue et al. was drawn; from the notebook that draws it.
 * They belong to a dataset and model, whatever the optimizer.
 */
enum PaperGoals {
    MNIST("mnist", "simple_cnn_base", "val/classification_error<0.01", PaperGoals.MOST),
    FASHION_MNIST("fashion_mnist", "simple_cnn_base", "val/classification_error<0.1", PaperGoals.MOST),
    CIFAR_10("cifar_10", "resnet_8", "val/classification_error<0.3", PaperGoals.MOST),
    IMAGENET_RESNET("imagenet", "resnet_50", "val/classification_error<0.25", PaperGoals.MOST),
    OPEN_IMAGES("open_images_v4", "resnet_50", "val/average_precision>0.31", PaperGoals.MOST),
    LM1B_TRANSFORMER("lm1b", "transformer_base", "val/cross_entropy_error<3.9", PaperGoals.MOST),
    COMMON_CRAWL("common_crawl", "transformer_base", "val/cross_entropy_error<3.9", PaperGoals.FEWER),
    IMAGENET_VGG("imagenet", "vgg_11", "val/classification_error<0.35", PaperGoals.MOST),
    LM1B_LSTM("lm1b", "lstm", "val/cross_entropy_error<3.9", PaperGoals.FEWER);

    private static final int MOST = 100;
    private static final int FEWER = 50;

    private final String dataset;
    private final String model;
    private final String goal;
    private final int trials;

    PaperGoals(String dataset, String model, String goal, int trials) {
        this.dataset = dataset;
        this.model = model;
        this.goal = goal;
        this.trials = trials;
    }

    private static Optional<PaperGoals> of(WorkloadFolder workload) {
        return Arrays.stream(values())
                .filter(paper -> paper.dataset.equals(workload.dataset()) && paper.model.equals(workload.model()))
                .findFirst();
    }

    static List<Target> targets(WorkloadFolder workload) {
        return of(workload)
                .map(paper -> List.of(Target.parse(paper.goal)))
                .orElseThrow(() -> ExchangeException.at(
                        workload.path(),
                        "the paper's figure 1 has no goal for this dataset and model; give one with --goal, such as"
                                + " --goal 'val/classification_error<0.3'"));
    }

    static OptionalInt trials(WorkloadFolder workload) {
        return OptionalInt.of(of(workload).map(paper -> paper.trials).orElse(MOST));
    }
}
