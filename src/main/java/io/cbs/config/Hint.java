package io.cbs.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses what a misspelt word was meant to be. */
final class Hint {
    private Hint() {}

    /** {@code ; did you mean `x`?} for the nearest known word, or nothing where none is near. */
    static String didYouMean(String word, Collection<String> known) {
        int reach = word.length() < 4 ? 1 : Math.max(2, Math.min(word.length(), 30) / 3);
        return known.stream()
                .filter(candidate -> distance(plain(word), plain(candidate)) <= reach)
                .min(Comparator.comparingInt((String candidate) -> distance(plain(word), plain(candidate)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> "; did you mean " + Words.quoted(candidate) + "?")
                .orElse("");
    }

    /** Case, hyphens and underscores are the usual slips and cost nothing. */
    private static String plain(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
        return plain.length() <= 100 ? plain : plain.substring(0, 100);
    }

    /** Insertions, deletions and replacements from one word to the other (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
