"""Figures for PyTorchParityTest: the small networks of SmallWorkloads trained by plain PyTorch.

Double precision on the CPU, batch size 8, step t takes samples (8t + j) mod 64, learning rate 0.05, momentum 0.9.
One line per network, optimiser and step: mean cross-entropy and error rate over all 64 images, and the sum of squares
of all parameters, with every digit.

    python3 src/test/pytorch/parity.py
"""

import math

import torch
from torch import nn

CLASSES = 5
COUNT = 64
SIDE = 12
BATCH = 8
RATE = 0.05
STEPS = (0, 1, 10, 50)


def mix(value):
    """The 32-bit mixing function of SmallWorkloads."""
    x = value & 0xFFFFFFFF
    x ^= x >> 16
    x = (x * 0x7FEB352D) & 0xFFFFFFFF
    x ^= x >> 15
    x = (x * 0x846CA68B) & 0xFFFFFFFF
    return x ^ (x >> 16)


def data():
    pixels = [mix(100_000_000 + i) % 256 for i in range(COUNT * SIDE * SIDE)]
    labels = [mix(200_000_000 + i) % CLASSES for i in range(COUNT)]
    images = torch.tensor(pixels, dtype=torch.float64).reshape(COUNT, 1, SIDE, SIDE) / 255
    return images, torch.tensor(labels)


def cnn():
    return nn.Sequential(
        nn.Conv2d(1, 4, 3, padding=1),
        nn.MaxPool2d(2),
        nn.ReLU(),
        nn.Conv2d(4, 6, 3, padding=1),
        nn.MaxPool2d(2),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(54, 10),
        nn.ReLU(),
        nn.Linear(10, CLASSES),
    )


def mlp():
    return nn.Sequential(
        nn.Flatten(),
        nn.Linear(SIDE * SIDE, 12),
        nn.ReLU(),
        nn.Linear(12, 8),
        nn.ReLU(),
        nn.Linear(8, CLASSES),
    )


def initialise(model):
    """Value i of tensor j: uniform in [-1, 1) by hash, over the square root of the fan-in (1 for a bias)."""
    with torch.no_grad():
        for j, tensor in enumerate(model.parameters()):
            scale = 1 / math.sqrt(tensor.numel() // tensor.shape[0])
            values = [scale * (2 * mix(j * 1_000_000 + i) / 2**32 - 1) for i in range(tensor.numel())]
            tensor.copy_(torch.tensor(values, dtype=torch.float64).reshape(tensor.shape))


def figures(model, images, labels):
    with torch.no_grad():
        logits = model(images)
        loss = nn.functional.cross_entropy(logits, labels).item()
        error_rate = (logits.argmax(1) != labels).double().mean().item()
        squares = sum(tensor.square().sum().item() for tensor in model.parameters())
    return loss, error_rate, squares


def main():
    torch.set_num_threads(1)
    print("PyTorch", torch.__version__)
    images, labels = data()
    optimizers = {"sgd": {}, "heavy-ball": {"momentum": 0.9}, "nesterov": {"momentum": 0.9, "nesterov": True}}
    for network in (cnn, mlp):
        for name, settings in optimizers.items():
            model = network().double()
            initialise(model)
            optimizer = torch.optim.SGD(model.parameters(), lr=RATE, **settings)
            for step in range(max(STEPS) + 1):
                if step in STEPS:
                    loss, error_rate, squares = figures(model, images, labels)
                    print(network.__name__, name, step, repr(loss), repr(error_rate), repr(squares))
                batch = torch.tensor([(BATCH * step + j) % COUNT for j in range(BATCH)])
                optimizer.zero_grad()
                nn.functional.cross_entropy(model(images[batch]), labels[batch]).backward()
                optimizer.step()


if __name__ == "__main__":
    main()
