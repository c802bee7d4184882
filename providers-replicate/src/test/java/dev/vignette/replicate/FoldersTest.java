package dev.vignette.replicate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The adapter and the vendor's double know nothing of each other, and few classes know Micronaut.
 */
final class FoldersTest {
    private static final String ADAPTER = "dev.vignette.replicate";
    private static final String DOUBLE = "dev.vignette.replicate.sandbox..";

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ADAPTER);

    @Test
    void theAdapterDoesNotKnowTheDouble() {
        noClasses()
                .that()
                .resideInAPackage(ADAPTER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DOUBLE, "dev.vignette.sandbox..")
                .check(classes);
    }

    @Test
    void theDoubleDoesNotKnowTheAdapter() {
        noClasses()
                .that()
                .resideInAPackage(DOUBLE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ADAPTER)
                .check(classes);
    }

    @Test
    void onlyTheWireAndTheFactoryKnowMicronaut() {
        noClasses()
                .that()
                .resideInAPackage(ADAPTER)
                .and()
                .haveNameNotMatching(".*Replicate(Wire|Factory)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micronaut..")
                .check(classes);
    }
}
