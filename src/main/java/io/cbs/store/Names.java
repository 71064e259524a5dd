package io.cbs.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of files and folders in a results folder; none of them can lead out of it. */
final class Names {
    static final String CONFIG = "config.json";
    static final String IMPORT = "import.json";
    static final String STUDIES = "studies";
    static final String RUNNING = "running";
    static final String PUBLISHING = "publishing";
    static final String METADATA = "metadata.json";
    static final String MEASUREMENTS = "measurements.csv";

    private static final Pattern SWEEP = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final Pattern TRIAL = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern STUDY = Pattern.compile("b(\\d{6,10})");
    private static final Pattern WAVE = Pattern.compile("w(\\d{3,9})");
    private static final Pattern ENVIRONMENT = Pattern.compile("environment-(\\d{1,9})\\.json");

    private Names() {}

    static String sweep(String name) {
        if (!SWEEP.matcher(name).matches()) {
            throw new IllegalArgumentException("a results folder's name is up to 100 letters, digits, dots,"
                    + " underscores and hyphens and starts with no dot, not '" + name + "'");
        }
        return name;
    }

    static String data(String workloadId) {
        return "data-" + workloadId + ".txt";
    }

    static boolean isTrial(String name) {
        return TRIAL.matcher(name).matches();
    }

    static String study(int batchSize) {
        return String.format(Locale.ROOT, "b%06d", batchSize);
    }

    static OptionalInt batchSize(String name) {
        OptionalInt number = number(STUDY, name);
        // One folder per batch size: b0000064 is not a second name of b000064.
        return number.isPresent() && study(number.getAsInt()).equals(name) ? number : OptionalInt.empty();
    }

    static String wave(int index) {
        return String.format(Locale.ROOT, "w%03d", index);
    }

    static OptionalInt wave(String name) {
        return number(WAVE, name);
    }

    static String environment(int attempt) {
        return "environment-" + attempt + ".json";
    }

    static OptionalInt environment(String name) {
        return number(ENVIRONMENT, name);
    }

    private static OptionalInt number(Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(name);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(matcher.group(1)));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** Refuses a symbolic link: what is written below it would land outside the results folder. */
    static Path noLink(Path path) {
        if (Files.isSymbolicLink(path)) {
            throw new StoreException(
                    path, "is a symbolic link, and nothing is written through one; replace it by a real folder", null);
        }
        return path;
    }
}
