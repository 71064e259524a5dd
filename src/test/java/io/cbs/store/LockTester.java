package io.cbs.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process that opens and closes a results folder on command: one word per line in, one line out. */
final class LockTester {
    private LockTester() {}

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ResultsFolder folder = null;
        for (String word = in.readLine(); word != null; word = in.readLine()) {
            if (word.equals("open")) {
                try {
                    folder = ResultsFolder.open(Path.of(args[0]), "sweep", List.of("cbs", args[1]), finding -> {});
                    System.out.println("held");
                } catch (LockedException e) {
                    System.out.println(e.getMessage());
                }
            } else {
                if (folder != null) {
                    folder.close();
                    folder = null;
                }
                System.out.println("closed");
            }
        }
    }
}
