package dev.vignette.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class HouseTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("gateway-tck"))
                    .importPackages("dev.vignette");
    private static final String[] DOMAIN = {
        "dev.vignette.fetch",
        "dev.vignette.generation..",
        "dev.vignette.id..",
        "dev.vignette.ledger..",
        "dev.vignette.money..",
        "dev.vignette.objects..",
        "dev.vignette.portrait..",
        "dev.vignette.provider..",
        "dev.vignette.store.."
    };
    private static final String[] VENDORS = {
        "dev.vignette.replicate..", "dev.vignette.modelslab.."
    };

    @Test
    void theDomainKnowsNothingButTheJdk() {
        classes()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat(within(DOMAIN).or(within("java..", "org.jspecify..")))
                .check(HOUSE);
    }

    @Test
    void theEngineKnowsNoFrameworkNoDatabaseAndNoHttp() {
        noClasses()
                .that()
                .resideInAPackage("dev.vignette.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.micronaut..",
                        "jakarta..",
                        "io.netty..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net.http..",
                        "com.fasterxml..",
                        "software.amazon..",
                        "org.apache.hc..",
                        "dev.vignette.server..",
                        "dev.vignette.storage..",
                        "dev.vignette.sandbox..",
                        "dev.vignette.replicate..",
                        "dev.vignette.modelslab..")
                .check(HOUSE);
    }

    @Test
    void nobodyKnowsTheVendorsByName() {
        noClasses()
                .that()
                .resideOutsideOfPackages(VENDORS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(VENDORS)
                .check(HOUSE);
    }

    @Test
    void vendorsAndStoresKnowNeitherServerNorEngine() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.vignette.replicate..",
                        "dev.vignette.modelslab..",
                        "dev.vignette.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.vignette.server..", "dev.vignette.engine..")
                .check(HOUSE);
    }

    @Test
    void anAdapterAndItsDoubleKnowNothingOfEachOther() {
        for (String vendor : new String[] {"replicate", "modelslab"}) {
            String adapter = "dev.vignette." + vendor;
            noClasses()
                    .that()
                    .resideInAPackage(adapter)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(adapter + ".sandbox..", "dev.vignette.sandbox..")
                    .check(HOUSE);
            noClasses()
                    .that()
                    .resideInAPackage(adapter + ".sandbox..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(adapter)
                    .check(HOUSE);
        }
    }

    @Test
    void onlyTheWireOfAnAdapterSpeaksHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.vignette.replicate", "dev.vignette.modelslab")
                .and()
                .haveSimpleNameNotContaining("Wire")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut.http..", "java.net.http..", "io.netty..")
                .check(HOUSE);
    }

    @Test
    void noRoomsGoInCircles() {
        slices().matching("dev.vignette.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Common|Processor)")
                .orShould()
                .haveSimpleName("Service")
                .check(HOUSE);
    }

    @Test
    void theTimeIsToldByAClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(HOUSE);
    }

    @Test
    void everyRoomIsNullMarked() {
        assertThat(HOUSE.stream().map(JavaClass::getPackage).distinct())
                .filteredOn(room -> room.getName().startsWith("dev.vignette"))
                .allSatisfy(room ->
                        assertThat(room.isAnnotatedWith(NullMarked.class))
                                .as(room.getName())
                                .isTrue());
    }

    private static DescribedPredicate<JavaClass> within(String... rooms) {
        return JavaClass.Predicates.resideInAnyPackage(rooms);
    }
}
