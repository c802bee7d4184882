package dev.vignette.storage.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataDirectoryTest {

    @TempDir Path parent;

    @Test
    void makesADirectoryThatIsNotThere() {
        Path path = parent.resolve("deep/data");

        try (DataDirectory directory = DataDirectory.open(path)) {
            assertThat(directory.path()).isEqualTo(path).isDirectory();
        }
    }

    @Test
    void letsNobodyElseReadADirectoryItMakes() throws IOException {
        Path path = parent.resolve("data");

        DataDirectory.open(path).close();

        assertThat(Files.getPosixFilePermissions(path))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void refusesADirectoryThatIsInUseInOneLine() {
        try (DataDirectory held = DataDirectory.open(parent)) {
            assertThatThrownBy(() -> DataDirectory.open(held.path()))
                    .isInstanceOf(DirectoryInUse.class)
                    .hasMessage("the data directory " + parent + " is in use by another process");
        }
    }

    @Test
    void canBeTakenAgainOnceItWasGivenBack() {
        DataDirectory.open(parent).close();

        try (DataDirectory again = DataDirectory.open(parent)) {
            assertThat(again.path()).isEqualTo(parent);
        }
    }
}
