package io.cbs.cli;

import io.cbs.config.Goal;
import io.cbs.config.SweepConfig;
import io.cbs.measure.StudyResult;
import io.cbs.report.StudyText;
import io.cbs.run.SweepListener;
import io.cbs.store.Finding;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What a sweep tells while it runs, on standard error: on a terminal one line that changes in place, else a line now and
 * then; and one line per finished study that stays.
 */
final class Progress implements SweepListener, AutoCloseable {
    /** The forms of {@code --progress}. */
    enum Form {
        auto,
        bar,
        plain,
        none
    }

    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration HEARTBEAT = Duration.ofSeconds(60);
    private static final String ERASE_LINE = "\r\033[K";

    private final Form form;
    private final SweepConfig config;
    private final PrintStream err;
    private final int columns;
    private final long started = System.nanoTime();
    private long lastShown = started;
    private int studiesDone;
    private boolean lineOpen;
    private Path folder;
    private LogFile log;

    private Progress(Form form, SweepConfig config, PrintStream err, int columns) {
        this.columns = columns;
        this.form = form;
        this.config = config;
        this.err = err;
    }

    static Progress of(Form form, SweepConfig config, PrintStream err) {
        // The launcher says how wide standard error's terminal is; there is no such property without one.
        int columns = Integer.getInteger("cbs.columns", 0);
        boolean terminal = columns > 0 && !"dumb".equals(System.getenv("TERM"));
        Form resolved = form == Form.auto ? (terminal ? Form.bar : Form.plain) : form;
        return new Progress(resolved, config, err, columns > 0 ? columns : 80);
    }

    @Override
    public void sweepStarted(Path folder, int done, int toRun) {
        this.folder = folder;
        String work = toRun == 0
                ? "all is done, nothing to train (" + done + " trials)"
                : done + " trials done, " + toRun + " trials to run";
        say(config.name() + ": " + config.batchSizes().size() + " batch sizes; " + work + "; results in " + folder);
    }

    @Override
    public void waveStarted(int batchSize, int trials, WaveReason reason) {
        if (reason == WaveReason.EXTENSION) {
            say("B = " + batchSize + ": the best learning rate is on the edge of the search; " + trials
                    + " more trials beyond it");
        }
    }

    @Override
    public void evaluated(int batchSize, long step, int alive, Map<Goal, Double> best) {
        Duration since = Duration.ofNanos(System.nanoTime() - lastShown);
        if (form == Form.none || since.compareTo(form == Form.bar ? REDRAW : HEARTBEAT) < 0) {
            return;
        }
        lastShown = System.nanoTime();
        Duration elapsed = Duration.ofNanos(lastShown - started);
        String line = StudyText.running(batchSize, step, alive, best)
                + "; " + studiesDone + "/" + config.batchSizes().size() + " done, "
                + StudyText.clock(elapsed);
        if (form == Form.bar) {
            // A line that wraps could not be erased.
            err.print(ERASE_LINE + line.substring(0, Math.min(line.length(), columns - 1)));
            err.flush();
            lineOpen = true;
        } else {
            err.println(line);
        }
    }

    @Override
    public void studyStarted(int batchSize, boolean trains) {
        if (trains && log == null) {
            log = LogFile.start(folder);
        }
    }

    @Override
    public void studyFinished(StudyResult result) {
        studiesDone++;
        say(StudyText.finished(result));
    }

    @Override
    public void recordSetAside(Finding finding) {
        say("warning: " + finding + "; its trial runs again");
    }

    private void say(String line) {
        if (form == Form.none) {
            return;
        }
        endLine();
        err.println(line);
    }

    private void endLine() {
        if (lineOpen) {
            err.print(ERASE_LINE);
            lineOpen = false;
        }
    }

    @Override
    public void close() {
        endLine();
        if (log != null) {
            log.close();
        }
    }
}
