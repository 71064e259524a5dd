package io.cbs.fit;

import java.util.List;

/** A critical batch size with all that belongs to it, or the reason why the points carry none. */
public sealed interface FitResult permits Fitted, Refused {

    /** The points as given. */
    Curve curve();

    /** What a reader must know before using a number; those of the curve's source first. */
    List<Warning> warnings();
}
