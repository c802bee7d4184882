package dev.vignette.server.live;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** Writes how one text differs from another, as {@code diff -u} does. */
final class UnifiedDiff {
    private static final int LINES_AROUND = 3;

    private UnifiedDiff() {}

    /** The difference, each line with a line feed; empty when there is none. */
    static String of(String oldName, String oldText, String newName, String newText) {
        List<String> before = oldText.lines().toList();
        List<String> lines =
                UnifiedDiffUtils.generateUnifiedDiff(
                        oldName,
                        newName,
                        before,
                        DiffUtils.diff(before, newText.lines().toList()),
                        LINES_AROUND);
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
