package io.cbs.workload;

import io.cbs.config.ModelConfig;
import io.cbs.data.ImageDataset;
import io.cbs.nn.Activation;
import io.cbs.nn.ChannelBias;
import io.cbs.nn.Conv2d;
import io.cbs.nn.Flatten;
import io.cbs.nn.Layer;
import io.cbs.nn.Linear;
import io.cbs.nn.MaxPool2d;
import io.cbs.nn.Network;
import io.cbs.nn.Relu;
import java.util.ArrayList;
import java.util.List;

/** The networks that a config can name. */
final class Models {
    private Models() {}

    /** The network for images of the data's shape, ending in one logit per class. */
    static Network network(ModelConfig model, ImageDataset data) {
        List<Layer> layers = new ArrayList<>();
        List<Integer> hidden;
        if (model instanceof ModelConfig.SimpleCnn cnn) {
            for (int i = 1; i <= cnn.filters().size(); i++) {
                layers.add(new Conv2d("conv" + i, cnn.filters().get(i - 1), cnn.kernel(), cnn.padding()));
                // Pooling first is the same function as bias and relu first, on a quarter of the numbers.
                layers.add(new MaxPool2d("pool" + i, 2));
                layers.add(new ChannelBias("conv" + i));
                layers.add(new Relu("relu" + i));
            }
            hidden = List.of(cnn.hidden());
        } else {
            hidden = ((ModelConfig.Mlp) model).hidden();
        }
        layers.add(new Flatten("flatten"));
        for (int i = 1; i <= hidden.size(); i++) {
            layers.add(new Linear("hidden" + i, hidden.get(i - 1), true));
            layers.add(new Relu("hidden_relu" + i));
        }
        layers.add(new Linear("logits", data.classes(), false));
        return new Network(new Activation.Images(data.channels(), data.height(), data.width(), false), layers);
    }
}
