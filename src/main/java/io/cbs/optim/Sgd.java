package io.cbs.optim;

import java.util.List;

/** Plain stochastic gradient descent: {@code theta <- theta - lr g}. */
public record Sgd() implements Optimizer {

    @Override
    public List<String> state() {
        return List.of();
    }

    @Override
    public List<Hyperparameter> hyperparameters(double learningRate) {
        return List.of(new Hyperparameter("lr", learningRate));
    }

    @Override
    public List<String> update() {
        return List.of("_0 = torch.addcmul_(theta, g, lr, value=-1)");
    }
}
