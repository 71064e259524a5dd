package io.cbs.optim;

import java.util.List;

/** Heavy-ball momentum (Polyak 1964), as PyTorch has it: {@code v <- m v + g; theta <- theta - lr v}. */
public record HeavyBall(double momentum) implements Optimizer {

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
                "_1 = torch.addcmul_(theta, v, lr, value=-1)"); // theta <- theta - lr v
    }
}
