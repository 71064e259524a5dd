package io.cbs.data;

import io.cbs.config.DataConfig;
import java.util.function.Function;

/** Loads data sets. */
public final class Datasets {

    private Datasets() {}

    /**
     * Draws or reads a data set. Takes about a second for each 40,000 drawn images and core.
     *
     * @param config which set
     * @param environment value of an environment variable, or null; {@code System::getenv} outside of tests
     * @throws DataException if a file cannot be had or is not what the config says
     * @throws IllegalArgumentException if the config itself is out of range, which its validation reports before
     */
    public static ImageDataset load(DataConfig config, Function<String, String> environment) {
        if (config instanceof DataConfig.Glyphs glyphs) {
            return Glyphs.draw(glyphs);
        }
        if (config instanceof DataConfig.Idx idx) {
            return IdxDataset.load(idx, environment);
        }
        throw new IllegalArgumentException("unknown kind of data: " + config);
    }
}
