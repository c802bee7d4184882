package dev.vignette.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vignette.server.settings.Fault;
import dev.vignette.store.AuditEntry;
import dev.vignette.store.ConfigurationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationTest {
    private static final String HOUR = "vignette:\n  cache: {ttl: 1h}\n";
    private static final String DAY = "vignette:\n  cache: {ttl: 24h}\n";
    private static final String WEEK = "vignette:\n  cache: {ttl: 168h}\n";
    private static final String BAD = "vignette:\n  cache:\n    ttl: often\n";

    @TempDir Path directory;
    private Path file;
    private Desk desk;

    @BeforeEach
    void open() {
        file = directory.resolve("vignette.yml");
        Desk.put(file, HOUR);
        desk = Desk.open(file);
    }

    private Duration life() {
        return desk.inForce.inForce().cacheLife();
    }

    @Test
    void beginsWithVersionOne() {
        assertThat(desk.version()).isOne();
        assertThat(desk.inForce.current().version().appliedBy()).isEqualTo("start");
        assertThat(desk.inForce.inForce().version()).isOne();
        assertThat(desk.standing.outOfSync()).isEmpty();
    }

    @Test
    void theDefaultsAreVersionOneWhereThereIsNoFile() {
        desk = Desk.open(directory.resolve("none.yml"));

        assertThat(desk.version()).isOne();
        assertThat(desk.inForce.current().version().text()).isEmpty();
        assertThat(desk.look().standing.outOfSync()).isEmpty();
    }

    @Test
    void takesUpAFileThatAppearsLater() {
        desk = Desk.open(directory.resolve("later.yml"));

        desk.write(HOUR);

        assertThat(life()).isEqualTo(Duration.ofHours(1));
        assertThat(desk.version()).isEqualTo(2);
    }

    @Test
    void takesAChangeUpWithNumberAuthorAndDiff() {
        desk.write(DAY);

        ConfigurationVersion now = desk.inForce.current().version();
        assertThat(life()).isEqualTo(Duration.ofDays(1));
        assertThat(now.number()).isEqualTo(2);
        assertThat(now.appliedBy()).isEqualTo("file");
        assertThat(now.diff())
                .isEqualTo(
                        """
                        --- version 1
                        +++ version 2
                        @@ -1,2 +1,2 @@
                         vignette:
                        -  cache: {ttl: 1h}
                        +  cache: {ttl: 24h}
                        """);
        assertThat(desk.standing.latest(20).getFirst().changed())
                .containsExactly("vignette.cache.ttl");
    }

    @Test
    void waitsUntilTwoLooksAgree() {
        Desk.put(file, DAY.substring(0, 15));
        desk.watch.look();
        Desk.put(file, DAY);
        desk.watch.look();
        assertThat(desk.version()).isOne();

        desk.watch.look();

        assertThat(life()).isEqualTo(Duration.ofDays(1));
        assertThat(desk.version()).isEqualTo(2);
    }

    @Test
    void seesAFileThatIsReplacedByARename() throws IOException {
        Desk.put(directory.resolve("new.yml"), DAY);

        Files.delete(file);
        Files.move(directory.resolve("new.yml"), file);
        desk.look();

        assertThat(life()).isEqualTo(Duration.ofDays(1));
    }

    /** The way Kubernetes puts a changed ConfigMap into a pod. */
    @Test
    void seesALinkThatLeadsElsewhere() throws IOException {
        Path mount = Files.createDirectory(directory.resolve("mount"));
        Desk.put(Files.createDirectory(mount.resolve("..1")).resolve("vignette.yml"), HOUR);
        Desk.put(Files.createDirectory(mount.resolve("..2")).resolve("vignette.yml"), DAY);
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..1"));
        Path link =
                Files.createSymbolicLink(
                        mount.resolve("vignette.yml"), Path.of("..data", "vignette.yml"));
        desk = Desk.open(link);

        Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of("..2"));
        Files.delete(mount.resolve("..data"));
        Files.move(mount.resolve("..data_tmp"), mount.resolve("..data"));
        desk.look();

        assertThat(life()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void refusesAFaultyFileAsAWholeAndKeepsTheLastGoodOne() {
        desk.write(DAY);

        desk.write(BAD + "  links: {life: 2h}\n").look().look();

        assertThat(life()).isEqualTo(Duration.ofDays(1));
        assertThat(desk.version()).isEqualTo(2);
        assertThat(desk.standing.refused().orElseThrow().faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(3);
                    assertThat(fault.key()).isEqualTo("vignette.cache.ttl");
                    assertThat(fault.sentence()).contains("ttl");
                });
        assertThat(desk.standing.outOfSync()).contains("what the file holds was refused");
        assertThat(desk.refusals).hasValue(1);
    }

    @Test
    void forgetsTheRefusalOnceTheFileIsRight() {
        desk.write(BAD);

        desk.write(HOUR);

        assertThat(desk.standing.refused()).isEmpty();
        assertThat(desk.standing.outOfSync()).isEmpty();
        assertThat(desk.version()).isOne();
    }

    @Test
    void refusesAFileThatIsEmpty() {
        desk.write("\n");

        assertThat(desk.version()).isOne();
        assertThat(desk.standing.refused().orElseThrow().faults())
                .extracting(Fault::sentence)
                .first()
                .asString()
                .contains("it is empty");
    }

    @Test
    void refusesWhatLeavesNoUsableProvider() {
        desk.write("vignette:\n  providers:\n    studio: {enabled: false}\n");

        assertThat(desk.version()).isOne();
        assertThat(desk.standing.refused().orElseThrow().faults())
                .extracting(Fault::sentence)
                .first()
                .asString()
                .contains("no provider is configured");
    }

    @Test
    void refusesWhatLeavesNoClientAmongStrangers() {
        Desk.put(
                file,
                """
                vignette:
                  clients:
                    - name: shop
                      keys: [{id: k1, sha256: %s}]
                      scopes: [generations]
                """
                        .formatted("a1".repeat(32)));
        desk = Desk.amongStrangers(file);

        desk.write(HOUR);

        assertThat(desk.version()).isOne();
        assertThat(desk.inForce.current().clients().open()).isFalse();
    }

    @Test
    void keepsWhatIsInForceWhenTheFileIsGone() throws IOException {
        Files.delete(file);
        desk.look();

        assertThat(life()).isEqualTo(Duration.ofHours(1));
        assertThat(desk.standing.outOfSync().orElseThrow()).contains("the file is not there");
        assertThat(desk.write(DAY).version()).isEqualTo(2);
    }

    @Test
    void keepsWhatIsInForceWhenTheFileIsNoText() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, 0});
        desk.look();

        assertThat(life()).isEqualTo(Duration.ofHours(1));
        assertThat(desk.standing.outOfSync().orElseThrow()).contains("cannot be read");
    }

    @Test
    void rollsBackStepByStep() {
        desk.write(DAY).write(WEEK);

        assertThat(desk.configuration.rollback("ops", "too long")).isEqualTo(new Rollback.Done());
        assertThat(life()).isEqualTo(Duration.ofDays(1));
        assertThat(desk.configuration.rollback("ops", "")).isEqualTo(new Rollback.Done());
        assertThat(life()).isEqualTo(Duration.ofHours(1));
        assertThat(desk.configuration.rollback("ops", "")).isEqualTo(new Rollback.NoneBefore());

        assertThat(desk.version()).isEqualTo(5);
        assertThat(desk.rows().audit().of(Configuration.SUBJECT))
                .extracting(AuditEntry::client, AuditEntry::action, AuditEntry::reason)
                .first()
                .isEqualTo(tuple("ops", "config_rollback", "too long"));
    }

    @Test
    void goesOnForwardAfterARollback() {
        desk.write(DAY).write(WEEK).configuration.rollback("ops", "");

        desk.write("vignette:\n  cache: {ttl: 2h}\n").configuration.rollback("ops", "");

        assertThat(life()).isEqualTo(Duration.ofDays(1));
        desk.configuration.rollback("ops", "");
        assertThat(life()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void ignoresTheFileAfterARollbackUntilItChanges() {
        desk.write(DAY).configuration.rollback("ops", "");

        desk.look();
        assertThat(life()).isEqualTo(Duration.ofHours(1));
        assertThat(desk.standing.outOfSync().orElseThrow()).contains("it was rolled back");

        desk.write(WEEK);
        assertThat(life()).isEqualTo(Duration.ofDays(7));
        assertThat(desk.standing.outOfSync()).isEmpty();
    }

    @Test
    void takesWhatWasRolledBackUpAgainAfterTheFileWasSomethingElse() {
        desk.write(DAY).configuration.rollback("ops", "");

        desk.write(HOUR).write(DAY);

        assertThat(life()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void ignoresTheRolledBackFileOverARestart() {
        desk.write(DAY).configuration.rollback("ops", "");

        desk = desk.again(file);
        assertThat(life()).isEqualTo(Duration.ofHours(1));
        assertThat(desk.version()).isEqualTo(3);

        desk.write(WEEK);
        assertThat(life()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void takesWhatChangedWhileItWasDownUpAtStart() {
        Desk.put(file, DAY);

        desk = desk.again(file);

        assertThat(life()).isEqualTo(Duration.ofDays(1));
        assertThat(desk.inForce.current().version().appliedBy()).isEqualTo("start");
        assertThat(desk.again(file).version()).isEqualTo(2);
    }

    @Test
    void theSameContentAtAnotherGatewayIsTheSameVersion() {
        Path second = directory.resolve("second.yml");
        Desk.put(second, HOUR);
        Desk other = desk.again(second);
        desk.write(DAY);

        other.write(DAY);

        assertThat(other.version()).isEqualTo(2);
        assertThat(other.standing.outOfSync()).isEmpty();
    }

    @Test
    void followsWhatAnotherGatewayPutIntoForce() {
        Path second = directory.resolve("second.yml");
        Desk.put(second, HOUR);
        Desk other = desk.again(second);
        desk.write(DAY);
        desk.configuration.rollback("ops", "");

        other.inForce.follow();

        assertThat(other.version()).isEqualTo(3);
        assertThat(other.inForce.numbered(2)).isPresent();
    }

    @Test
    void looksUpAVersionThatAnOrderOfAnotherGatewayWasSentUnder() {
        Desk other = desk.again(file);
        desk.write(DAY);

        assertThat(other.inForce.numbered(2).orElseThrow().cacheLife())
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void saysWhatTakesARestart() {
        desk.write("vignette:\n  cache: {ttl: 1h, max-size: 1MB}\n");

        assertThat(desk.version()).isEqualTo(2);
        assertThat(desk.standing.needRestart()).isEqualTo(List.of("vignette.cache.max-size"));
    }
}
