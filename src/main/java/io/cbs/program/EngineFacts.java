package io.cbs.program;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the engine is, for the environment record: results may differ in the last bits across any of these. */
public final class EngineFacts {
    private EngineFacts() {}

    /** Engine, library versions and device; loads the engine. */
    public static Map<String, Object> of(Device device) {
        Engine engine = Engine.getInstance();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("engine", engine.getEngineName());
        facts.put("djl_version", Engine.getDjlVersion());
        facts.put("libtorch_version", engine.getVersion());
        facts.put("device", device.toString());
        facts.put("gpus", engine.getGpuCount());
        return facts;
    }
}
