package io.cbs.train;

import ai.djl.Device;
import ai.djl.engine.Engine;

/** Device names as configs have them. */
public final class Devices {
    private Devices() {}

    /**
     * {@code auto} is the first GPU where there is one, else the CPU; {@code gpu} is {@code gpu0}. Loads the engine.
     *
     * @throws DeviceException where this machine has no such device
     */
    public static Device of(String name) {
        int gpus = Engine.getInstance().getGpuCount();
        if (name.equals("cpu") || (name.equals("auto") && gpus == 0)) {
            return Device.cpu();
        }
        if (!name.matches("auto|gpu[0-9]{0,3}")) {
            throw new DeviceException(
                    "device " + name + ": expected auto, cpu, gpu, or gpu with a number such as gpu0");
        }
        int index = name.equals("auto") || name.equals("gpu") ? 0 : Integer.parseInt(name.substring("gpu".length()));
        if (index >= gpus) {
            throw new DeviceException("device " + name + ": this machine has "
                    + (gpus == 0 ? "no GPU that the engine can use" : gpus + " GPUs, gpu0 to gpu" + (gpus - 1))
                    + "; set devices in the config to auto or cpu");
        }
        return Device.gpu(index);
    }
}
