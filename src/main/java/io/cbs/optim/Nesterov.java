package io.cbs.optim;

import java.util.List;

/**
 * Nesterov's momentum (Sutskever et al. 2013, eq. 3 and 4, in the variables of PyTorch):
 * {@code v <- m v + g; theta <- theta - lr (g + m v)}.
 */
public record Nesterov(double momentum) implements Optimizer {

    @Override
    public List<String> state() {
        return List.of("v");
    }

    @Override
    public List<Hyperparameter> hyperparameters(double learningRate) {
        return List.of(new Hyperparameter("lr", learningRate), new Hyperparameter("m", momentum));
    }

    @Override
    public List<String> update() {
        return List.of(
                "_0 = torch.addcmul(g, v, m, value=1, out=v)", // v <- m v + g
                Optimizer.FLUSH_VELOCITY,
                "_1 = torch.addcmul_(theta, torch.addcmul(g, v, m), lr, value=-1)"); // theta <- theta - lr (g + m v)
    }
}
