"""Training speed of a small CNN in Python: the peer that the Java loop is compared with.

The network: 28x28x1, 32 filters 3x3, pool, relu, 64 filters 3x3, pool, relu, 128 hidden units, relu, 10 classes; float32,
SGD with momentum. The whole data set lies on the device as float32; a minibatch is gathered by index from a fresh
permutation per epoch. Each line gives steps per second: the median, the least and the most of several timed windows
that begin and end with a synchronisation; warm-up and graph capture are not timed.

    python3 src/bench/pytorch/cnn_steps.py                         # eager loop and, on a GPU, CUDA graph
    python3 src/bench/pytorch/cnn_steps.py --device cpu --threads 2
    python3 src/bench/pytorch/cnn_steps.py --loop graph --channels-last --cudnn-benchmark
"""

import argparse
import statistics
import time

import torch
from torch import nn

EXAMPLES = 60_000


class Training:
    """One model and its optimiser, and the steps of both loops."""

    def __init__(self, options, images, labels, batch_size):
        torch.manual_seed(0)
        model = nn.Sequential(
            nn.Conv2d(1, 32, 3),
            nn.MaxPool2d(2),
            nn.ReLU(),
            nn.Conv2d(32, 64, 3),
            nn.MaxPool2d(2),
            nn.ReLU(),
            nn.Flatten(),
            nn.Linear(64 * 5 * 5, 128),
            nn.ReLU(),
            nn.Linear(128, 10),
        )
        layout = torch.channels_last if options.channels_last else torch.contiguous_format
        self.model = model.to(images.device, memory_format=layout)
        self.images = images
        self.labels = labels
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=0.01, momentum=0.9, **{options.sgd: True})
        self.batch_size = batch_size
        self.batches = iter(())

    def next_batch(self):
        batch = next(self.batches, None)
        if batch is None:
            order = torch.randperm(EXAMPLES, device=self.images.device)
            self.batches = iter(order[: EXAMPLES // self.batch_size * self.batch_size].split(self.batch_size))
            batch = next(self.batches)
        return batch

    def step(self, batch):
        loss = nn.functional.cross_entropy(self.model(self.images.index_select(0, batch)), self.labels[batch])
        loss.backward()
        self.optimizer.step()

    def eager(self, steps):
        for _ in range(steps):
            self.optimizer.zero_grad(set_to_none=True)
            self.step(self.next_batch())

    def capture(self):
        """Records one step; the gradients live in the graph's own memory, so nothing needs zeroing."""
        self.indices = self.next_batch().clone()
        side = torch.cuda.Stream()
        side.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side):
            for _ in range(5):
                self.optimizer.zero_grad(set_to_none=True)
                self.step(self.indices)
        torch.cuda.current_stream().wait_stream(side)
        self.optimizer.zero_grad(set_to_none=True)
        self.graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self.graph):
            self.step(self.indices)

    def replay(self, steps):
        for _ in range(steps):
            self.indices.copy_(self.next_batch())
            self.graph.replay()


def seconds(device, run, steps):
    if device.type == "cuda":
        torch.cuda.synchronize()
    start = time.perf_counter()
    run(steps)
    if device.type == "cuda":
        torch.cuda.synchronize()
    return time.perf_counter() - start


def measure(options, loop, training):
    device = training.images.device
    run = training.eager
    if loop == "graph":
        training.capture()
        run = training.replay
    run(3)
    steps = 1
    while (elapsed := seconds(device, run, steps)) < options.window / 4:
        steps *= 2
    steps = max(1, round(steps * options.window / elapsed))
    return sorted(steps / seconds(device, run, steps) for _ in range(options.windows))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--batch-sizes", type=int, nargs="+", default=[8, 64, 512, 4096])
    parser.add_argument("--loop", choices=["eager", "graph"], nargs="+")
    parser.add_argument("--sgd", choices=["fused", "foreach"], default="fused")
    parser.add_argument("--channels-last", action="store_true")
    parser.add_argument("--cudnn-benchmark", action="store_true")
    parser.add_argument("--threads", type=int, help="cores of the CPU")
    parser.add_argument("--windows", type=int, default=5)
    parser.add_argument("--window", type=float, default=1.0, help="seconds")
    options = parser.parse_args()

    device = torch.device(options.device)
    on_gpu = device.type == "cuda"
    torch.backends.cudnn.benchmark = options.cudnn_benchmark
    if options.threads:
        torch.set_num_threads(options.threads)
    print("PyTorch", torch.__version__, torch.cuda.get_device_name(device) if on_gpu else "CPU")
    print("CPU threads:", torch.get_num_threads(), "SGD:", options.sgd, "channels last:", options.channels_last)
    print("matmul TF32:", torch.backends.cuda.matmul.allow_tf32, "cuDNN TF32:", torch.backends.cudnn.allow_tf32)
    print("cuDNN:", torch.backends.cudnn.version(), "cuDNN benchmark:", torch.backends.cudnn.benchmark)
    generator = torch.Generator().manual_seed(0)
    images = (torch.randint(0, 256, (EXAMPLES, 1, 28, 28), generator=generator).float() / 255).to(device)
    labels = torch.randint(0, 10, (EXAMPLES,), generator=generator).to(device)
    print(f"{'loop':6} {'B':>5} {'steps/s':>10} {'least':>10} {'most':>10}", flush=True)
    for loop in options.loop or (["eager", "graph"] if on_gpu else ["eager"]):
        for batch_size in options.batch_sizes:
            rates = measure(options, loop, Training(options, images, labels, batch_size))
            print(
                f"{loop:6} {batch_size:5} {statistics.median(rates):10.1f} {rates[0]:10.1f} {rates[-1]:10.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
